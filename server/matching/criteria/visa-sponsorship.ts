/** Visa sponsorship: offered, refused, or not spoken of. */
import { type Bits, except } from '../posting-index/bits.ts';
import { type Criterion, judged } from './criterion.ts';

export const visaSponsorship: Criterion = {
  key: 'visaSponsorship',
  isSet: (filter) => filter.visaSponsorship === true,
  judge({ facts }) {
    const verdict = facts.visa === null ? 'unclear' : facts.visa ? 'yes' : 'no';
    return judged('visaSponsorship', verdict, facts.evidence['visaSponsorship']);
  },
  answer({ index }) {
    const spoken: Bits = index.withAny('visa', ['yes', 'no']);
    return { yes: index.withAny('visa', ['yes']), unclear: except(index.answering().bits, spoken) };
  },
};
