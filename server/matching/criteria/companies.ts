/** Companies and sources: named or not; there is nothing in between. */
import { fold } from '../../taxonomy/fold.ts';
import { type Criterion, judged, type SqlValues } from './criterion.ts';
import { hasWords, likePatterns, paddedSql } from './words.ts';

/** "Stripe" is also "Stripe, Inc.", "stripe" and "Stripe Payments". */
export function isCompany(company: string | null, wanted: readonly string[]): boolean {
  return company !== null && wanted.some((name) => hasWords(company, name));
}

export function companySql(wanted: readonly string[], values: SqlValues): string {
  const any = wanted.map((name) => `(${paddedSql('s.company')}) like all (${values.add(likePatterns(name))}::text[])`);
  return `(${any.join(' or ')})`;
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
  sql: (filter, values) => `case when ${companySql(filter.companies ?? [], values)} then 1 else -1 end`,
};

export const sources: Criterion = {
  key: 'sources',
  isSet: (filter) => (filter.sources?.length ?? 0) > 0,
  judge: (posting, filter) =>
    judged('sources', (filter.sources ?? []).map(fold).includes(posting.source) ? 'yes' : 'no', [
      { words: posting.source, where: 'field' },
    ]),
  sql: (filter, values) =>
    `case when s.source = any (${values.add((filter.sources ?? []).map(fold))}::text[]) then 1 else -1 end`,
};
