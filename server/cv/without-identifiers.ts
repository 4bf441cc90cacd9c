/**
 * A CV without who it is about: no name, contacts, address, birth date, family status or photograph. What goes to a
 * language model. Everything else stays word for word, so that quotes of it can be found in the CV again. Pure.
 */
import { BORN, contactSpans } from './contacts.ts';
import type { Profile, Span } from './profile.ts';

/** Lines about the person that no work asks for. */
const PERSONAL =
  /^\W*(?:date of birth|birth ?(?:date|day|place)|dob|age|gender|sex|marital status|family status|religion|passport|photo|nationality|geburts\p{L}*|geboren|alter|geschlecht|familienstand|staatsangehörigkeit|konfession|religion|foto|kinder|дата народження|вік|стать|сімейний стан|громадянство|фото)\s*(?:[:\t]|$)|\b(?:married|verheiratet|ledig|geschieden|одружен\p{L}*|неодружен\p{L}*|заміжня)(?!\p{L})/iu;
const STREET =
  /(?:\p{L}(?:straße|strasse|str\.|gasse|allee|platz|weg)|\b(?:straße|street|avenue|road|lane|drive|boulevard|square)|(?<!\p{L})(?:вул\.?|вулиця|просп\.?|проспект|бульвар))\s*,?\s*\p{L}{0,30}\s?\d{1,4}|\b\d{1,5}[a-z]?,?\s+(?:\p{L}+\s){1,4}(?:street|st\.?|avenue|ave\.?|road|rd\.?|lane|drive|boulevard|blvd\.?|square|court|way)(?!\p{L})/iu;
const ADDRESS = /^\W*(?:address|anschrift|adresse|wohnort|wohnhaft|адреса|місце проживання)\s*:/iu;
/** An initial or a short particle of a name is a word of its own elsewhere. */
const SHORTEST_NAME = 3;
/** Where an address is written that no label introduces. */
const TOP = 15;

/** `profiles` are what was read of this text, with and without corrections: each may know another name. */
export function withoutIdentifiers(text: string, profiles: readonly Profile[]): string {
  const isNameless = profiles.every(({ name }) => name === null);
  const known = profiles.flatMap(({ name, emails, phones, urls, location }) =>
    [name, ...emails, ...phones, ...urls, location].flatMap((said) => (said === null ? [] : said.span)),
  );
  const places = profiles.flatMap(({ location }) => location?.span ?? []);
  let start = 0;
  const lines = text.split('\n').map((line, number) => {
    const from = start;
    start += line.length + 1;
    if (BORN.test(line) || PERSONAL.test(line) || ADDRESS.test(line)) return '';
    const isHome = number < TOP && /\d/u.test(line) && places.some((place) => touches(place, from, line.length));
    if (number < TOP && (isHome || STREET.test(line))) return '';
    // Where no name was found it is taken to be what stands first.
    if (isNameless && line.trim() !== '' && text.slice(0, from).trim() === '') return '';
    return without(line, from, known);
  });
  return withoutNames(
    lines
      .join('\n')
      .replace(/\n{3,}/gu, '\n\n')
      .trim(),
    profiles,
  );
}

/** Any text about the same person without their names and without ways to reach anybody. */
export function withoutNames(text: string, profiles: readonly Profile[]): string {
  const names = profiles.flatMap(({ name }) => name?.value.split(/[\s.,]+/u) ?? []);
  const parts = [...new Set(names)].filter((part) => part.length >= SHORTEST_NAME);
  return text
    .split('\n')
    .map((line) => {
      const cut = without(line, 0, contactSpans({ ...PLAIN, text: line, start: 0 }));
      return parts.reduce((rest, part) => rest.replaceAll(wholeWord(part), ''), cut);
    })
    .join('\n');
}

const PLAIN = { size: 1, bold: false, gap: 0, heading: false };

const touches = ({ start, end }: Span, from: number, length: number): boolean => start < from + length && end > from;

function without(line: string, from: number, spans: readonly Span[]): string {
  // By code units, as spans count them.
  const letters = line.split('');
  for (const span of spans) {
    if (!touches(span, from, line.length)) continue;
    letters.fill('', Math.max(0, span.start - from), Math.min(line.length, span.end - from));
  }
  return letters.join('');
}

const wholeWord = (word: string): RegExp =>
  new RegExp(`(?<!\\p{L})${word.replaceAll(/[$()*+.?[\\\]^{|}/]/gu, '\\$&')}(?!\\p{L})`, 'giu');
