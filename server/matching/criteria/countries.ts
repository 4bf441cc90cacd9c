/**
 * Countries and regions together, any of them: where an office is, and for remote work from where it may be done.
 * A bare "Remote" leaves it open.
 */
import { regionCountries } from '../../taxonomy/places.ts';
import { answerFor } from '../../postings/as-read.ts';
import type { Filter } from '../filter.ts';
import { type Criterion, judged } from './criterion.ts';

/** ISO code of nowhere (user-assigned range): asks what a posting says of countries it does not name. */
const ANYWHERE = 'ZZ';

/** The countries a filter's places stand for. */
export function wantedCountries(filter: Pick<Filter, 'countries' | 'regions'>): string[] {
  const regions = (filter.regions ?? []).flatMap((region) =>
    region === 'WORLDWIDE' ? [ANYWHERE] : regionCountries(region),
  );
  return [...new Set([...(filter.countries ?? []), ...regions])];
}

export const countries: Criterion = {
  key: 'countries',
  isSet: (filter) => (filter.countries?.length ?? 0) + (filter.regions?.length ?? 0) > 0,
  judge(posting, filter) {
    const answers = wantedCountries(filter).map((country) => answerFor(posting.facts.eligible, country));
    const verdict = answers.includes('yes') ? 'yes' : answers.includes('unclear') ? 'unclear' : 'no';
    return judged('countries', verdict, posting.facts.evidence['countries']);
  },
  sql(filter, values) {
    const wanted = `${values.add(wantedCountries(filter))}::text[]`;
    const unnamed = `not (${wanted} <@ (s.eligible_yes || s.eligible_no || s.eligible_unclear))`;
    return `case when s.eligible_yes && ${wanted} or (s.eligible_elsewhere = 1 and ${unnamed}) then 1
      when s.eligible_unclear && ${wanted} or (s.eligible_elsewhere = 0 and ${unnamed}) then 0 else -1 end`;
  },
};
