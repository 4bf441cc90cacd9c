/** Draws pairs of texts that mean the same or belong together, the same sequence from the same seed. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Concept, Concepts } from './concepts.ts';

/** Two texts, and what they are of: pairs of one concept in a batch are not held against each other. */
export interface Pair {
  one: string;
  other: string;
  of: object;
}

/** How often each kind is drawn; together 1. Neighbours and postings are the loosest, so the rarest. */
const SHARES = {
  own: 0.1,
  esco: 0.22,
  onet: 0.2,
  skills: 0.28,
  related: 0.06,
  siblings: 0.06,
  postings: 0.08,
} as const;
/** How often a name is paired with a sentence instead of with another name. */
const WITH_TEXT = 0.25;
const SHORTEST_LINE = 30;

const postingSchema = z.object({ title: z.string(), descriptionPlain: z.string().nullish() });
type Posting = { title: string; lines: string[] };

/** Titles of postings and the lines of their texts, from a gzipped file of JSON lines. */
export function readPostings(path: string): Posting[] {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
  return lines.filter(Boolean).flatMap((line) => {
    const { title, descriptionPlain } = postingSchema.parse(JSON.parse(line));
    const long = (descriptionPlain ?? '').split('\n').filter((words) => words.length > SHORTEST_LINE);
    return long.length > 0 ? [{ title, lines: long }] : [];
  });
}

/** Numbers in [0, 1), the same from the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Creates the drawer of pairs. */
export function createPairs(concepts: Concepts, postings: readonly Posting[], random: () => number): () => Pair {
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('There is nothing to draw from: is a data file empty?');
    return item;
  };
  const nameOf = ({ names, byLanguage }: Concept): string =>
    pick(byLanguage === undefined ? names : pick([...byLanguage.values()]));
  const ofConcept = (concept: Concept): Pair => {
    const { names, texts } = concept;
    const one = nameOf(concept);
    if (texts.length > 0 && (names.length < 2 || random() < WITH_TEXT)) return { one, other: pick(texts), of: concept };
    return { one, other: nameOf(concept), of: concept };
  };
  return () => {
    let rest = random();
    for (const kind of ['own', 'esco', 'onet', 'skills'] as const) {
      rest -= SHARES[kind];
      if (rest < 0) return ofConcept(pick(concepts[kind]));
    }
    if (rest < SHARES.related) {
      const [first, second] = pick(concepts.related);
      return { one: pick(first.names), other: pick(second.names), of: {} };
    }
    rest -= SHARES.related;
    if (rest < SHARES.siblings) {
      const group = pick(concepts.siblings);
      return { one: nameOf(pick(group)), other: nameOf(pick(group)), of: group };
    }
    const posting = pick(postings);
    return { one: posting.title, other: pick(posting.lines), of: {} };
  };
}
