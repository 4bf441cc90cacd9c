/** What the name of a criterion stands for in the filter: "forget the salary" clears `pay`. */
import type { FilterField } from '../../matching/filter.ts';
import type { Client, FacetName } from '../meaning.ts';

/** The fields that a released criterion clears. */
export const cleared: Record<FacetName, FilterField[]> = {
  pay: ['pay'],
  place: ['countries', 'regions', 'cities'],
  date: ['postedWithinDays'],
  titles: ['titles'],
  skills: ['skills', 'anySkills'],
  companies: ['companies'],
  seniority: ['seniority'],
  employment: ['employment'],
  workplace: ['workplace'],
  exclude: ['exclude'],
  sort: ['sort'],
  query: ['query'],
  score: ['minScore'],
  languages: ['languages'],
  visa: ['visaSponsorship'],
  client: ['client'],
  clientCountries: [],
  clientRating: [],
  clientPayment: [],
  sources: ['sources'],
};

/** The part of `client` that such a name speaks of. */
export const clientParts: Partial<Record<FacetName, keyof Client>> = {
  clientCountries: 'countries',
  clientRating: 'minRating',
  clientPayment: 'paymentVerified',
};
