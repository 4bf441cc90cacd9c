/** Companies, sources and categories: named or not; there is nothing in between. */
import { fold } from '../../taxonomy/fold.ts';
import { hasWords, wordsOf } from '../../taxonomy/words.ts';
import { type Bits, either } from '../posting-index/bits.ts';
import type { PostingIndex } from '../posting-index/posting-index.ts';
import { type Criterion, judged } from './criterion.ts';

/** "Stripe" is also "Stripe, Inc.", "stripe" and "Stripe Payments". */
export function isCompany(company: string | null, wanted: readonly string[]): boolean {
  return company !== null && wanted.some((name) => hasWords(company, name));
}

export function ofCompanies(index: PostingIndex, wanted: readonly string[]): Bits {
  return wanted.map((name) => index.withAll('company', wordsOf(name))).reduce(either, index.none());
}

export const companies: Criterion = {
  key: 'companies',
  isSet: (filter) => (filter.companies?.length ?? 0) > 0,
  judge: (posting, filter) =>
    judged(
      'companies',
      isCompany(posting.company, filter.companies ?? []) ? 'yes' : 'no',
      posting.company === null ? [] : [{ words: posting.company, where: 'field' }],
    ),
  answer: ({ index, filter }) => ({ yes: ofCompanies(index, filter.companies ?? []), unclear: index.none() }),
};

export const sources: Criterion = {
  key: 'sources',
  isSet: (filter) => (filter.sources?.length ?? 0) > 0,
  judge: (posting, filter) => {
    const wanted = (filter.sources ?? []).map(fold);
    // An opening that several boards carry is found under each of them.
    const named = [posting.source, ...posting.alsoOn].find((source) => wanted.includes(source));
    return judged('sources', named === undefined ? 'no' : 'yes', [{ words: named ?? posting.source, where: 'field' }]);
  },
  answer: ({ index, filter }) => {
    const wanted = (filter.sources ?? []).map(fold);
    return { yes: either(index.withAny('source', wanted), index.withAny('also', wanted)), unclear: index.none() };
  },
};

/** A source's own catalogue or an employer's department, by its exact name. */
export const categories: Criterion = {
  key: 'categories',
  isSet: (filter) => (filter.categories?.length ?? 0) > 0,
  judge: ({ department }, filter) => {
    const isNamed = department !== null && (filter.categories ?? []).map(fold).includes(fold(department));
    return judged(
      'categories',
      isNamed ? 'yes' : 'no',
      department === null ? [] : [{ words: department, where: 'field' }],
    );
  },
  answer: ({ index, filter }) => ({
    yes: index.withAny('department', (filter.categories ?? []).map(fold)),
    unclear: index.none(),
  }),
};
