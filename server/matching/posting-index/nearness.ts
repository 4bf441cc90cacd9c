/**
 * How near each posting's meaning is to a wish, for all postings at once: the wish in four bits a dimension against
 * the posting's signs, as RaBitQ does (Gao and Long 2024), which orders far better than signs against signs. The loop
 * is WebAssembly with SIMD: 48 bytes are three registers.
 */
import { DIMENSIONS } from '../../llm/embedder.ts';
import { nearnessProgram, PLANES, REGISTER } from './nearness-program.ts';
import { type PostingIndex, SIGN_BYTES } from './posting-index.ts';

/** A wish's number in each dimension becomes a level from -8 to 7. */
const LOWEST = -8;
const HIGHEST = 7;
/** Distances go from 0 (the signs of every number of the wish agree, and it is extreme) to this. */
export const FARTHEST = DIMENSIONS * (HIGHEST - LOWEST);
const PAGE = 65_536;
/** Where the postings begin in the program's memory: behind the wish. */
const START = 3 * PLANES * REGISTER;

export interface Nearness {
  /** A distance for each slot, 0 to FARTHEST. The array is overwritten by the next call. */
  distances(index: PostingIndex, wish: Float32Array): Uint16Array;
}

export function createNearness(): Nearness {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(nearnessProgram(DIMENSIONS * HIGHEST)), {
    m: { m: memory },
  });
  const measure = instance.exports['f'];
  if (typeof measure !== 'function') throw new Error('the distance program does not export its function');
  let copied: { index: PostingIndex; version: number } | null = null;
  return {
    distances(index, wish) {
      const out = START + index.size * SIGN_BYTES;
      const needed = Math.ceil((out + index.size * 2) / PAGE);
      const have = memory.buffer.byteLength / PAGE;
      if (needed > have) {
        memory.grow(needed - have);
        copied = null;
      }
      if (copied?.index !== index || copied.version !== index.version) {
        new Uint8Array(memory.buffer, START).set(index.signs.subarray(0, index.size * SIGN_BYTES));
        copied = { index, version: index.version };
      }
      new Uint8Array(memory.buffer, 0, START).set(planesOf(levelsOf(wish)));
      measure(START, out, index.size);
      return new Uint16Array(memory.buffer, out, index.size);
    },
  };
}

/** The wish as whole levels; its largest number becomes the extreme. */
export function levelsOf(wish: Float32Array): Int8Array {
  const largest = wish.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  return Int8Array.from(wish, (value) =>
    Math.max(LOWEST, Math.min(HIGHEST, Math.round((value / largest) * (HIGHEST + 0.5)))),
  );
}

/** The levels' bits, a plane each, as the program takes them: for each register planes of 1, 2, 4, and of -8. */
function planesOf(levels: Int8Array): Uint8Array {
  const planes = new Uint8Array(START);
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
