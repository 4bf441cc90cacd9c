/**
 * A criterion answers twice, and alike: `judge` for one posting, with the words that decided, and `answer` for all of
 * them at once. A property test holds the two against each other.
 */
import type { Facts } from '../../postings/job-posting.ts';
import type { Criterion as CriterionKey, Filter } from '../filter.ts';
import type { CriterionVerdict, Reason } from '../match.ts';
import type { Bits } from '../posting-index/bits.ts';
import type { PostingIndex } from '../posting-index/posting-index.ts';

/** What judging needs of a posting. */
export interface JudgedPosting {
  title: string;
  company: string | null;
  source: string;
  /** Other boards that carry the same opening. */
  alsoOn: readonly string[];
  department: string | null;
  description: string;
  completeness: 'full' | 'snippet' | 'none';
  facts: Facts;
  /** YYYY-MM-DD, published or first seen. */
  postedOn: string;
  /** Against the person's CV; null without one. */
  score: number | null;
}

export interface Judgement {
  verdict: CriterionVerdict;
  reasons: Reason[];
}

/** A filter put to all postings. */
export interface Question {
  index: PostingIndex;
  filter: Filter;
  /** YYYY-MM-DD. */
  today: string;
  /** The score of a slot; undefined when there is no CV, null while it is not known. */
  scoreOf: ((slot: number) => number | null) | undefined;
  /** Postings that name these words in title, company, skills or text; those of `phrases` only. */
  naming(phrase: string): Bits;
}

/** Sets that share nothing; all others are a no. */
export interface Answer {
  yes: Bits;
  unclear: Bits;
}

export interface Criterion {
  key: CriterionKey;
  isSet(filter: Filter): boolean;
  /** `today` is YYYY-MM-DD. */
  judge(posting: JudgedPosting, filter: Filter, today: string): Judgement;
  answer(question: Question): Answer;
  /** Words that only the text itself can answer for. */
  phrases?(filter: Filter): string[];
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
