/** Which postings pass a filter, in what order, how many are hidden and by what; answered from the index. */
import type { Wish, WishMeanings } from '../llm/wish-meanings.ts';
import type { Unit } from '../store/store.ts';
import type { Answer, Criterion, Question } from './criteria/criterion.ts';
import { setCriteria } from './criteria/index.ts';
import type { Filter } from './filter.ts';
import type { Counts } from './match.ts';
import { type Bits, both, countBits, eachBit, either, except, hasBit } from './posting-index/bits.ts';
import type { IndexKeeper } from './posting-index/index-keeper.ts';
import { createNearness, MOST_COMPARED } from './posting-index/nearness.ts';
import type { PostingIndex } from './posting-index/posting-index.ts';
import { knownSince, numbersHidden } from './posting-index/posting-index-repository.ts';
import {
  countDistances,
  fuse,
  meaningOf,
  type Near,
  nearest,
  queryWords,
  wordPoints,
} from './posting-index/relevance.ts';
import { createTextSearch } from './posting-index/text-search.ts';
import { top } from './posting-index/top.ts';
import { relief } from './relief.ts';
import type { Scorer, Scoring } from './scoring/scorer.ts';

export interface ListQuery {
  filter: Filter;
  /** YYYY-MM-DD. */
  today: string;
  showUnclear: boolean;
}

export interface MatchSearch {
  /** Ids of the matches in order. */
  page(unit: Unit, query: ListQuery & { offset: number; limit: number }): Promise<string[]>;
  /** Ids of the matches nearest to a meaning, the nearest first. */
  nearest(unit: Unit, query: ListQuery, wish: Wish, limit: number): Promise<string[]>;
  /** All counts under a filter. */
  counts(unit: Unit, query: ListQuery): Promise<Omit<Counts, 'revision'>>;
  /** For each query, how many of its matches became known after its own moment, ISO 8601. */
  countSince(unit: Unit, queries: readonly (ListQuery & { since: string })[]): Promise<number[]>;
}

/** So many of the nearest get a place of their own; those behind share places. */
const PLACED = 500;

/** So many of the matches, the nearest to the CV first, have their score computed; a person reads a few dozen. */
const MOST_SCORED = 2000;
/** What the words of a free wish can add to a score when both order the list. */
const WISH_POINTS = 40;

export function createMatchSearch(dependencies: {
  keeper: IndexKeeper;
  meanings: WishMeanings;
  scorer: Scorer;
}): MatchSearch {
  const { keeper, meanings, scorer } = dependencies;
  const nearness = createNearness();
  const text = createTextSearch();

  async function ask(unit: Unit, query: ListQuery, more: readonly string[]) {
    const index = await keeper.current(unit);
    const { filter, today } = query;
    const set = setCriteria(filter);
    const phrases = [...set.flatMap((criterion) => criterion.phrases?.(filter) ?? []), ...more];
    const naming = await text.naming(unit, index, phrases);
    const scoring = await scorer.current(unit);
    const scoreOf = scoring === null ? undefined : (slot: number) => scoring.known(index, slot);
    const question: Question = { index, filter, today, naming, scoreOf };
    const answering = index.answering();
    const hidden = both(index.ofNumbers(await numbersHidden(unit)), answering.bits);
    const answer = (criterion: Criterion) => ({ key: criterion.key, ...criterion.answer(question) });
    const others = set.filter(({ key }) => key !== 'minScore').map(answer);
    if (scoring === null || others.length === set.length) {
      const asleep = set.filter(({ key }) => key === 'minScore').map(answer);
      return { ...answering, index, naming, answers: [...others, ...asleep], hidden, scoring };
    }
    // A least score can only be told of what has been scored.
    await score(unit, index, except(passed(others, answering.bits), hidden), scoring);
    const answers = set.map((criterion) => others.find(({ key }) => key === criterion.key) ?? answer(criterion));
    return { ...answering, index, naming, answers, hidden, scoring };
  }

  /** Has the nearest of them scored: the first at once, the others soon. */
  async function score(unit: Unit, index: PostingIndex, among: Bits, scoring: Scoring): Promise<void> {
    const wish = await meanings.of(scoring.wish, index.models);
    const { exact } = near(index, among, wish, MOST_SCORED);
    await scoring.ensure(unit, index, [...exact.keys()].slice(0, MOST_SCORED));
  }

  /** A quick measure for all, exact likeness for the best of them, exact places for the first. */
  function near(index: PostingIndex, among: Bits, wish: Wish, first: number): Near {
    const distances = nearness.distances(index, wish);
    const counts = countDistances(among, distances);
    const slots = nearest(among, distances, counts, MOST_COMPARED);
    const likenesses = nearness.likenesses(index, wish.vector, slots);
    const least = likenesses.toSorted()[Math.max(0, slots.length - first)] ?? 0;
    const best: { slot: number; likeness: number }[] = [];
    for (const [place, likeness] of likenesses.entries()) {
      if (likeness >= least) best.push({ slot: slots[place] ?? 0, likeness });
    }
    const ordered = best.toSorted((a, b) => b.likeness - a.likeness || index.compareIds(a.slot, b.slot));
    return { distances, counts, exact: new Map(ordered.map(({ slot }, place) => [slot, place + 1])) };
  }

  async function order(filter: Filter, index: PostingIndex, among: Bits, naming: (phrase: string) => Bits) {
    const meaning = meaningOf(filter);
    const points = wordPoints(index, filter, naming);
    if (meaning === '') return fuse(among, points, null);
    const wish = await meanings.of(meaning, index.models);
    return fuse(among, points, near(index, among, wish, PLACED));
  }

  return {
    async page(unit, query) {
      const { filter } = query;
      const asked = await ask(unit, query, queryWords(filter));
      const { index } = asked;
      const passing = except(passed(asked.answers, asked.bits), asked.hidden);
      const sure = both(passing, allYes(asked.answers, asked.bits));
      const among = query.showUnclear ? passing : sure;
      const relevance = await order(filter, index, among, asked.naming);
      const { scoring } = asked;
      const isScored = scoring !== null && (filter.sort ?? 'score') === 'score';
      if (isScored) await score(unit, index, among, scoring);
      const wishWorth = filter.query === undefined ? 0 : WISH_POINTS / Math.max(1e-9, highest(relevance, among));
      // What has no score yet stands behind what has one.
      const scoreAt = (slot: number): number =>
        (isScored ? (scoring.known(index, slot) ?? -100) : 0) + (relevance[slot] ?? 0) * wishWorth;
      const byScore = (a: number, b: number): number => (isScored ? scoreAt(b) - scoreAt(a) : 0);
      // Sure ones before unclear ones of equal rank; the id last, so that the order is total.
      const byRank = (a: number, b: number): number =>
        (relevance[b] ?? 0) - (relevance[a] ?? 0) || Number(hasBit(sure, b)) - Number(hasBit(sure, a));
      const byDate = (a: number, b: number): number => (index.postedOn[b] ?? 0) - (index.postedOn[a] ?? 0);
      const byPay = (a: number, b: number): number => bestPay(index, b) - bestPay(index, a);
      const compare = {
        score: (a: number, b: number) => byScore(a, b) || byRank(a, b) || byDate(a, b) || index.compareIds(a, b),
        newest: (a: number, b: number) => byDate(a, b) || byRank(a, b) || index.compareIds(a, b),
        pay: (a: number, b: number) => byPay(a, b) || byRank(a, b) || byDate(a, b) || index.compareIds(a, b),
      }[filter.sort ?? 'score'];
      return top(among, query, compare).map((slot) => index.idOf(slot));
    },

    async nearest(unit, query, wish, limit) {
      const { index, answers, bits, hidden } = await ask(unit, query, []);
      const { exact } = near(index, except(passed(answers, bits), hidden), wish, limit);
      return [...exact.keys()].slice(0, limit).map((slot) => index.idOf(slot));
    },

    async counts(unit, query) {
      const { answers, bits, hidden, samples } = await ask(unit, query, []);
      const shown = except(bits, hidden);
      const passing = answers.map(({ yes, unclear }) => either(yes, unclear));
      const all = passing.reduce(both, shown);
      const total = countBits(all);
      const unclear = total - countBits(allYes(answers, all));
      const without = withoutEach(passing, shown);
      const hiddenBy = answers.map(({ key }, index) => ({
        criterion: key,
        count: countBits(without[index] ?? shown) - total,
      }));
      const byOne = hiddenBy.reduce((sum, { count }) => sum + count, 0);
      const out = countBits(shown) - total;
      return {
        postings: countBits(bits),
        total: query.showUnclear ? total : total - unclear,
        unclear,
        hidden: out,
        hiddenBy: hiddenBy.filter(({ count }) => count > 0),
        hiddenBySeveral: out - byOne,
        hiddenByPerson: countBits(passing.reduce(both, hidden)),
        relief:
          total > 0
            ? null
            : relief(
                answers.map(({ key }) => key),
                passing,
                shown,
              ),
        samples,
      };
    },

    async countSince(unit, queries) {
      const counts: number[] = [];
      const oldest = queries.map(({ since }) => since).toSorted()[0];
      const known = oldest === undefined ? [] : await knownSince(unit, oldest);
      for (const query of queries) {
        const since = Date.parse(query.since);
        const numbers = known.filter(({ knownAt }) => knownAt > since).map(({ number }) => number);
        if (numbers.length === 0) {
          counts.push(0);
          continue;
        }
        const { index, answers, bits, hidden } = await ask(unit, query, []);
        const passing = passed(answers, except(both(bits, index.ofNumbers(numbers)), hidden));
        counts.push(countBits(query.showUnclear ? passing : allYes(answers, passing)));
      }
      return counts;
    },
  };
}

/** What no criterion refuses. */
function passed(answers: readonly Answer[], among: Bits): Bits {
  return answers.reduce((kept, { yes, unclear }) => both(kept, either(yes, unclear)), among);
}

/** What every criterion is sure of. */
function allYes(answers: readonly Answer[], among: Bits): Bits {
  return answers.reduce((kept, { yes }) => both(kept, yes), among);
}

/** For each set, what all the others leave: from the front and from the back, so that it takes 2n steps, not n². */
function withoutEach(sets: readonly Bits[], among: Bits): Bits[] {
  const behind: Bits[] = [];
  let rest = among;
  for (const set of sets.toReversed()) {
    behind.unshift(rest);
    rest = both(rest, set);
  }
  let before = among;
  return sets.map((set, place) => {
    const others = both(before, behind[place] ?? among);
    before = both(before, set);
    return others;
  });
}

function highest(values: Float32Array | Float64Array, among: Bits): number {
  let most = 0;
  eachBit(among, (slot) => {
    most = Math.max(most, values[slot] ?? 0);
  });
  return most;
}

/** The best that is offered a year in euros; what says nothing comes last. */
function bestPay(index: PostingIndex, slot: number): number {
  const [max = Number.NaN, min = Number.NaN] = [index.maxEur[slot], index.minEur[slot]];
  if (!Number.isNaN(max)) return max;
  return Number.isNaN(min) ? -1 : min;
}
