/** Are two postings' places the same? Pure. */
import { fold } from '../../taxonomy/fold.ts';
import type { Workplace } from '../job-posting.ts';

export type Places = {
  cities: readonly string[];
  countries: readonly string[];
  workplace: readonly Workplace[];
  places: { said: readonly string[]; unknown: readonly string[] };
};

const NAMES = ['en', 'de', 'uk'].map((language) => new Intl.DisplayNames(language, { type: 'region' }));
const MODES = new Set(
  'remote hybrid onsite office home homeoffice anywhere worldwide global the of only us usa uk gb eu europe emea latam apac flexible віддалено'.split(
    ' ',
  ),
);

/** The words of a posting's places, and those that are neither a country's name nor a way of working. */
export function placeWords(locations: readonly string[], countries: readonly string[]): Places['places'] {
  const said = [...new Set(locations.flatMap(words))];
  const known = new Set(
    countries.flatMap((code) => [code.toLowerCase(), ...NAMES.flatMap((names) => words(names.of(code) ?? ''))]),
  );
  return { said, unknown: said.filter((word) => !known.has(word) && !MODES.has(word)) };
}

/** 'unsure' where one says less than the other. */
export function placesAgree(a: Places, b: Places): 'yes' | 'no' | 'unsure' {
  if (!overlap(a.countries, b.countries)) return 'no';
  if (a.cities.length > 0 && b.cities.length > 0) return within(a.cities, b.cities) ? 'yes' : 'no';
  const alike = within(a.places.said, b.places.said);
  // A place that is on no map here is told by its name alone.
  const [silent, other] = a.cities.length === 0 ? [a, b] : [b, a];
  if (other.cities.length > 0) {
    if (silent.places.unknown.length > 0) return alike ? 'unsure' : 'no';
    return silent.countries.length > 0 && other.countries.length > 0 ? 'unsure' : 'no';
  }
  if (a.places.unknown.length + b.places.unknown.length > 0 && !alike) return 'no';
  if (!overlap(a.workplace, b.workplace)) return 'no';
  if (a.countries.length > 0 && b.countries.length > 0) return within(a.countries, b.countries) ? 'yes' : 'no';
  return a.countries.length === b.countries.length && alike ? 'yes' : 'unsure';
}

/** Do lists share a value? True also when one of them says nothing. */
export function overlap(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((value) => b.includes(value));
}

/** All of the shorter list are in the longer: boards cut lists of places. */
function within(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.every((value) => long.includes(value));
}

function words(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
}
