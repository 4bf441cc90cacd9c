/** Criteria over a short list of stated values: workplace, employment, seniority, cities, languages. */
import type { Facts } from '../../postings/job-posting.ts';
import type { Filter } from '../filter.ts';
import { except } from '../posting-index/bits.ts';
import { type Criterion, judged } from './criterion.ts';

type Key = 'workplace' | 'employment' | 'seniority' | 'cities' | 'languages';

/** Any of the wanted values stated: yes. None stated: unclear. Others stated: no. */
function setCriterion(key: Key, kind: string): Criterion {
  const wanted = (filter: Filter): readonly string[] => filter[key] ?? [];
  const stated = (facts: Facts): readonly string[] => facts[key];
  return {
    key,
    isSet: (filter) => wanted(filter).length > 0,
    judge(posting, filter) {
      const values = stated(posting.facts);
      const evidence = posting.facts.evidence[key];
      if (values.length === 0) return judged(key, 'unclear', evidence);
      return judged(key, values.some((value) => wanted(filter).includes(value)) ? 'yes' : 'no', evidence);
    },
    answer: ({ index, filter }) => ({
      yes: index.withAny(kind, wanted(filter)),
      unclear: except(index.answering().bits, index.withAny('stated', [kind])),
    }),
  };
}

export const workplace = setCriterion('workplace', 'workplace');
export const employment = setCriterion('employment', 'employment');
export const seniority = setCriterion('seniority', 'seniority');
export const cities = setCriterion('cities', 'city');
export const languages = setCriterion('languages', 'language');
