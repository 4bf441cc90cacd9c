/** What turns words into meaning: unit vectors of 384 numbers, so that their inner product is their likeness. */

export const DIMENSIONS = 384;

/** Bytes of a meaning as bits. */
export const SIGN_BYTES = DIMENSIONS / 8;

/** Signs of a vector, eight a byte, the first in the lowest bit: what is compared first, 32 times as small. */
export function signsOf(vector: Float32Array): Uint8Array {
  const signs = new Uint8Array(SIGN_BYTES);
  for (const [dimension, value] of vector.entries()) {
    if (value > 0) signs[dimension >>> 3] = (signs[dimension >>> 3] ?? 0) | (1 << (dimension & 7));
  }
  return signs;
}

export interface Embedder {
  /** Stored with each vector; vectors of different models are never compared. */
  model: string;
  embed(text: string): Promise<Float32Array>;
}
