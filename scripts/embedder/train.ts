/**
 * Learns a row of numbers for every feature, so that texts which belong together get near directions: of all texts in
 * a batch each must find its own partner (InfoNCE, van den Oord et al. 2018, arXiv:1807.03748; both ways as in CLIP),
 * each row with a step of its own (Adagrad). Deterministic: one thread, one seed, plain arithmetic.
 */
import { BUCKETS, LEARNT, textWords } from '../../server/llm/text-features.ts';
import { featuresOf, type Features } from './features.ts';
import type { Pair } from './pairs.ts';

/** Pairs in a batch: each text has 255 wrong partners. */
const BATCH = 256;
const TEMPERATURE = 0.07;
const RATE = 0.05;
const START = 0.05;
/** Of a longer text a random window of as many words is read, a new one each time. */
const WINDOW = 16;

/** a += scale · b, over one row each. */
function addRow(a: Float32Array, atA: number, b: Float32Array, atB: number, scale: number): void {
  for (let d = 0; d < LEARNT; d += 1) a[atA + d] = (a[atA + d] ?? 0) + scale * (b[atB + d] ?? 0);
}

function dot(a: Float32Array, atA: number, b: Float32Array, atB: number): number {
  let sum = 0;
  for (let d = 0; d < LEARNT; d += 1) sum += (a[atA + d] ?? 0) * (b[atB + d] ?? 0);
  return sum;
}

/** The wrongness of each likeness: what softmax over rows and over columns gives too much, halved; and the mean loss. */
function wrongness(likeness: Float64Array): { errors: Float64Array; loss: number } {
  const errors = new Float64Array(BATCH * BATCH);
  let loss = 0;
  for (const [along, across] of [
    [BATCH, 1],
    [1, BATCH],
  ] as const)
    for (let line = 0; line < BATCH; line += 1) {
      let most = -Infinity;
      for (let k = 0; k < BATCH; k += 1) most = Math.max(most, likeness[line * along + k * across] ?? 0);
      let sum = 0;
      for (let k = 0; k < BATCH; k += 1) sum += Math.exp((likeness[line * along + k * across] ?? 0) - most);
      for (let k = 0; k < BATCH; k += 1) {
        const at = line * along + k * across;
        const share = Math.exp((likeness[at] ?? 0) - most) / sum;
        errors[at] = (errors[at] ?? 0) + (share - (k === line ? 1 : 0)) / 2;
        if (k === line) loss -= Math.log(share) / (2 * BATCH);
      }
    }
  return { errors, loss };
}

/** Trains for `steps` batches; gives the table, BUCKETS rows of LEARNT numbers. */
export function train(
  draw: () => Pair,
  random: () => number,
  steps: number,
  onStep: (step: number, loss: number) => void,
): Float32Array {
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const table = Float32Array.from({ length: BUCKETS * LEARNT }, () => START * normal());
  const moved = new Float64Array(BUCKETS).fill(1e-8);
  const read = (text: string): Features => {
    const words = textWords(text);
    const start = words.length > WINDOW ? Math.floor(random() * (words.length - WINDOW)) : 0;
    return featuresOf(words.slice(start, start + WINDOW));
  };
  for (let step = 0; step < steps; step += 1) {
    const pairs = Array.from({ length: BATCH }, draw);
    const features = [...pairs.map(({ one }) => read(one)), ...pairs.map(({ other }) => read(other))];
    const { gradients, loss } = batchGradients(table, pairs, features);
    const rate = RATE * (1 - step / steps);
    for (const [row, gradient] of gradients) {
      moved[row] = (moved[row] ?? 0) + dot(gradient, 0, gradient, 0) / LEARNT;
      addRow(table, row * LEARNT, gradient, 0, -rate / Math.sqrt(moved[row] ?? 1));
    }
    onStep(step, loss);
  }
  return table;
}

function batchGradients(
  table: Float32Array,
  pairs: readonly Pair[],
  features: readonly Features[],
): { gradients: Map<number, Float32Array>; loss: number } {
  const units = new Float32Array(features.length * LEARNT);
  const lengths = features.map((weights, text) => {
    for (const [row, weight] of weights) addRow(units, text * LEARNT, table, row * LEARNT, weight);
    const length = Math.sqrt(dot(units, text * LEARNT, units, text * LEARNT)) + 1e-6;
    for (let d = 0; d < LEARNT; d += 1) units[text * LEARNT + d] = (units[text * LEARNT + d] ?? 0) / length;
    return length;
  });
  const likeness = new Float64Array(BATCH * BATCH);
  for (let i = 0; i < BATCH; i += 1)
    for (let j = 0; j < BATCH; j += 1)
      likeness[i * BATCH + j] =
        i !== j && pairs[i]?.of === pairs[j]?.of
          ? -1e9
          : dot(units, i * LEARNT, units, (BATCH + j) * LEARNT) / TEMPERATURE;
  const { errors, loss } = wrongness(likeness);
  const pulls = new Float32Array(units.length);
  for (let i = 0; i < BATCH; i += 1)
    for (let j = 0; j < BATCH; j += 1) {
      const error = (errors[i * BATCH + j] ?? 0) / (TEMPERATURE * BATCH);
      if (Math.abs(error) < 1e-7) continue;
      addRow(pulls, i * LEARNT, units, (BATCH + j) * LEARNT, error);
      addRow(pulls, (BATCH + j) * LEARNT, units, i * LEARNT, error);
    }
  const gradients = new Map<number, Float32Array>();
  for (const [text, weights] of features.entries()) {
    const at = text * LEARNT;
    // Only what turns the direction counts: the part along the text itself changes nothing.
    addRow(pulls, at, units, at, -dot(pulls, at, units, at));
    for (const [row, weight] of weights) {
      let gradient = gradients.get(row);
      if (gradient === undefined) gradients.set(row, (gradient = new Float32Array(LEARNT)));
      addRow(gradient, 0, pulls, at, weight / (lengths[text] ?? 1));
    }
  }
  return { gradients, loss };
}
