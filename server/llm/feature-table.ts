/**
 * The embedder's table as a file. For each row: its scale (float32, little endian); then for each row its rarity, a byte
 * in steps of a sixteenth; then all rows, four bits a number, two a byte, the first in the low bits, 8 being nought.
 * Sums of some twenty rows even out what four bits lose.
 */
import { BUCKETS, LEARNT } from './text-features.ts';

export interface FeatureTable {
  scales: Float32Array;
  /** How rare each row's features are: the logarithm of inverse document frequency. */
  rarity: Float32Array;
  nibbles: Uint8Array;
}

const ROW = LEARNT / 2;
const RARITY = BUCKETS * 4;
const NIBBLES = RARITY + BUCKETS;
const SIZE = NIBBLES + BUCKETS * ROW;
const RARITY_STEPS = 16;
const NOUGHT = 8;
const LARGEST = 7;
/** What lies farther out than so many standard deviations is cut: of numbers that are about normal, one in 140. */
const FARTHEST = 2.7;

/** `learnt` is BUCKETS rows of LEARNT numbers. */
export function packTable(learnt: Float32Array, rarity: Float32Array): Uint8Array {
  const file = new Uint8Array(SIZE);
  const view = new DataView(file.buffer);
  for (let row = 0; row < BUCKETS; row += 1) {
    const numbers = learnt.subarray(row * LEARNT, (row + 1) * LEARNT);
    const spread = Math.sqrt(numbers.reduce((sum, value) => sum + value * value, 0) / LEARNT);
    const scale = (spread * FARTHEST) / LARGEST;
    view.setFloat32(row * 4, scale, true);
    file[RARITY + row] = Math.min(255, Math.round((rarity[row] ?? 0) * RARITY_STEPS));
    for (const [at, value] of numbers.entries()) {
      const level = scale === 0 ? 0 : Math.max(-LARGEST, Math.min(LARGEST, Math.round(value / scale)));
      const place = NIBBLES + row * ROW + (at >>> 1);
      file[place] = (file[place] ?? 0) | ((level + NOUGHT) << (at % 2 === 0 ? 0 : 4));
    }
  }
  return file;
}

/** The inverse of `packTable`. Throws when the file has another size: it was made by another version. */
export function unpackTable(file: Uint8Array): FeatureTable {
  if (file.length !== SIZE)
    throw new Error('embedder.bin does not fit this version: run node scripts/build-embedder.ts.');
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  return {
    scales: Float32Array.from({ length: BUCKETS }, (_, row) => view.getFloat32(row * 4, true)),
    rarity: Float32Array.from(file.subarray(RARITY, NIBBLES), (value) => value / RARITY_STEPS),
    nibbles: file.subarray(NIBBLES),
  };
}

/** Adds a row's learnt numbers to the first LEARNT of a vector. */
export function addLearnt(vector: Float32Array, { scales, nibbles }: FeatureTable, row: number, weight: number): void {
  const scale = (scales[row] ?? 0) * weight;
  for (let at = 0; at < ROW; at += 1) {
    const both = nibbles[row * ROW + at] ?? 0;
    vector[at * 2] = (vector[at * 2] ?? 0) + scale * ((both & 15) - NOUGHT);
    vector[at * 2 + 1] = (vector[at * 2 + 1] ?? 0) + scale * ((both >>> 4) - NOUGHT);
  }
}

/**
 * Adds what only tells words apart behind the learnt numbers: a random direction of the row's own (random projection,
 * Achlioptas 2003), as long as its features are rare. Two texts that share rare words are then near, whatever was learnt
 * of them.
 */
export function addLexical(vector: Float32Array, { rarity }: FeatureTable, row: number, weight: number): void {
  const length = (rarity[row] ?? 0) * weight;
  // Marsaglia's xorshift, begun at the row: nothing of these directions needs to be stored.
  let state = Math.imul(row + 1, 0x9e37_79b1);
  for (let at = LEARNT; at < vector.length; at += 1) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    vector[at] = (vector[at] ?? 0) + ((state & 1) === 0 ? -length : length);
  }
}
