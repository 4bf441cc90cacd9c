/** The baseline: a posting read from its structured fields alone, word for word, as a board's own filter would. Pure. */
import type { SourcePosting } from '../../server/postings/job-posting.ts';
import { cityOf, countryOf } from '../../server/taxonomy/places.ts';
import { COUNTRIES, type ReadLine } from './compare.ts';

/** No text, no title; "Remote" alone is open, a field that names a country is that country. */
export function readStructured(source: SourcePosting): ReadLine {
  const countries = [source.locationCountry, ...source.locations].flatMap((words) => countryOf(words ?? '') ?? []);
  const cities = source.locations.flatMap((words) => cityOf(words.split(',')[0] ?? '') ?? []);
  const workplace =
    source.workplace ?? (source.isRemote === true ? 'remote' : source.isRemote === false ? 'onsite' : null);
  const elsewhere = workplace === 'remote' || countries.length === 0 ? 'unclear' : 'no';
  return {
    workplace,
    eligible: Object.fromEntries(COUNTRIES.map((code) => [code, countries.includes(code) ? 'yes' : elsewhere])),
    countries: [...new Set(countries)],
    cities: [...new Set(cities)],
    pay: source.pay,
    employment: source.employment,
    seniority: [],
    skills: source.skills,
    languages: [],
    visa: null,
  };
}
