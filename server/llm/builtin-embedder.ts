/**
 * The built-in embedder: no download, no network, the same everywhere. A text's direction is the sum of the rows of its
 * features (`text-features.ts`), which were learnt from the names that taxonomies give the same thing in several
 * languages, from sentences about it, and from titles of postings with their texts (`scripts/build-embedder.ts`). A
 * smaller part of each row only tells words apart, for names that nothing was learnt of.
 */
import { readFileSync } from 'node:fs';
import { lazy } from '../taxonomy/data-file.ts';
import { DIMENSIONS, type Embedder } from './embedder.ts';
import { addLearnt, addLexical, type FeatureTable, unpackTable } from './feature-table.ts';
import { LEARNT, textWords, wordFeatures } from './text-features.ts';

/** Characters of a text that are read: what a posting is about stands at its beginning. */
const READ = 3000;
/** The first line against all others, when there are others: a title says most. */
const HEADING = 0.6;
/** How much of likeness is what was learnt; the rest is having rare words in common. */
const LEARNT_SHARE = 0.95;
/** Words whose sums are kept, 1.5 kB each: texts are made of few different words. */
const KEPT_WORDS = 8192;

const table = lazy<FeatureTable>(() => unpackTable(readFileSync(new URL('./data/embedder.bin', import.meta.url))));

export function createBuiltinEmbedder(): Embedder {
  const kept = new Map<string, Float32Array>();

  /** The sum of the rows of a word's features. */
  function wordSum(word: string): Float32Array {
    const known = kept.get(word);
    if (known !== undefined) return known;
    const sum = new Float32Array(DIMENSIONS);
    for (const [row, weight] of wordFeatures(word)) {
      addLearnt(sum, table(), row, weight);
      addLexical(sum, table(), row, weight);
    }
    if (kept.size >= KEPT_WORDS) kept.clear();
    kept.set(word, sum);
    return sum;
  }

  function direction(text: string): Float32Array {
    const sum = new Float32Array(DIMENSIONS);
    for (const word of textWords(text)) add(sum, wordSum(word), 1);
    scale(sum, 0, LEARNT, LEARNT_SHARE);
    scale(sum, LEARNT, DIMENSIONS, 1 - LEARNT_SHARE);
    return unit(sum);
  }

  return {
    model: 'builtin-3',
    async embed(text) {
      const read = text.slice(0, READ);
      const [heading = ''] = read.split('\n', 1);
      const rest = read.slice(heading.length);
      if (rest.trim() === '') return direction(heading);
      const whole = direction(rest).map((value) => value * (1 - HEADING));
      add(whole, direction(heading), HEADING);
      return unit(whole);
    },
  };
}

function add(sum: Float32Array, row: Float32Array, weight: number): void {
  for (let at = 0; at < DIMENSIONS; at += 1) sum[at] = (sum[at] ?? 0) + weight * (row[at] ?? 0);
}

/** Makes a part of the vector so long that its square is `share`; nothing stays nothing. */
function scale(vector: Float32Array, from: number, to: number, share: number): void {
  let squares = 0;
  for (let at = from; at < to; at += 1) squares += (vector[at] ?? 0) ** 2;
  if (squares === 0) return;
  const factor = Math.sqrt(share / squares);
  for (let at = from; at < to; at += 1) vector[at] = (vector[at] ?? 0) * factor;
}

/** The same direction at length one; an empty text stays nothing. */
function unit(vector: Float32Array): Float32Array {
  scale(vector, 0, DIMENSIONS, 1);
  return vector;
}
