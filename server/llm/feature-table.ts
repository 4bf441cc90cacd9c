/**
 * The embedder's table as a file: for each row two scales (float32, little endian), one for its learnt and one for its
 * lexical numbers, then all rows as signed bytes, the learnt numbers first.
 */
import { BUCKETS, LEARNT, LEXICAL } from './text-features.ts';

export interface FeatureTable {
  /** Two a row. */
  scales: Float32Array;
  bytes: Int8Array;
}

const ROW = LEARNT + LEXICAL;
const SCALES = BUCKETS * 2 * 4;
const LARGEST = 127;

/** Rows as bytes; in each half of a row the largest number becomes 127. */
export function packTable(learnt: Float32Array, lexical: Float32Array): Uint8Array {
  const file = new Uint8Array(SCALES + BUCKETS * ROW);
  const view = new DataView(file.buffer);
  for (const [half, table, width, from] of [
    [0, learnt, LEARNT, 0],
    [1, lexical, LEXICAL, LEARNT],
  ] as const)
    for (let row = 0; row < BUCKETS; row += 1) {
      const numbers = table.subarray(row * width, (row + 1) * width);
      const scale = numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / LARGEST;
      view.setFloat32((row * 2 + half) * 4, scale, true);
      for (const [at, value] of numbers.entries())
        view.setInt8(SCALES + row * ROW + from + at, scale === 0 ? 0 : Math.round(value / scale));
    }
  return file;
}

/** The inverse of `packTable`. Throws when the file has another size: it was made by another version. */
export function unpackTable(file: Uint8Array): FeatureTable {
  if (file.length !== SCALES + BUCKETS * ROW)
    throw new Error('embedder.bin does not fit this version: run node scripts/build-embedder.ts.');
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  return {
    scales: Float32Array.from({ length: BUCKETS * 2 }, (_, at) => view.getFloat32(at * 4, true)),
    bytes: new Int8Array(file.buffer, file.byteOffset + SCALES, BUCKETS * ROW),
  };
}
