/**
 * How relevant each posting is to what is meant, as a number to sort by: reciprocal rank fusion (Cormack, Clarke,
 * Büttcher 2009) of two rankings, by words and by nearness of meaning. Equal places are shared, so that postings of
 * equal standing stay equal and other things can decide between them.
 */
import { wordsOf } from '../../taxonomy/words.ts';
import type { Filter } from '../filter.ts';
import { addBit, type Bits, both, countBits, eachBit } from './bits.ts';
import { FARTHEST } from './nearness.ts';
import type { PostingIndex } from './posting-index.ts';

/** The constant of the fusion, from the paper. */
const K = 60;
/** Weights of the places where a word of the wish may stand. */
const IN_TITLE = 4;
const IN_SKILLS = 2;
const IN_COMPANY = 2;
const IN_TEXT = 1;
/** Words are told apart by rarity in steps, so that near ones count as equal. */
const STEPS = 20;
/** Words of a wish that are looked at. */
const MOST_WORDS = 12;
/** Words that carry no meaning of their own in a wish. */
const EMPTY_WORDS = new Set(
  'a an and any as at be by for from i in is it job jobs me my of on or the to with work'.split(' '),
);

/** The words of a free wish that are worth looking up in the text. */
export function queryWords(filter: Filter): string[] {
  return [...new Set(wordsOf(filter.query ?? ''))].filter((word) => !EMPTY_WORDS.has(word)).slice(0, MOST_WORDS);
}

/** What the filter means, in words: what is embedded and compared; empty when there is no free wish. */
export function meaningOf(filter: Filter): string {
  if (filter.query === undefined) return '';
  return [filter.query, ...(filter.titles ?? []), ...(filter.skills ?? []), ...(filter.anySkills ?? [])].join('. ');
}

/** Points by words: for each slot a number, and the slots that have any. */
export interface WordPoints {
  points: Float32Array;
  named: Bits;
}

/** Points by words for each slot; 0 where none of them stands. `naming` knows the texts. */
export function wordPoints(index: PostingIndex, filter: Filter, naming: (phrase: string) => Bits): WordPoints {
  const points = new Float32Array(index.size);
  const named = index.none();
  const alive = Math.max(1, index.size - index.dead);
  /** Adds to the postings of a list; rare ones count more, as in BM25. */
  const add = (slots: Int32Array, weight: number): void => {
    const rarity = Math.log1p((alive - Math.min(slots.length, alive) + 0.5) / (slots.length + 0.5));
    for (const slot of slots) {
      points[slot] = (points[slot] ?? 0) + weight * rarity;
      addBit(named, slot);
    }
  };
  for (const word of queryWords(filter)) {
    add(index.slotsOf('title', word), IN_TITLE);
    add(index.slotsOf('company', word), IN_COMPANY);
    add(slotsOf(naming(word)), IN_TEXT);
  }
  for (const title of filter.titles ?? []) add(slotsOf(index.withAll('title', wordsOf(title))), IN_TITLE);
  for (const skill of [...(filter.skills ?? []), ...(filter.anySkills ?? [])]) {
    add(slotsOf(index.withAll('title', wordsOf(skill))), IN_TITLE);
    add(index.slotsOf('skill', skill), IN_SKILLS);
  }
  return { points, named };
}

/** How near postings are: the quick distances, and the places of the nearest in their true order. */
export interface Near {
  distances: Uint16Array;
  /** How many of those asked for lie at each distance. */
  counts: Int32Array;
  exact: ReadonlyMap<number, number>;
}

/**
 * One number a slot for those in `among`: the sum of 1 / (60 + place) over both rankings. `near` is null when nothing
 * is meant beyond the facets.
 */
export function fuse(among: Bits, { points, named }: WordPoints, near: Near | null): Float64Array {
  const fused = new Float64Array(points.length);
  const those = both(among, named);
  let most = 0;
  eachBit(those, (slot) => (most = Math.max(most, points[slot] ?? 0)));
  if (most > 0) {
    const level = (slot: number): number => STEPS - Math.round(((points[slot] ?? 0) / most) * STEPS);
    const counts = new Int32Array(STEPS + 1);
    eachBit(those, (slot) => {
      const at = level(slot);
      counts[at] = (counts[at] ?? 0) + 1;
    });
    const worth = worthOf(sharedPlaces(counts));
    eachBit(those, (slot) => (fused[slot] = worth[level(slot)] ?? 0));
  }
  if (near !== null) {
    const { distances, exact } = near;
    const worth = worthOf(sharedPlaces(near.counts).map((place) => Math.max(exact.size + 1, place)));
    eachBit(among, (slot) => (fused[slot] = (fused[slot] ?? 0) + (worth[distances[slot] ?? 0] ?? 0)));
    for (const [slot, place] of exact) {
      fused[slot] = (fused[slot] ?? 0) + 1 / (K + place) - (worth[distances[slot] ?? 0] ?? 0);
    }
  }
  return fused;
}

/** What a place adds to the sum. */
const worthOf = (places: Int32Array): Float64Array => Float64Array.from(places, (place) => 1 / (K + place));

/** The place of each level, 1 for the first: one more than all those on better levels. */
function sharedPlaces(counts: Int32Array): Int32Array {
  let place = 1;
  return counts.map((count) => {
    const mine = place;
    place += count;
    return mine;
  });
}

function slotsOf(bits: Bits): Int32Array {
  const slots = new Int32Array(countBits(bits));
  let place = 0;
  eachBit(bits, (slot) => {
    slots[place] = slot;
    place += 1;
  });
  return slots;
}

/** How many of `among` lie at each distance. */
export function countDistances(among: Bits, distances: Uint16Array): Int32Array {
  const counts = new Int32Array(FARTHEST + 1);
  eachBit(among, (slot) => {
    const distance = distances[slot] ?? FARTHEST;
    counts[distance] = (counts[distance] ?? 0) + 1;
  });
  return counts;
}

/** The slots of `among` nearest by the quick measure, at most `most`, in no order. */
export function nearest(among: Bits, distances: Uint16Array, counts: Int32Array, most: number): Int32Array {
  let limit = -1;
  for (let sum = counts[0] ?? 0; sum <= most && limit < FARTHEST; sum += counts[limit + 1] ?? 0) limit += 1;
  const slots: number[] = [];
  eachBit(among, (slot) => void ((distances[slot] ?? FARTHEST) <= limit && slots.push(slot)));
  return Int32Array.from(slots);
}
