/** Areas as lists of countries, for the answers of `eligibility.ts`. Pure. */
import { type PlaceMention, regionCountries } from '../../taxonomy/places.ts';
import type { Eligibility, Evidence } from '../job-posting.ts';
import { type Band, countriesWithZones, inBand } from './time-zones.ts';

/** An answer with the words that decided, and the countries that they name. */
export type Found = { eligible: Eligibility; evidence: Evidence[]; named: string[] };

/** Nothing said: unclear everywhere. */
export const OPEN: Eligibility = { yes: [], no: [], unclear: [], elsewhere: 'unclear' };

/** The countries that places stand for; regions unfolded. */
export function area(places: readonly PlaceMention[]): string[] {
  return places.flatMap((place) =>
    place.kind === 'region' ? [...regionCountries(place.code)] : place.country === null ? [] : [place.country],
  );
}

/** Each code once, in order. */
export function unique(codes: readonly string[]): string[] {
  return [...new Set(codes)].toSorted();
}

/** From the countries whose zones lie in the band. */
export function byBand(band: Band): Eligibility {
  const answer: Eligibility = { yes: [], no: [], unclear: [], elsewhere: 'unclear' };
  for (const country of countriesWithZones()) {
    const verdict = inBand(country, band);
    if (verdict !== null) answer[verdict].push(country);
  }
  return answer;
}
