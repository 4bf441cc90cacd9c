/** Marks words in a text: what decided a criterion is shown where the posting says it. Pure. */

export interface Piece {
  text: string;
  isMarked: boolean;
}

/** Words shorter than this stand everywhere and mark nothing. */
const SHORTEST = 2;

/** The text in pieces, the first place of each quote marked; joined they are the text. Overlapping quotes are one. */
export function markQuotes(text: string, quotes: readonly string[]): Piece[] {
  const found = [...new Set(quotes.map((quote) => quote.trim()))]
    .filter((quote) => quote.length >= SHORTEST)
    .map((quote) => ({ start: placeOf(text, quote), length: quote.length }))
    .filter(({ start }) => start !== -1)
    .toSorted((a, b) => a.start - b.start || b.length - a.length);
  const pieces: Piece[] = [];
  let end = 0;
  for (const { start, length } of found) {
    const from = Math.max(start, end);
    if (start + length <= end) continue;
    if (start > end) pieces.push({ text: text.slice(end, start), isMarked: false });
    pieces.push({ text: text.slice(from, start + length), isMarked: true });
    end = start + length;
  }
  if (end < text.length || pieces.length === 0) pieces.push({ text: text.slice(end), isMarked: false });
  return pieces;
}

/** The first place where the quote stands as whole words; -1 when there is none. */
function placeOf(text: string, quote: string): number {
  const isLetter = (at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at));
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    const before = isLetter(at) && at > 0 && isLetter(at - 1);
    const last = at + quote.length - 1;
    const after = isLetter(last) && isLetter(last + 1);
    if (!before && !after) return at;
  }
  return -1;
}
