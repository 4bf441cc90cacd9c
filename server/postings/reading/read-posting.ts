/** Reads a posting: every field three-valued and with the words that decided. Pure; about a millisecond a posting. */
import { countryOf } from '../../taxonomy/places.ts';
import { rolesIn } from '../../taxonomy/titles.ts';
import type { Evidence, Facts, SourcePosting } from '../job-posting.ts';
import { readEligibility } from './eligibility.ts';
import { readEmployment } from './employment.ts';
import { readLanguages } from './languages.ts';
import { countriesOf, type LocationReading, readLocations } from './locations.ts';
import { readPay } from './pay.ts';
import { readSeat, readTiedPlaces, type TiedPlaces } from './places-in-text.ts';
import { readSeniority } from './seniority.ts';
import { quote, sentencesOf } from './sentences.ts';
import { readSkills } from './skills.ts';
import { readVisa } from './visa.ts';
import { readWorkplace } from './workplace.ts';

/** Rises whenever a rule changes, so that stored postings are read again. */
export const READING_VERSION = 4;

/** Cities of the locations, and those that the text ties the job to; a text that names the office beats a list of all. */
function citiesOf(locations: readonly LocationReading[], tied: readonly TiedPlaces[]): string[] {
  const cities = locations.flatMap((location) => [
    ...location.places.filter((place) => place.kind === 'city').map((place) => place.code),
    ...(location.unknownCity === null ? [] : [location.unknownCity]),
  ]);
  const known = new Set(locations.flatMap(({ places }) => countriesOf(places)));
  const inText = tied.flatMap(({ places }) =>
    places.filter(({ kind, country }) => kind === 'city' && (known.size === 0 || known.has(country ?? ''))),
  );
  return [...new Set([...cities, ...inText.map(({ code }) => code)])];
}

/** Reads all fields of a posting. */
export function readPosting(source: SourcePosting): Facts {
  const sentences = sentencesOf(source.description);
  const country = countryOf(source.locationCountry ?? '');
  const locations = readLocations(source.locations, country);
  const stated = readTiedPlaces(sentences);
  const tied = stated.length > 0 ? stated : readSeat(source.locations, sentences);
  const workplace = readWorkplace(source, locations, sentences);
  const eligibility = readEligibility({ source, workplace: workplace.values, locations, sentences, tied });
  const pay = readPay(source, sentences);
  const employment = readEmployment(source, sentences);
  const seniority = readSeniority(source, sentences);
  const languages = readLanguages(source, sentences);
  const visa = readVisa(sentences);
  const roles = rolesIn(source.title);
  const cities = citiesOf(locations, tied);
  const places: Evidence[] = locations
    .filter((location) => location.places.length > 0)
    .slice(0, 3)
    .map((location) => ({ words: quote(location.words), where: 'location' }));
  const evidence: Record<string, Evidence[]> = {
    workplace: workplace.evidence,
    countries: eligibility.evidence,
    cities: cities.length > 0 ? places : [],
    pay: pay === null ? [] : [{ words: pay.words, where: pay.where }],
    employment: employment.evidence,
    seniority: seniority.evidence,
    languages: languages.evidence,
    visaSponsorship: visa.evidence,
    titles: roles.length > 0 ? [{ words: quote(source.title), where: 'title' }] : [],
  };
  return {
    workplace: workplace.values,
    eligible: eligibility.eligible,
    countries: eligibility.named,
    cities,
    pay: pay?.pay ?? null,
    employment: employment.values,
    seniority: seniority.values,
    ...readSkills(source),
    languages: languages.values,
    visa: visa.value,
    roles,
    evidence,
  };
}
