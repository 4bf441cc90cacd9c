/** Criteria over a short list of stated values: workplace, employment, seniority, cities. */
import type { Facts } from '../../postings/job-posting.ts';
import type { Filter } from '../filter.ts';
import { type Criterion, judged } from './criterion.ts';

type Key = 'workplace' | 'employment' | 'seniority' | 'cities';

/** Any of the wanted values stated: yes. None stated: unclear. Others stated: no. */
function setCriterion(key: Key): Criterion {
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
    sql(filter, values) {
      const list = values.add([...wanted(filter)]);
      return `case when s.${key} = '{}' then 0 when s.${key} && ${list}::text[] then 1 else -1 end`;
    },
  };
}

export const workplace = setCriterion('workplace');
export const employment = setCriterion('employment');
export const seniority = setCriterion('seniority');
export const cities = setCriterion('cities');
