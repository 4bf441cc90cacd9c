/** The order of words: a verb that stands last in German goes to the front, "nicht" at the end refuses what stands before it. */

export interface Piece {
  text: string;
  gap: string;
  order: boolean;
  sentence: number;
  end: boolean;
}

/** Sentence by sentence; "nicht" at the end of a clause refuses what stands before it. */
export function write(pieces: readonly Piece[]): string {
  let text = '';
  for (let from = 0; from < pieces.length; ) {
    let to = from;
    while (to < pieces.length && pieces[to]?.sentence === pieces[from]?.sentence) to += 1;
    text += join(ordered(pieces.slice(from, to)));
    from = to;
  }
  return text;
}

/** An order whose verb stands last ("Gehalt raus") goes to the front of its clause. */
function ordered(sentence: readonly Piece[]): Piece[] {
  const written: Piece[] = [];
  for (let from = 0; from < sentence.length; ) {
    let to = from;
    while (to < sentence.length - 1 && sentence[to]?.end !== true) to += 1;
    written.push(...orderedClause(sentence.slice(from, to + 1)));
    from = to + 1;
  }
  return written;
}

function orderedClause(clause: readonly Piece[]): Piece[] {
  const verb = clause.findLastIndex((piece) => piece.order);
  const moved = clause[verb];
  const [first] = clause;
  if (verb <= 0 || first === undefined || moved === undefined || clause.length > 16) return [...clause];
  if (clause.slice(0, verb).some((piece) => piece.order)) return [...clause];
  const left = clause.slice(verb + 1);
  const before = clause
    .slice(1, verb)
    .map((piece, index, all) => (left.length === 0 && index === all.length - 1 ? { ...piece, end: moved.end } : piece));
  return [
    { ...moved, gap: first.gap, end: false },
    { ...first, gap: ' ', end: before.length + left.length === 0 ? moved.end : first.end },
    ...before,
    ...left,
  ];
}

function join(pieces: readonly Piece[]): string {
  let text = '';
  let pending = '';
  for (const { text: words, gap, end } of pieces) {
    const space = pending + gap;
    pending = '';
    if (words === '') {
      // The mark behind an empty word stays, so that clauses keep their borders.
      pending = space.trim() === '' ? ' ' : space;
      continue;
    }
    const spoken = end && words === 'not' ? 'is out' : end && words === 'not only' ? 'is optional' : words;
    text += (space === '' && text !== '' && /^[\p{L}\d]/u.test(spoken) && /\p{L}$/u.test(text) ? ' ' : space) + spoken;
  }
  return text + pending.trimEnd();
}
