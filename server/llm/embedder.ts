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

/** Answers at once. */
export interface Embedder {
  /** Stored with each vector; vectors of different models are never compared. */
  model: string;
  embed(text: string): Promise<Float32Array>;
}

/** Takes its time: a server, or a network on this machine. Never asked while somebody waits. */
export interface SlowEmbedder {
  /** As an Embedder's. */
  model: string;
  /** A vector for each text, in their order. Rejects when it cannot be reached or answers something else. */
  embedAll(texts: readonly string[], signal: AbortSignal): Promise<Float32Array[]>;
}

/**
 * Any model's numbers as ours: the first 384 of longer ones (what models that can be shortened put first says most,
 * Kusupati et al. 2022, arXiv:2205.13147), zeros behind shorter ones, length one.
 */
export function toMeaning(numbers: ArrayLike<number>): Float32Array {
  const vector = Float32Array.from({ length: DIMENSIONS }, (_, at) => numbers[at] ?? 0);
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? vector : vector.map((value) => value / length);
}
