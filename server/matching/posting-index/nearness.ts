/**
 * How near each posting's meaning is to a wish: first a quick measure of all, the wish in four bits a dimension against
 * the posting's signs, as RaBitQ does (Gao and Long 2024), which orders far better than signs against signs; then the
 * exact product for the best of them. Both loops are WebAssembly with SIMD.
 */
import { DIMENSIONS } from '../../llm/embedder.ts';
import type { Wish } from '../../llm/wish-meanings.ts';
import { exactProgram, PLANES, quickProgram, REGISTER } from './nearness-program.ts';
import { type PostingIndex, SIGN_BYTES } from './posting-index.ts';

/** A wish's number in each dimension becomes a level from -8 to 7. */
const LOWEST = -8;
const HIGHEST = 7;
/** Distances go from 0 (the signs of every number of the wish agree, and it is extreme) to this. */
export const FARTHEST = DIMENSIONS * (HIGHEST - LOWEST);
/** Postings that can be compared exactly at once. */
export const MOST_COMPARED = 8192;
const PAGE = 65_536;
/** Where the signs begin, behind the wish's planes. */
const SIGNS = 3 * PLANES * REGISTER;
/** Where list, products and meanings begin, behind the wish. */
const LIST = DIMENSIONS * 2;
const PRODUCTS = LIST + MOST_COMPARED * 4;
const MEANINGS = PRODUCTS + MOST_COMPARED * 4;
/** A wish's largest number as 16 bits; 127 × 8000 × 384 stays below 2³¹. */
const EXTREME = 5000;

export interface Nearness {
  /** A distance for each slot, 0 to FARTHEST, which meanings of other models are at. The next call overwrites the array. */
  distances(index: PostingIndex, wish: Wish): Uint16Array;
  /** A number for each of these slots, at most MOST_COMPARED, that orders them as the cosine does; all of one model. */
  likenesses(index: PostingIndex, wish: Float32Array, slots: Int32Array): Float64Array;
}

export function createNearness(): Nearness {
  const quick = createLoop(quickProgram(DIMENSIONS * HIGHEST));
  const exact = createLoop(exactProgram(MEANINGS));
  // Slots never change once they are filled: only new ones are copied.
  let copied: { index: PostingIndex | null; signs: number; meanings: number } = { index: null, signs: 0, meanings: 0 };
  const of = (index: PostingIndex): typeof copied => {
    if (copied.index !== index) copied = { index, signs: 0, meanings: 0 };
    return copied;
  };

  return {
    distances(index, wish) {
      const known = of(index);
      const out = SIGNS + index.size * SIGN_BYTES;
      const bytes = quick.room(out + index.size * 2);
      const from = known.signs * SIGN_BYTES;
      bytes.set(index.signs.subarray(from, index.size * SIGN_BYTES), SIGNS + from);
      known.signs = index.size;
      bytes.set(planesOf(levelsOf(wish.vector)));
      quick.run(SIGNS, out, index.size);
      const distances = new Uint16Array(bytes.buffer, out, index.size);
      index.eachStranger(wish.model, (slot) => {
        distances[slot] = FARTHEST;
      });
      return distances;
    },

    likenesses(index, wish, slots) {
      const known = of(index);
      const bytes = exact.room(MEANINGS + index.size * DIMENSIONS);
      const from = known.meanings * DIMENSIONS;
      const fresh = index.meanings.subarray(from, index.size * DIMENSIONS);
      bytes.set(new Uint8Array(fresh.buffer, fresh.byteOffset, fresh.byteLength), MEANINGS + from);
      known.meanings = index.size;
      const largest = largestOf(wish);
      new Int16Array(bytes.buffer, 0, DIMENSIONS).set(wish.map((value) => Math.round((value / largest) * EXTREME)));
      new Int32Array(bytes.buffer, LIST, slots.length).set(slots);
      exact.run(LIST, PRODUCTS, slots.length);
      const products = new Int32Array(bytes.buffer, PRODUCTS, slots.length);
      return Float64Array.from(slots, (slot, place) => (products[place] ?? 0) * (index.meaningScale[slot] ?? 0));
    },
  };
}

/** A program with a memory of its own that grows as needed. */
function createLoop(program: Uint8Array<ArrayBuffer>) {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const run = new WebAssembly.Instance(new WebAssembly.Module(program), { m: { m: memory } }).exports['f'];
  if (typeof run !== 'function') throw new Error('the program does not export its function');
  return {
    run: (at: number, out: number, count: number): void => void run(at, out, count),
    /** The memory, at least so many bytes. */
    room(size: number): Uint8Array<ArrayBuffer> {
      const missing = Math.ceil((size - memory.buffer.byteLength) / PAGE);
      // A quarter more, so that a growing index does not move with every posting.
      if (missing > 0) memory.grow(missing + Math.ceil(size / PAGE / 4));
      return new Uint8Array(memory.buffer);
    },
  };
}

const largestOf = (wish: Float32Array): number => wish.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;

/** The wish as whole levels; its largest number becomes the extreme. */
export function levelsOf(wish: Float32Array): Int8Array {
  const largest = largestOf(wish);
  return Int8Array.from(wish, (value) =>
    Math.max(LOWEST, Math.min(HIGHEST, Math.round((value / largest) * (HIGHEST + 0.5)))),
  );
}

/** The levels' bits, a plane each, as the program takes them: for each register planes of 1, 2, 4, and of -8. */
function planesOf(levels: Int8Array): Uint8Array {
  const planes = new Uint8Array(SIGNS);
  for (const [dimension, level] of levels.entries()) {
    const byte = dimension >>> 3;
    const at = Math.floor(byte / REGISTER) * PLANES * REGISTER + (byte % REGISTER);
    const bits = level - LOWEST;
    for (let plane = 0; plane < PLANES; plane += 1) {
      const isSet = ((bits >>> plane) & 1) === (plane === PLANES - 1 ? 0 : 1);
      if (isSet) planes[at + plane * REGISTER] = (planes[at + plane * REGISTER] ?? 0) | (1 << (dimension & 7));
    }
  }
  return planes;
}
