/** How to reach the person: e-mail, telephone, addresses in the web, and where they live. Pure. */
import { findPlaces, type PlaceMention } from '../taxonomy/places.ts';
import { findPeriods } from './dates.ts';
import type { CvDocument, PlacedLine } from './document.ts';
import type { Profile, Said, Span } from './profile.ts';

export type Contacts = Pick<Profile, 'emails' | 'phones' | 'urls' | 'location'>;

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;
const PHONE = /(?<![\p{L}\p{N}/.@#-])(?:\+|00)?\(?\d[\d\s()./-]{6,22}\d(?![\p{L}\p{N}@%])/gu;
const URL =
  /(?<![\p{L}\p{N}@.-])(?:https?:\/\/|www\.)[^\s<>"|●•,]{3,300}|(?<![\p{L}\p{N}@./-])(?:[a-z0-9-]{1,40}\.){1,3}(?:com|org|net|io|dev|me|de|at|ch|ua|eu|co|ai|app|tech|info|xyz|in|uk|us|fr|pl|page|site|online|blog)(?:\/[^\s<>"|●•,]{0,200})?(?![\p{L}\p{N}@.])/giu;
const LABEL =
  /^(?:address|anschrift|adresse|location|wohnort|wohnhaft in|standort|city|based in|lives? in|адреса|місто|місце проживання|локація)\s*:?\s*/iu;
/** What a line about birth or nationality says. */
export const BORN =
  /\b(?:born|birth|geboren|geburts\p{L}*|nationality|staatsangeh\p{L}*|citizen\p{L}*|народ\p{L}*)\b/iu;
/** People named as references have telephones and addresses of their own. */
const OTHERS = new Set(['references', 'publications', 'projects', 'experience', 'education']);
const OWN = new Set(['header', 'contact', 'personal']);
/** Lines at the top in which an address is looked for when no heading says where it is. */
const TOP = 12;

/** What a CV says about reaching its person. Each list is in the order of the text, without repetitions. */
export function readContacts({ parts, lines }: CvDocument): Contacts {
  const mine = parts.filter(({ section }) => !OTHERS.has(section)).flatMap((part) => part.lines);
  const own = parts.filter(({ section }) => OWN.has(section)).flatMap((part) => part.lines);
  const emails = unique(
    mine.flatMap((line) => matches(line, EMAIL)),
    (value) => value.toLowerCase(),
  );
  const phones = own.flatMap((line) => matches(line, PHONE).filter((found) => isPhone(found, line)));
  const elsewhere = mine.flatMap((line) => matches(line, PHONE).filter((found) => isPhone(found, line)));
  const urls = own.flatMap((line) => matches(line, URL).map(trimEnd));
  return {
    emails,
    phones: unique(phones.length > 0 ? phones : elsewhere.slice(0, 2), (value) => value.replace(/\D/gu, '')),
    urls: unique(urls, bareUrl),
    location: locationIn(own.length > 0 ? [...own.slice(0, TOP), ...own.slice(TOP)] : lines.slice(0, TOP)),
  };
}

/** A web address in the form in which two of them are compared. */
export function bareUrl(url: string): string {
  return url
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.)?/u, '')
    .replace(/\/$/u, '');
}

/** Whether a text is nothing but ways to reach somebody. */
export function isContact(text: string): boolean {
  return text.search(EMAIL) !== -1 || text.search(URL) !== -1 || text.search(PHONE) !== -1;
}

/** Where a line holds ways to reach somebody, whoever it is. */
export function contactSpans(line: PlacedLine): Span[] {
  const phones = matches(line, PHONE).filter((found) => isPhone(found, line));
  return [...matches(line, EMAIL), ...matches(line, URL), ...phones].map(({ span }) => span);
}

function matches({ text, start }: PlacedLine, pattern: RegExp): Said<string>[] {
  return [...text.matchAll(pattern)].map((match) => ({
    value: match[0],
    span: { start: start + match.index, end: start + match.index + match[0].length },
  }));
}

function isPhone({ value, span }: Said<string>, { text, start }: PlacedLine): boolean {
  const digits = value.replace(/\D/gu, '').length;
  if (digits < 7 || digits > 15 || /^\d{1,2}\.\d{1,2}\.\d{4}$/u.test(value)) return false;
  const around = text.slice(Math.max(0, span.start - start - 3), span.end - start + 3);
  return findPeriods(around).length === 0 || value.startsWith('+') || /[()]/u.test(value);
}

function trimEnd({ value, span }: Said<string>): Said<string> {
  const trimmed = value.replace(/[.;:)\]]+$/u, '');
  return { value: trimmed, span: { start: span.start, end: span.start + trimmed.length } };
}

function unique(found: readonly Said<string>[], key: (value: string) => string): Said<string>[] {
  const seen = new Set<string>();
  return found.filter(({ value }) => {
    const known = seen.has(key(value));
    seen.add(key(value));
    return !known;
  });
}

type Candidate = { places: PlaceMention[]; start: number; weight: number };

/** The place that most looks like where somebody lives: short, with a city, not a birthplace. */
function locationIn(lines: readonly PlacedLine[]): Profile['location'] {
  const candidates = lines.flatMap((line): Candidate[] => {
    if (BORN.test(line.text)) return [];
    return cellsOf(line).flatMap(({ text: words, start }) => {
      // Other ways to reach somebody in the same words are blank, so that offsets stay.
      const text = [EMAIL, URL, PHONE].reduce(
        (rest, kind) => rest.replace(kind, (found) => ' '.repeat(found.length)),
        words,
      );
      const isLabelled = LABEL.test(text.trimStart());
      if (!isLabelled && text.trim().split(/\s+/u).length > 9) return [];
      const places = findPlaces(text, { location: true }).filter(({ kind }) => kind !== 'region');
      if (places.length === 0) return [];
      const covered =
        places.reduce((sum, place) => sum + place.end - place.start, 0) / text.replace(/\s+/gu, ' ').trim().length;
      if (!isLabelled && covered < 0.35 && !/\d/u.test(text)) return [];
      const hasCity = places.some(({ kind }) => kind === 'city');
      return [{ places, start, weight: (isLabelled ? 3 : 0) + (hasCity ? 1 : 0) + covered }];
    });
  });
  const best = candidates.toSorted((a, b) => b.weight - a.weight)[0];
  const first = best?.places[0];
  const last = best?.places.at(-1);
  if (best === undefined || first === undefined || last === undefined) return null;
  const city = best.places.findLast(({ kind }) => kind === 'city');
  const country = best.places.findLast(({ kind }) => kind === 'country')?.country ?? city?.country ?? null;
  return {
    value: { city: city?.code ?? null, country },
    span: { start: best.start + (city?.start ?? first.start), end: best.start + last.end },
  };
}

/** Parts of a line that stand apart: by tabs, bars, dots or bullets. */
export function cellsOf({ text, start }: PlacedLine): { text: string; start: number }[] {
  const cells: { text: string; start: number }[] = [];
  let from = 0;
  for (const match of text.matchAll(/\t|\s+[|•·●∙◦♦⋄,]\s+|$/gu)) {
    const words = text.slice(from, match.index);
    if (words.trim() !== '') cells.push({ text: words, start: start + from });
    from = match.index + match[0].length;
  }
  return cells;
}
