/**
 * Scores of many postings for one person, kept in memory per state of their CV: the nearest to it at once, all others
 * a few at a time in the background, so that nobody waits for a thousand of them. The rules are pure, so every process
 * comes to the same numbers.
 */
import { setImmediate as breathe } from 'node:timers/promises';
import { findActiveCv } from '../../cv/cv-repository.ts';
import { asCorrected } from '../../cv/cv-view.ts';
import { withoutIdentifiers, withoutNames } from '../../cv/without-identifiers.ts';
import type { Profile } from '../../cv/profile.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Events } from '../../kernel/events.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Store, Unit } from '../../store/store.ts';
import type { PostingIndex } from '../posting-index/posting-index.ts';
import { type Candidate, candidateOf } from './candidate.ts';
import { fitOf, scoreOf } from './compute-score.ts';
import type { Fit, Score } from './fit.ts';
import { type ModelVerdict, type RatingQuestion, ratingQuestion } from './model-verdicts.ts';
import { leanedFit, leanedScore, leaningOf, type Leanings, leaningsFrom } from './leanings.ts';
import type { ScoredPosting } from './requirements.ts';
import { activeVersion, markedPostings, scoredRows } from './scoring-repository.ts';

export interface ScoringEvents {
  /** More postings have a score than before. */
  'scores-changed': { userId: string; isComplete: boolean };
}

/** The scores of one state of one CV. */
export interface Scoring {
  /** As its person corrected it. */
  cv: { id: string; text: string; profile: Profile };
  candidate: Candidate;
  /** The CV in a posting's words and without identifiers, to find the nearest with. */
  wish: string;
  /** `given` are verdicts that count instead of the rules' own. */
  score(posting: ScoredPosting, given?: readonly ModelVerdict[]): Score;
  fit(posting: ScoredPosting, given?: readonly ModelVerdict[]): Fit;
  /** What a model is asked about a posting; null when there is nothing to ask. */
  question(posting: ScoredPosting): RatingQuestion | null;
  /** The score of a slot if it is known by now, else null. */
  known(index: PostingIndex, slot: number): number | null;
  /** Scores the first of these slots, nearest first, at once and the others in the background. */
  ensure(unit: Unit, index: PostingIndex, slots: readonly number[]): Promise<void>;
}

export interface Scorer {
  /** Null without a CV. */
  current(unit: Unit): Promise<Scoring | null>;
}

/** So many are scored before the list is answered: more than a screen holds. */
const AT_ONCE = 60;
const BATCH = 50;
/** Scored between two breaths. */
const BREATH = 10;
const PEOPLE = 50;
/** The list hears of new scores about so often. */
const TELL_EVERY = 500;

interface Board {
  key: string;
  scoring: Scoring;
  stop(): void;
}

export function createScorer(dependencies: {
  store: Store;
  clock: Clock;
  logger: Logger;
  events: Events<ScoringEvents>;
}): Scorer {
  const { store, clock, logger, events } = dependencies;
  const boards = new Map<string, Board>();
  const learnt = new Map<string, { version: string; leanings: Leanings }>();

  /** What the person leans to; read anew only when they have saved or hidden something. */
  async function leaningsOf(unit: Unit, version: NonNullable<Awaited<ReturnType<typeof activeVersion>>>) {
    const { userId, marks, learns, leaningsOff } = version;
    const state = [marks, learns, ...leaningsOff].join('|');
    const known = learnt.get(userId);
    if (known?.version === state) return known.leanings;
    const leanings = leaningsFrom(learns ? await markedPostings(unit) : [], leaningsOff);
    learnt.delete(userId);
    learnt.set(userId, { version: state, leanings });
    const [oldest] = learnt.keys();
    if (learnt.size > PEOPLE && oldest !== undefined) learnt.delete(oldest);
    return leanings;
  }

  return {
    async current(unit) {
      const version = await activeVersion(unit);
      if (version === null) return null;
      const today = clock().toISOString().slice(0, 10);
      const leanings = await leaningsOf(unit, version);
      const leant = [...leanings.values()].map(({ key: trait, points }) => `${trait} ${points}`).toSorted();
      const key = [version.id, version.revision, version.homeCountry, today, ...leant].join(' ');
      const known = boards.get(version.userId);
      if (known?.key === key) return known.scoring;
      const cv = await findActiveCv(unit);
      if (cv === null) return null;
      const { text, profile } = asCorrected(cv);
      const wishes = cv.corrections.wishes ?? {};
      const candidate = candidateOf({ text, profile, wishes, homeCountry: version.homeCountry }, today);
      known?.stop();
      const board = createBoard({
        store,
        logger,
        events,
        userId: version.userId,
        cv: { id: cv.id, text, profile },
        anonymous: withoutIdentifiers(text, [cv.profile, profile]),
        candidate,
        leanings,
        wish: withoutNames(inPostingForm(profile), [cv.profile, profile]),
        today,
      });
      boards.delete(version.userId);
      boards.set(version.userId, { key, ...board });
      const [oldest] = boards.keys();
      if (boards.size > PEOPLE && oldest !== undefined) {
        boards.get(oldest)?.stop();
        boards.delete(oldest);
      }
      return board.scoring;
    },
  };
}

/** The CV as a posting would say it: roles, skills, what was done. No name, no address, no birth date. */
export function inPostingForm({ headline, targetTitles, skills, experience, summary }: Profile): string {
  const titles = [headline?.value, ...targetTitles.map(({ value }) => value)];
  return [
    [...new Set(titles)].filter((title) => title !== undefined).join(', '),
    skills
      .slice(0, 40)
      .map(({ canonical, value }) => canonical ?? value)
      .join(', '),
    summary?.value.slice(0, 400) ?? '',
    ...experience
      .slice(0, 3)
      .map(({ title, details }) =>
        [title?.value ?? '', ...details.slice(0, 3).map(({ value }) => value)].join('. ').slice(0, 300),
      ),
  ].join('\n');
}

function createBoard(options: {
  store: Store;
  logger: Logger;
  events: Events<ScoringEvents>;
  userId: string;
  cv: Scoring['cv'];
  /** The CV's text without identifiers. */
  anonymous: string;
  candidate: Candidate;
  leanings: Leanings;
  wish: string;
  today: string;
}): { scoring: Scoring; stop(): void } {
  const { store, logger, events, userId, cv, anonymous, candidate, leanings, wish, today } = options;
  const known = new Map<number, { slot: number; value: number }>();
  const waiting = new Map<number, { id: string; slot: number }>();
  let work: Promise<void> | null = null;
  const stopped = new AbortController();

  async function take(unit: Unit, batch: readonly (readonly [number, { id: string; slot: number }])[]): Promise<void> {
    const rows = new Map(
      (
        await scoredRows(
          unit,
          batch.map(([, { id }]) => id),
        )
      ).map((row) => [row.id, row]),
    );
    for (const [place, [number, { id, slot }]] of batch.entries()) {
      const row = rows.get(id);
      known.set(number, { slot, value: row === undefined ? 0 : scoring.score(row).value });
      if (place % BREATH === BREATH - 1) await breathe();
    }
  }

  async function workThrough(): Promise<void> {
    let untold = 0;
    while (waiting.size > 0 && !stopped.signal.aborted) {
      const batch = [...waiting].slice(0, BATCH);
      for (const [number] of batch) waiting.delete(number);
      await store.asPerson(userId, async (unit) => await take(unit, batch));
      untold += batch.length;
      if (untold >= TELL_EVERY || waiting.size === 0) {
        untold = 0;
        events.emit('scores-changed', { userId, isComplete: waiting.size === 0 });
      }
    }
  }

  const isKnown = (index: PostingIndex, slot: number): boolean => known.get(index.numbers[slot] ?? -1)?.slot === slot;

  const scoring: Scoring = {
    cv,
    candidate,
    wish,
    score: (posting, given) => leanedScore(scoreOf(candidate, posting, today, given), leaningOf(posting, leanings)),
    fit: (posting, given) => leanedFit(fitOf(candidate, posting, today, given), leaningOf(posting, leanings)),
    question: (posting) => ratingQuestion(anonymous, posting),
    known: (index, slot) => {
      const found = known.get(index.numbers[slot] ?? -1);
      return found?.slot === slot ? found.value : null;
    },
    async ensure(unit, index, slots) {
      const missing = slots.flatMap((slot) =>
        isKnown(index, slot) ? [] : [[index.numbers[slot] ?? -1, { id: index.idOf(slot), slot }] as const],
      );
      await take(unit, missing.slice(0, AT_ONCE));
      for (const [number, one] of missing.slice(AT_ONCE)) waiting.set(number, one);
      unit.afterCommit(() => {
        if (waiting.size === 0 || work !== null) return;
        work = workThrough()
          .catch((error: unknown) => logger.error({ error }, 'postings could not be scored'))
          .finally(() => {
            work = null;
          });
      });
    },
  };
  return {
    scoring,
    stop() {
      stopped.abort();
      waiting.clear();
    },
  };
}
