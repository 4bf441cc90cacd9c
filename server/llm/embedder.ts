/** What turns words into meaning: unit vectors of 384 numbers, so that their inner product is their likeness. */

export const DIMENSIONS = 384;

/**
 * A vector as it is stored: a byte a dimension, the largest number becoming 127. The direction is kept to about half a
 * degree, in a quarter of the space; the length is not, which cosines do not need.
 */
export function toStoredMeaning(vector: Float32Array): Int8Array {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  return Int8Array.from(vector, (value) => Math.round((value / largest) * 127));
}

export interface Embedder {
  /** Stored with each vector; vectors of different models are never compared. */
  model: string;
  embed(text: string): Promise<Float32Array>;
}
