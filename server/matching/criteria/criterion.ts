/**
 * A criterion answers twice, and alike: `judge` for one posting, with the words that decided, and `sql` for all of
 * them at once. A property test holds the two against each other.
 */
import type { Facts } from '../../postings/job-posting.ts';
import type { Criterion as CriterionKey, Filter } from '../filter.ts';
import type { CriterionVerdict, Reason } from '../match.ts';

/** What judging needs of a posting. */
export interface JudgedPosting {
  title: string;
  company: string | null;
  source: string;
  description: string;
  completeness: 'full' | 'snippet' | 'none';
  facts: Facts;
  /** YYYY-MM-DD, published or first seen. */
  postedOn: string;
}

export interface Judgement {
  verdict: CriterionVerdict;
  reasons: Reason[];
}

/** Collects the values of a statement; gives `$n` for each. */
export interface SqlValues {
  add(value: unknown): string;
  list: unknown[];
}

export interface Criterion {
  key: CriterionKey;
  isSet(filter: Filter): boolean;
  /** `today` is YYYY-MM-DD. */
  judge(posting: JudgedPosting, filter: Filter, today: string): Judgement;
  /** An expression over `posting_search s`: 1 for yes, 0 for unclear, -1 for no. */
  sql(filter: Filter, values: SqlValues, today: string): string;
}

export function createSqlValues(): SqlValues {
  const list: unknown[] = [];
  return { list, add: (value) => `$${list.push(value)}` };
}

/** A judgement with one reason. */
export function judged(
  criterion: CriterionKey,
  verdict: CriterionVerdict,
  evidence: Reason['evidence'] | undefined,
  value: string | null = null,
): Judgement {
  return { verdict, reasons: [{ criterion, verdict, value, evidence: evidence ?? [] }] };
}
