/**
 * The score, version 2. Parts between 0 and 1, each left out where nothing is known of it:
 *
 *   requirements .52   skills, years, education, languages, permits: met 1, partly ½, missing 0; what is unknown is
 *                      left out. A must weighs 3, a should 1; of the musts the first six weigh double.
 *   title        .20   the same or a narrower role 1, a wider one .8 (a software engineer for a backend role), a related
 *                      one ½, another speciality of one trade .35, any other 0; a role of the past 85 % of it
 *   seniority    .08   the same level 1, one apart .7, two .35, more .1
 *   conditions   .14   place, visa, pay, schedule: met 1, partly ½, missing 0
 *   freshness    .06   a week 1, a month .8, two .5, older .25
 *
 * Score = 100 × their weighted mean, drawn towards 50 by up to half where the posting says little (confidence), and cut
 * at a ceiling by hard stops: place and visa 30, unpaid work 40, a language 45. No words of a posting or a CV can set a
 * number: only what the verdicts say counts. Pure.
 */
import { areOneTrade, relation } from '../../taxonomy/titles.ts';
import { SENIORITIES, type Seniority } from '../../postings/job-posting.ts';
import type { Candidate } from './candidate.ts';
import {
  type Fit,
  type FitVerdict,
  type FitPart,
  PARTS,
  REQUIREMENT_KINDS,
  type RequirementKind,
  type Score,
} from './fit.ts';
import { marketplaceOf } from './marketplace.ts';
import type { ModelVerdict } from './model-verdicts.ts';
import { lineAround } from './quotes.ts';
import { type Requirement, requirementsOf, type ScoredPosting } from './requirements.ts';
import { type Judged, judge } from './verdicts.ts';

export const SCORE_VERSION = 2;

const WEIGHTS = { requirements: 0.52, title: 0.2, seniority: 0.08, conditions: 0.14, freshness: 0.06 } as const;
const WORTH: Record<FitVerdict, number> = { met: 1, partly: 0.5, missing: 0, unknown: 0 };
const CEILINGS: Partial<Record<RequirementKind, number>> = { place: 30, visa: 30, pay: 40, language: 45 };
const CONDITIONS: ReadonlySet<RequirementKind> = new Set(['place', 'visa', 'pay', 'employment', 'workplace']);
const MUST = 3;
const DOUBLED = 6;
const PAST = 0.85;
const CURRENT_ROLES = 3;
const DAY_MS = 86_400_000;

/** `said` is the model's, when it was asked and borne out. */
type Weighed = { requirement: Requirement; judged: Judged; weight: number; said?: ModelVerdict | undefined };
/** Verdicts that count instead of the rules' own. */
type Given = readonly ModelVerdict[];

/** The score of a posting for a CV; `today` is YYYY-MM-DD. */
export function scoreOf(candidate: Candidate, posting: ScoredPosting, today: string, given: Given = []): Score {
  return summed(weigh(candidate, posting, given), candidate, posting, today).score;
}

/** The same score with every requirement and the words of both. */
export function fitOf(candidate: Candidate, posting: ScoredPosting, today: string, given: Given = []): Fit {
  const weighed = weigh(candidate, posting, given);
  const { score, parts } = summed(weighed, candidate, posting, today);
  return {
    ...score,
    parts,
    marketplace: marketplaceOf(score, parts, candidate, posting),
    gain: gainOf(weighed, score, (changed) => summed(changed, candidate, posting, today).score.value),
    requirements: weighed.map(({ requirement: { kind, value, necessity, quote }, judged, said }) => ({
      kind,
      value,
      necessity,
      verdict: judged.verdict,
      isStop: judged.isStop === true,
      posting: said?.posting ?? quote(),
      cv: said?.cv ?? (judged.span === undefined ? null : lineAround(candidate.text, judged.span)),
    })),
  };
}

/** What would change the score most if it were met; only what a CV can truly say. */
function gainOf(weighed: readonly Weighed[], score: Score, sum: (changed: readonly Weighed[]) => number): Fit['gain'] {
  let best: Fit['gain'] = null;
  for (const one of weighed) {
    const { kind, value } = one.requirement;
    if (kind !== 'skill' || (one.judged.verdict !== 'missing' && one.judged.verdict !== 'partly')) continue;
    const changed = sum(weighed.map((other) => (other === one ? { ...one, judged: { verdict: 'met' } } : other)));
    if (changed > (best?.score ?? score.value)) best = { kind, value, score: changed };
  }
  return best;
}

function weigh(candidate: Candidate, posting: ScoredPosting, given: Given): Weighed[] {
  let musts = 0;
  return requirementsOf(posting).map((requirement) => {
    const isMust = requirement.necessity === 'must';
    if (isMust && requirement.kind === 'skill') musts += 1;
    const weight = isMust ? MUST * (requirement.kind === 'skill' && musts <= DOUBLED ? 2 : 1) : 1;
    const said = given.find(({ kind, value }) => kind === requirement.kind && value === requirement.value);
    const judged = said === undefined ? judge(requirement, candidate, posting) : { verdict: said.verdict };
    return { requirement, judged, weight, said };
  });
}

function summed(
  weighed: readonly Weighed[],
  candidate: Candidate,
  posting: ScoredPosting,
  today: string,
): { score: Score; parts: FitPart[] } {
  const isCondition = ({ requirement }: Weighed): boolean => CONDITIONS.has(requirement.kind);
  const asked = weighed.filter((one) => !isCondition(one));
  const values = {
    requirements: mean(asked),
    title: titleFit(candidate, posting),
    seniority: seniorityFit(candidate.seniority, posting.facts.seniority),
    conditions: mean(weighed.filter(isCondition)),
    freshness: freshness(posting, today),
  };
  const total = PARTS.reduce((sum, part) => sum + (values[part] === null ? 0 : WEIGHTS[part]), 0);
  const parts = PARTS.map((part) => ({
    part,
    value: values[part],
    weight: values[part] === null ? 0 : WEIGHTS[part] / total,
  }));
  const raw = parts.reduce((sum, { value, weight }) => sum + (value ?? 0) * weight, 0);
  const confidence =
    total * Math.min(1, (knownOf(asked) + 1) / 6) * { full: 1, snippet: 0.7, none: 0.5 }[posting.completeness];
  const stops = REQUIREMENT_KINDS.filter((kind) =>
    weighed.some(({ requirement, judged }) => requirement.kind === kind && judged.isStop === true),
  );
  const ceiling = Math.min(100, ...stops.map((kind) => CEILINGS[kind] ?? 100));
  const drawn = 50 + (raw * 100 - 50) * (0.5 + confidence / 2);
  const counted = (verdict: FitVerdict): number => weighed.filter(({ judged }) => judged.verdict === verdict).length;
  return {
    parts,
    score: {
      value: Math.round(Math.min(ceiling, drawn)),
      confidence: Math.round(confidence * 100) / 100,
      version: SCORE_VERSION,
      met: counted('met'),
      partly: counted('partly'),
      missing: counted('missing'),
      unknown: counted('unknown'),
      stops,
      leaning: null,
    },
  };
}

const knownOf = (weighed: readonly Weighed[]): number =>
  weighed.filter(({ judged }) => judged.verdict !== 'unknown').length;

function mean(weighed: readonly Weighed[]): number | null {
  const known = weighed.filter(({ judged }) => judged.verdict !== 'unknown');
  const total = known.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return null;
  return known.reduce((sum, { weight, judged }) => sum + weight * WORTH[judged.verdict], 0) / total;
}

/** The best that any role of the CV makes of any role of the posting; null when one of them names none. */
function titleFit({ roles }: Candidate, { facts }: ScoredPosting): number | null {
  if (roles.length === 0 || facts.roles.length === 0) return null;
  let best = 0;
  for (const [place, { value }] of roles.entries()) {
    for (const wanted of facts.roles) {
      const kin = relation(wanted, value);
      const isWider = relation(value, wanted) === 'narrower';
      const apart = kin === 'related' ? 0.5 : areOneTrade(wanted, value) ? 0.35 : 0;
      const worth = kin === 'same' || kin === 'narrower' ? 1 : isWider ? 0.8 : apart;
      best = Math.max(best, worth * (place < CURRENT_ROLES ? 1 : PAST));
    }
  }
  return best;
}

function seniorityFit(own: Seniority | null, wanted: readonly Seniority[]): number | null {
  if (own === null || wanted.length === 0) return null;
  const steps = wanted.map((level) => Math.abs(SENIORITIES.indexOf(level) - SENIORITIES.indexOf(own)));
  return [1, 0.7, 0.35][Math.min(...steps)] ?? 0.1;
}

function freshness({ postedOn, validThrough }: ScoredPosting, today: string): number {
  if (validThrough !== null && validThrough.slice(0, 10) < today) return 0;
  const days = (Date.parse(today) - Date.parse(postedOn)) / DAY_MS;
  if (days <= 7) return 1;
  if (days <= 31) return 0.8;
  return days <= 62 ? 0.5 : 0.25;
}
