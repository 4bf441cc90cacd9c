/** The client behind a freelance project. No source here names one yet, so that every posting leaves it open. */
import { type Criterion, judged } from './criterion.ts';

export const client: Criterion = {
  key: 'client',
  isSet: (filter) => filter.client !== undefined,
  judge: () => judged('client', 'unclear', []),
  answer: ({ index }) => ({ yes: index.none(), unclear: index.answering().bits }),
};
