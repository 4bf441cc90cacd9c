/** The least score: sleeps while there is no CV, and leaves open what has not been scored yet. */
import { addBit, eachBit } from '../posting-index/bits.ts';
import { type Criterion, judged } from './criterion.ts';

export const minScore: Criterion = {
  key: 'minScore',
  isSet: (filter) => filter.minScore !== undefined,
  judge({ score }, filter) {
    if (score === null) return { verdict: 'yes', reasons: [] };
    return judged('minScore', score >= (filter.minScore ?? 0) ? 'yes' : 'no', []);
  },
  answer({ index, filter, scoreOf }) {
    const all = index.answering().bits;
    if (scoreOf === undefined) return { yes: all, unclear: index.none() };
    const [yes, unclear] = [index.none(), index.none()];
    eachBit(all, (slot) => {
      const score = scoreOf(slot);
      if (score === null) addBit(unclear, slot);
      else if (score >= (filter.minScore ?? 0)) addBit(yes, slot);
    });
    return { yes, unclear };
  },
};
