/**
 * A freelance project, as marketplaces rate one: skill, budget and complexity from 0 to 10, the client's rating, and
 * whether to answer it. From the same verdicts as the score; what is not stated is left out of the mean. Pure.
 */
import { perYear, toEur } from '../../taxonomy/currencies.ts';
import type { Candidate } from './candidate.ts';
import type { FitPart, Marketplace, Score } from './fit.ts';
import type { ScoredPosting } from './requirements.ts';

/** The specification's least mean for a yes. */
const YES = 7;
const MAYBE = 5;
/** Who has less of what is asked is not asked back, however well the rest suits. */
const LEAST_SKILL = 4;

/** Null for employment. No board of ours tells a client's rating yet, so that it is null. */
export function marketplaceOf(
  { stops }: Score,
  parts: readonly FitPart[],
  { wishes }: Candidate,
  { facts }: ScoredPosting,
): Marketplace | null {
  if (!facts.employment.includes('freelance') && facts.pay?.period !== 'fixed') return null;
  const ofTen = (name: FitPart['part']): number | null => {
    const value = parts.find(({ part }) => part === name)?.value ?? null;
    return value === null ? null : Math.round(value * 10);
  };
  const [skill, budget, complexity] = [ofTen('requirements'), budgetOf(wishes.pay, facts.pay), ofTen('seniority')];
  const known = [skill, budget, complexity].filter((value) => value !== null);
  const mean = known.length === 0 ? null : Math.round((known.reduce((a, b) => a + b, 0) / known.length) * 10) / 10;
  const isOut = stops.length > 0 || (skill !== null && skill < LEAST_SKILL);
  const recommendation = isOut ? 'no' : mean === null || mean < MAYBE ? 'no' : mean >= YES ? 'yes' : 'maybe';
  return {
    skill,
    budget,
    complexity,
    clientRating: null,
    mean,
    recommendation: known.length === 0 ? 'maybe' : recommendation,
  };
}

/** 10 when the best that is offered is what the person wants, 0 at half of it; null when one of them is not said. */
function budgetOf(wanted: Candidate['wishes']['pay'], offered: ScoredPosting['facts']['pay']): number | null {
  if (wanted === undefined || offered === null || offered.period === 'fixed' || offered.currency === null) return null;
  const best = offered.max ?? offered.min;
  const year = best === null ? null : perYear(best, offered.period);
  const wish = perYear(wanted.min, wanted.period);
  const [has, wants] = [
    year === null ? null : toEur(year, offered.currency),
    wish === null ? null : toEur(wish, wanted.currency),
  ];
  if (has === null || wants === null) return null;
  return Math.round(Math.min(1, Math.max(0, (has / wants - 0.5) * 2)) * 10);
}
