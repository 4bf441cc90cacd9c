/**
 * Learns a row of numbers for every feature, so that texts which belong together get near directions: of all texts in
 * a batch each must find its own partner (InfoNCE, van den Oord et al. 2018, arXiv:1807.03748; both ways as in CLIP),
 * each row with a step of its own (Adagrad). Deterministic: one thread, one seed, plain arithmetic.
 */
import { BUCKETS, LEARNT, textWords, wordFeatures } from '../../server/llm/text-features.ts';
import { wrongness } from './contrast.ts';
import type { Pair } from './pairs.ts';
import { addRow, dot, products } from './rows.ts';

/** Pairs in a batch: each text has 255 wrong partners. */
const BATCH = 256;
const TEMPERATURE = 0.07;
const RATE = 0.05;
/** The spread of a row's first numbers, for the rarest features; commoner ones begin with less. */
const START = 0.08;
const RAREST = 12;
/** Of a longer text a random window of as many words is read, a new one each time. */
const WINDOW = 16;
/** Errors below this move nothing. */
const LEAST = 1e-4;

interface Training {
  draw: () => Pair;
  random: () => number;
  /** Of each row's features, see `rarityOf`. */
  rarity: Float32Array;
  /** Batches. */
  steps: number;
}

/** Trains; gives the table, BUCKETS rows of LEARNT numbers. */
export function train(
  { draw, random, rarity, steps }: Training,
  onStep: (step: number, loss: number) => void,
): Float32Array {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const table = Float32Array.from(
    { length: BUCKETS * LEARNT },
    (_, at) => (START * normal() * (rarity[Math.floor(at / LEARNT)] ?? 0)) / RAREST,
  );
  const gradients = new Float32Array(table.length);
  const moved = new Float64Array(BUCKETS).fill(1e-8);
  const featuresOf = remembering(wordFeatures);
  const wordsOf = remembering(textWords);
  const read = (text: string): string[] => {
    const words = wordsOf(text);
    const start = words.length > WINDOW ? Math.floor(random() * (words.length - WINDOW)) : 0;
    return words.slice(start, start + WINDOW);
  };
  for (let step = 0; step < steps; step += 1) {
    const pairs = Array.from({ length: BATCH }, draw);
    const texts = [...pairs.map(({ one }) => read(one)), ...pairs.map(({ other }) => read(other))];
    const words = [...new Set(texts.flat())];
    const place = new Map(words.map((word, at) => [word, at]));
    const sums = new Float32Array(words.length * LEARNT);
    for (const [at, word] of words.entries())
      for (const [row, weight] of featuresOf(word)) addRow(sums, at, table, row, weight);
    const batch = batchOf(texts, place, sums);
    const { pulls, loss } = pullsOf(pairs, batch.units);
    // What pulls a text pulls each of its words, and what pulls a word each of its rows.
    const wordPulls = new Float32Array(sums.length);
    for (const [text, own] of texts.entries()) {
      // Only what turns the direction counts: the part along the text itself changes nothing.
      addRow(pulls, text, batch.units, text, -dot(pulls, text, batch.units, text));
      for (const word of own) addRow(wordPulls, place.get(word) ?? 0, pulls, text, 1 / (batch.lengths[text] ?? 1));
    }
    const touched = new Set<number>();
    for (const [at, word] of words.entries())
      for (const [row, weight] of featuresOf(word)) {
        touched.add(row);
        addRow(gradients, row, wordPulls, at, weight);
      }
    const rate = RATE * (1 - step / steps);
    for (const row of touched) {
      moved[row] = (moved[row] ?? 0) + dot(gradients, row, gradients, row) / LEARNT;
      addRow(table, row, gradients, row, -rate / Math.sqrt(moved[row] ?? 1));
      gradients.fill(0, row * LEARNT, (row + 1) * LEARNT);
    }
    onStep(step, loss);
  }
  return table;
}

/** The directions of the texts, and how long their sums were. */
function batchOf(
  texts: readonly string[][],
  place: ReadonlyMap<string, number>,
  sums: Float32Array,
): { units: Float32Array; lengths: number[] } {
  const units = new Float32Array(texts.length * LEARNT);
  const lengths = texts.map((words, text) => {
    for (const word of words) addRow(units, text, sums, place.get(word) ?? 0, 1);
    const length = Math.sqrt(dot(units, text, units, text)) + 1e-6;
    addRow(units, text, units, text, 1 / length - 1);
    return length;
  });
  return { units, lengths };
}

/** Where each text should go, and the mean loss. */
function pullsOf(pairs: readonly Pair[], units: Float32Array): { pulls: Float32Array; loss: number } {
  const likeness = products(units, BATCH).map((product) => product / TEMPERATURE);
  for (const [i, { of }] of pairs.entries())
    for (const [j, other] of pairs.entries()) if (i !== j && of === other.of) likeness[i * BATCH + j] = -1e9;
  const { errors, loss } = wrongness(likeness, BATCH);
  const pulls = new Float32Array(units.length);
  for (let i = 0; i < BATCH; i += 1)
    for (let j = 0; j < BATCH; j += 1) {
      const error = (errors[i * BATCH + j] ?? 0) / (TEMPERATURE * BATCH);
      if (Math.abs(error) < LEAST) continue;
      addRow(pulls, i, units, BATCH + j, error);
      addRow(pulls, BATCH + j, units, i, error);
    }
  return { pulls, loss };
}

function remembering<Value>(make: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const value = known.get(text) ?? make(text);
    known.set(text, value);
    return value;
  };
}
