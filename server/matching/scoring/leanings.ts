/**
 * What a person leans to, learnt from what they save and hide. For each trait of a posting (role, skill, company,
 * workplace, level) with s saves and h hides, s + h ≥ 3:
 *
 *   lean = (s − h) / (s + h + 2)      ≥ .5: +2 points · ≥ .25: +1 · ≤ −.25: −1 · ≤ −.5: −2
 *
 * A posting's three strongest traits count, five points at most in either direction, and never above a hard stop. A
 * company's postings count three times at most, so that hiding a company says little about its skills. Pure.
 */
import type { Facts } from '../../postings/job-posting.ts';
import type { Fit, Leaning, Score, Trait } from './fit.ts';

export interface MarkedPosting {
  isSaved: boolean;
  company: string | null;
  facts: Pick<Facts, 'roles' | 'skills' | 'skillsAsked' | 'workplace' | 'seniority'>;
}
type Traits = Pick<MarkedPosting, 'facts'> & { company?: string | null | undefined };

/** Points by trait. */
export type Leanings = ReadonlyMap<string, Trait>;

const LEAST_MARKS = 3;
const CAUTION = 2;
const MOST_POINTS = 5;
const MOST_REASONS = 3;
const MOST_SKILLS = 10;
const MOST_OF_A_COMPANY = 3;

/** `ignored` are the keys of traits that the person does not want to count. */
export function leaningsFrom(marked: readonly MarkedPosting[], ignored: readonly string[]): Leanings {
  const counts = new Map<string, { saves: number; hides: number; kind: Trait['kind']; value: string }>();
  const seen = new Map<string, number>();
  for (const posting of marked) {
    const whose = `${posting.isSaved} ${posting.company ?? ''}`;
    const times = (seen.get(whose) ?? 0) + 1;
    seen.set(whose, times);
    if (posting.company !== null && times > MOST_OF_A_COMPANY) continue;
    for (const { key, kind, value } of traitsOf(posting)) {
      const count = counts.get(key) ?? { saves: 0, hides: 0, kind, value };
      if (posting.isSaved) count.saves += 1;
      else count.hides += 1;
      counts.set(key, count);
    }
  }
  const leanings = new Map<string, Trait>();
  for (const [key, { saves, hides, kind, value }] of counts) {
    if (saves + hides < LEAST_MARKS || ignored.includes(key)) continue;
    const points = pointsOf((saves - hides) / (saves + hides + CAUTION));
    if (points !== 0) leanings.set(key, { key, kind, value, points });
  }
  return leanings;
}

function pointsOf(lean: number): number {
  const size = Math.abs(lean) >= 0.5 ? 2 : Math.abs(lean) >= 0.25 ? 1 : 0;
  return lean < 0 ? -size : size;
}

function traitsOf({ facts, company }: Traits): Omit<Trait, 'points'>[] {
  const skills = facts.skillsAsked.length > 0 ? facts.skillsAsked : facts.skills.map(({ name }) => name);
  const named = (kind: Trait['kind'], values: readonly string[]): Omit<Trait, 'points'>[] =>
    [...new Set(values)].map((value) => ({ key: `${kind} ${value}`, kind, value }));
  return [
    ...named('role', facts.roles),
    ...named('skill', skills.slice(0, MOST_SKILLS)),
    ...named('company', company === null || company === undefined ? [] : [company]),
    ...named('workplace', facts.workplace),
    ...named('seniority', facts.seniority),
  ];
}

/** What a posting's traits add or take; null when none of them counts. */
export function leaningOf(posting: Traits, leanings: Leanings): Leaning | null {
  if (leanings.size === 0) return null;
  const because = traitsOf(posting)
    .flatMap(({ key }) => leanings.get(key) ?? [])
    .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, MOST_REASONS);
  const sum = because.reduce((all, { points }) => all + points, 0);
  const points = Math.max(-MOST_POINTS, Math.min(MOST_POINTS, sum));
  return points === 0 ? null : { points, because };
}

/** The score with the leaning in it; a hard stop is not leant over. */
export function leanedScore(score: Score, leaning: Leaning | null): Score {
  if (leaning === null || score.stops.length > 0) return score;
  return { ...score, value: within(score.value + leaning.points), leaning };
}

export function leanedFit(fit: Fit, leaning: Leaning | null): Fit {
  const { value, leaning: counted } = leanedScore(fit, leaning);
  if (counted === null) return fit;
  const gain = fit.gain === null ? null : { ...fit.gain, score: within(fit.gain.score + counted.points) };
  return { ...fit, value, leaning: counted, gain };
}

const within = (value: number): number => Math.max(0, Math.min(100, value));
