/** A CV's text with its lines in place, and cut into sections by its headings. Pure. */
import type { CvLine } from './extracted.ts';
import { type Section, sectionOf } from './headings.ts';
import type { Said } from './profile.ts';

/** A line and where it begins in the text. */
export type PlacedLine = CvLine & { start: number };
/** Lines under one heading. `header` is what stands before the first. */
export type Part = { section: Section | 'header'; lines: PlacedLine[] };
export type CvDocument = { text: string; lines: PlacedLine[]; parts: Part[] };

const MOST_HEADING = 50;

/** Lines joined by line feeds, as the text that spans point into. */
export function documentOf(lines: readonly CvLine[]): CvDocument {
  let at = 0;
  const placed = lines.map((line) => {
    const start = at;
    at += line.text.length + 1;
    return { ...line, start };
  });
  return { text: lines.map(({ text }) => text).join('\n'), lines: placed, parts: partsOf(placed) };
}

/** A part of a line as a value with its place, white space around it left out. Null when nothing remains. */
export function saidAt(line: { text: string; start: number }, from: number, to: number): Said<string> | null {
  const words = line.text.slice(from, to);
  const trimmed = words.trim();
  if (trimmed === '') return null;
  const start = line.start + from + words.indexOf(trimmed);
  return { value: trimmed, span: { start, end: start + trimmed.length } };
}

type Look = { size: number; bold: boolean; caps: boolean };
const isCaps = (text: string): boolean => /\p{Lu}/u.test(text) && text === text.toUpperCase();
const lookOf = ({ text, size, bold }: CvLine): Look => ({ size, bold, caps: isCaps(text) });
const isAlike = (a: Look, b: Look): boolean =>
  Math.abs(a.size - b.size) < 0.06 && a.bold === b.bold && a.caps === b.caps;

function isKnownHeading(line: CvLine): boolean {
  if (line.text.includes('\t') || line.text.startsWith('• ') || line.text.length > MOST_HEADING) return false;
  return sectionOf(line.text) !== null;
}

function partsOf(lines: readonly PlacedLine[]): Part[] {
  const known = lines.filter(isKnownHeading);
  const looks = known.map(lookOf).filter(({ size, bold, caps }) => size >= 1.1 || (bold && caps));
  const smallest = Math.min(...known.filter(({ heading }) => heading).map(({ size }) => size), 9);
  const largest = Math.max(0, ...lines.map(({ size }) => size));
  const isHeading = (line: PlacedLine, index: number): boolean => {
    if (isKnownHeading(line)) return true;
    if (line.text.includes('\t') || line.text.length > MOST_HEADING || /\d{4}|@/u.test(line.text)) return false;
    if (line.heading) return index > 0 && line.size >= smallest - 0.01;
    return (
      line.size < largest - 0.2 && !line.text.startsWith('• ') && looks.some((look) => isAlike(look, lookOf(line)))
    );
  };
  const parts: Part[] = [{ section: 'header', lines: [] }];
  for (const [index, line] of lines.entries()) {
    if (isHeading(line, index)) parts.push({ section: sectionOf(line.text) ?? 'other', lines: [] });
    else parts.at(-1)?.lines.push(line);
  }
  return parts;
}
