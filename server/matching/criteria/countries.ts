/**
 * Countries and regions together, any of them: where an office is, and for remote work from where it may be done.
 * A bare "Remote" leaves it open.
 */
import { regionCountries } from '../../taxonomy/places.ts';
import { answerFor } from '../../postings/as-read.ts';
import type { Filter } from '../filter.ts';
import { type Bits, both, either, except } from '../posting-index/bits.ts';
import type { Elsewhere } from '../posting-index/posting-index.ts';
import { type Criterion, judged } from './criterion.ts';

/** ISO code of nowhere (user-assigned range): asks what a posting says of countries it does not name. */
const ANYWHERE = 'ZZ';

const KINDS = ['eligible', 'ineligible', 'unsure'];

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
  answer({ index, filter }) {
    const wanted = wantedCountries(filter);
    // A posting that names only some of the wanted countries answers for the others by what it says of elsewhere.
    const namesAll = wanted
      .map((country) => KINDS.map((kind) => index.withAny(kind, [country])).reduce(either))
      .reduce(both);
    const elsewhere = (answer: Elsewhere): Bits => except(index.whereElsewhere(answer), namesAll);
    const yes = either(index.withAny('eligible', wanted), elsewhere(1));
    return { yes, unclear: except(either(index.withAny('unsure', wanted), elsewhere(0)), yes) };
  },
};
