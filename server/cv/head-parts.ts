/** The head of an entry cut into its parts, each with its place in the text; dates and lengths of time left out. Pure. */
import { isLength, type Period } from './dates.ts';
import { type PlacedLine, saidAt } from './document.ts';
import type { Said } from './profile.ts';
import { isPlace } from './title-words.ts';

/** Parts that are a place, apart from the others. `line` counts the lines of the head. */
export type Part = Said<string> & { line: number };
export type HeadParts = { parts: Part[]; places: Said<string>[] };

/** Signs that set the parts of a head apart, strongest first; "at" and its like between role and employer. */
const APART =
  /\t|\s+[|•·●◦♦]\s+|\s+[–—]\s+|\s+-\s+|\s+@\s*|;\s+|\s+(?:at|bei(?: der| dem)?|у компанії|в компанії)\s+(?=\p{Lu}|the )|\s*\(\s*|\s*\)\s*/gu;

/** Cuts the lines of a head. The period's words are skipped. */
export function headParts(lines: readonly PlacedLine[], period: Period | null): HeadParts {
  const parts: Part[] = [];
  const places: Said<string>[] = [];
  for (const [number, line] of lines.entries()) {
    for (const piece of pieces(line, period)) {
      const said = trimmed(line, piece.from, piece.to);
      if (said === null || isLength(said.value)) continue;
      if (isPlace(said.value)) places.push(said);
      else parts.push({ ...withoutPlace(said, places), line: number });
    }
  }
  return { parts, places };
}

/** Cuts a part at its commas. */
export function atCommas(part: Part): Part[] {
  const cut: Part[] = [];
  let from = 0;
  for (const match of part.value.matchAll(/,\s+(?!(?:inc|ltd|llc|gmbh|llp)\b|co\.)|$/giu)) {
    const said = saidAt({ text: part.value, start: part.span.start }, from, match.index);
    if (said !== null) cut.push({ ...said, line: part.line });
    from = match.index + match[0].length;
  }
  return cut;
}

function pieces(line: PlacedLine, period: Period | null): { from: number; to: number }[] {
  const { text, start } = line;
  const skip =
    period !== null && period.span.start >= start && period.span.end <= start + text.length ? period.span : null;
  // What was a date is blank now, so that the signs around it stay where they are.
  const words =
    skip === null
      ? text
      : text.slice(0, skip.start - start) + '\t'.repeat(skip.end - skip.start) + text.slice(skip.end - start);
  const found: { from: number; to: number }[] = [];
  let from = text.startsWith('• ') ? 2 : 0;
  for (const match of words.matchAll(APART)) {
    if (match.index < from) continue;
    found.push({ from, to: match.index });
    from = match.index + match[0].length;
  }
  found.push({ from, to: text.length });
  return found.filter(({ from: begin, to }) => words.slice(begin, to).trim() !== '');
}

const EDGES = /^[\s,|•·:–—()-]+|[\s,|•·:–—(-]+$/gu;
const LEAD = /^(?:start|beginn|since|seit|from|von|ab|as|als)\s*$/iu;
const LABEL =
  /^(?:company|firma|unternehmen|employer|arbeitgeber|position|role|title|funktion|компанія|посада)\s*:\s*/iu;

function trimmed(line: PlacedLine, from: number, to: number): Said<string> | null {
  const words = line.text.slice(from, to);
  const lead = /^[\s,|•·:–—()-]+/u.exec(words)?.[0].length ?? 0;
  const label = LABEL.exec(words.slice(lead))?.[0].length ?? 0;
  const rest = words.slice(lead + label).replace(EDGES, '');
  if (rest === '' || LEAD.test(rest)) return null;
  const at = line.text.indexOf(rest, from + lead + label);
  return { value: rest, span: { start: line.start + at, end: line.start + at + rest.length } };
}

/** "Alpha Firm, Oakland, Ohio" → "Alpha Firm"; the rest goes to the places. */
function withoutPlace(said: Said<string>, places: Said<string>[]): Said<string> {
  for (let comma = said.value.indexOf(', '); comma !== -1; comma = said.value.indexOf(', ', comma + 1)) {
    const rest = said.value.slice(comma + 2);
    if (!isPlace(rest)) continue;
    places.push({ value: rest, span: { start: said.span.end - rest.length, end: said.span.end } });
    return { value: said.value.slice(0, comma), span: { start: said.span.start, end: said.span.start + comma } };
  }
  return said;
}
