/** Whose CV it is, and what they call themselves. Pure. */
import { findPlaces } from '../taxonomy/places.ts';
import { canonicalSkill } from '../taxonomy/skills.ts';
import { isContact, cellsOf } from './contacts.ts';
import { findPeriods } from './dates.ts';
import type { CvDocument, PlacedLine } from './document.ts';
import { sectionOf } from './headings.ts';
import type { Profile, Said } from './profile.ts';
import { isTitle } from './title-words.ts';

const PART =
  /^(?:\p{Lu}[\p{L}’'`-]*\.?|(?:von|van|de|der|den|da|di|del|della|la|le|dos|bin|al|zu|zur|ter|ten)|\p{Lu}\.)$/u;
const NOT_A_NAME =
  /\b(?:curriculum|vitae|resume|résumé|lebenslauf|cv|резюме|page|seite|address|anschrift|street|strasse|straße|phone|e-?mail|updated|bewerbung|profile|portfolio|university|gmbh|inc|ltd)\b/iu;
const LABEL = /^(?:full )?(?:name|ім['’]я|піб)\s*:\s*/iu;
const MOST_LINES = 40;
const MOST_HEADLINE = 90;

/** The name and the line under it. Words in capitals only are given as a name is written, their span as they stand. */
export function readName(
  { lines, parts }: CvDocument,
  emails: readonly Said<string>[],
): Pick<Profile, 'name' | 'headline'> {
  const locals = emails.map(({ value }) => (value.split('@')[0] ?? '').toLowerCase());
  const large = lines.filter(({ size }, index) => index < MOST_LINES || size >= 1.6);
  let best: { cell: Cell; line: PlacedLine; weight: number } | null = null;
  const header = new Set(parts[0]?.lines.map(({ start }) => start));
  for (const [index, line] of large.entries()) {
    for (const [place, cell] of namedCells(line).entries()) {
      const weight = weightOf(cell, line, index + place * 2, locals) + (header.has(line.start) ? 0.5 : 0);
      if (weight > (best?.weight ?? 1.2)) best = { cell, line, weight };
    }
  }
  if (best === null) return { name: null, headline: headlineIn(lines.slice(0, 6), null) };
  const { line, cell } = best;
  const at = lines.indexOf(line);
  return { name: named(cell), headline: headlineIn(lines.slice(at, at + 5), cell) };
}

type Cell = { text: string; start: number };

function namedCells(line: PlacedLine): Cell[] {
  return cellsOf(line).flatMap(({ text, start }) => {
    const label = LABEL.exec(text)?.[0].length ?? 0;
    const words = text.slice(label);
    const cut = words.search(/\s[–—-]\s|,\s/u);
    const name = cut === -1 ? words : words.slice(0, cut);
    const lead = name.length - name.trimStart().length;
    return [{ text: name.trim(), start: start + label + lead }];
  });
}

function weightOf({ text }: Cell, line: PlacedLine, index: number, locals: readonly string[]): number {
  const words = text.split(/\s+/u);
  const bare = words.filter((word) => !/^(?:dr|prof|dipl|ing|mr|mrs|ms|phd|msc|herr|frau)\b\.?/iu.test(word));
  if (bare.length === 0 || bare.length > 5 || text.length > 60 || line.text.startsWith('• ')) return 0;
  if (!bare.every((word) => PART.test(word)) || NOT_A_NAME.test(text)) return 0;
  if (sectionOf(text) !== null || isTitle(text) || canonicalSkill(text) !== null) return 0;
  const places = findPlaces(text, { location: true });
  if (places.some(({ start, end }) => end - start > text.length * 0.7)) return 0;
  const inEmail = bare.some((word) => word.length > 2 && locals.some((local) => local.includes(word.toLowerCase())));
  const isUsual = bare.length >= 2 && bare.length <= 3;
  if (bare.length === 1 && line.size < 1.8 && !inEmail) return 0;
  return line.size + (isUsual ? 1 : 0) + (inEmail ? 1.5 : 0) + Math.max(0, 1.5 - index * 0.25) + (line.bold ? 0.2 : 0);
}

function named({ text, start }: Cell): Said<string> {
  return { value: asWritten(text), span: { start, end: start + text.length } };
}

/** "JOHN DOE" → "John Doe"; anything with small letters stays. */
function asWritten(text: string): string {
  if (text !== text.toUpperCase()) return text;
  return text.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
}

function headlineIn(lines: readonly PlacedLine[], name: Cell | null): Profile['headline'] {
  for (const [index, line] of lines.entries()) {
    if (sectionOf(line.text) !== null) return null;
    for (const cell of cellsOf(line)) {
      const lead = cell.text.length - cell.text.trimStart().length;
      let words = { text: cell.text.trim(), start: cell.start + lead };
      if (
        name !== null &&
        words.start <= name.start &&
        words.start + words.text.length >= name.start + name.text.length
      ) {
        const rest = words.text.slice(name.start - words.start + name.text.length);
        const sign = /^[\s,|–—-]*/u.exec(rest)?.[0].length ?? 0;
        words = { text: rest.slice(sign), start: name.start + name.text.length + sign };
      }
      if (words.text === '' || words.text.length > MOST_HEADLINE || isContact(words.text)) continue;
      if (findPeriods(words.text).length > 0 || /[.!?]$/u.test(words.text)) continue;
      const isLarge = name !== null && index === 1 && line.size >= 1.15 && words.text.split(' ').length <= 6;
      const isPlace = findPlaces(words.text, { location: true }).length > 0;
      if (isTitle(words.text) || (isLarge && !isPlace && !/\d/u.test(words.text))) return named(words);
    }
  }
  return null;
}
