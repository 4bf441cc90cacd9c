/**
 * The two loops over meanings, as WebAssembly with SIMD written by hand: a quick measure of all postings, and the
 * exact product for some. Tens of instructions a posting are not worth a compiler.
 */
import { DIMENSIONS } from '../../llm/embedder.ts';
import { advance, assemble, constant, countDown, eachLane, get, load, set, simd } from './web-assembler.ts';

/** Bytes of a register. */
export const REGISTER = 16;
/** Bit planes of a wish: 1, 2, 4, and -8 where the level is negative. */
export const PLANES = 4;

const [SUBTRACT, ADD, MULTIPLY, STORE_HALF, STORE, LOAD] = [0x6b, 0x6a, 0x6c, 0x3b, 0x36, 0x28];
const [AND, COUNT_BITS, ADD_BYTES, SUBTRACT_BYTES, SHIFT_BYTES] = [0x4e, 0x62, 0x6e, 0x71, 0x6b];
const [WIDEN_BYTES, ADD_HALVES, WIDEN_HALVES] = [0x7c, 0x8e, 0x7e];
const [LOW_HALVES, HIGH_HALVES, DOT_HALVES, ADD_WORDS] = [0x87, 0x88, 0xba, 0xae];

// Parameters, registers, a number.
const [AT, OUT, COUNT, BITS, POINTS, SUM, PLACE] = [0, 1, 2, 3, 4, 5, 6];

/**
 * f(at, out, count) reads 48 bytes of signs from `at` on for each posting and writes 16 bits each from `out` on:
 * `highest` minus the sum of the wish's levels where the sign is positive. The planes lie at address 0.
 */
export function quickProgram(highest: number): Uint8Array<ArrayBuffer> {
  return assemble(
    countDown(
      COUNT,
      [
        [...points(0), ...set(SUM)],
        [...get(SUM), ...points(1), ...simd(ADD_HALVES), ...set(SUM)],
        [...get(SUM), ...points(2), ...simd(ADD_HALVES), ...simd(WIDEN_HALVES), ...set(SUM)],
        [...get(OUT), ...constant(highest), ...eachLane(SUM, SUBTRACT), STORE_HALF, 0x01, 0x00],
        [...advance(AT, 3 * REGISTER), ...advance(OUT, 2)],
      ].flat(),
    ),
  );
}

/** The points of one register, as eight halves: 1·a + 2·b + 4·c − 8·d by Horner's rule. A byte stays within -64 and 56. */
function points(number: number): number[] {
  const counted = (plane: number): number[] => [
    ...get(BITS),
    ...constant(0),
    ...load((number * PLANES + plane) * REGISTER),
    ...simd(AND),
    ...simd(COUNT_BITS),
  ];
  const doubled = [...get(POINTS), ...get(POINTS), ...simd(ADD_BYTES)];
  return [
    [...get(AT), ...load(number * REGISTER), ...set(BITS)],
    [...counted(2), ...set(POINTS)],
    [...doubled, ...counted(1), ...simd(ADD_BYTES), ...set(POINTS)],
    [...doubled, ...counted(0), ...simd(ADD_BYTES)],
    [...counted(3), ...constant(3), ...simd(SHIFT_BYTES), ...simd(SUBTRACT_BYTES)],
    simd(WIDEN_BYTES),
  ].flat();
}

/**
 * f(list, out, count) reads a posting's place (32 bits) from `list` on and writes the product of the wish (16 bits a
 * dimension, at address 0) with its meaning (a byte a dimension, from `base` on) to `out` as 32 bits, and so on.
 */
export function exactProgram(base: number): Uint8Array<ArrayBuffer> {
  const parts = Array.from({ length: DIMENSIONS / REGISTER }, (_, part) => part);
  const half = (widened: number, at: number): number[] =>
    [
      [...get(BITS), ...simd(widened)],
      [...constant(0), ...load(at), ...simd(DOT_HALVES)],
      [...get(SUM), ...simd(ADD_WORDS), ...set(SUM)],
    ].flat();
  return assemble(
    countDown(
      COUNT,
      [
        [...get(AT), LOAD, 0x02, 0x00, ...constant(DIMENSIONS), MULTIPLY, ...set(PLACE)],
        [...get(SUM), ...get(SUM), ...simd(SUBTRACT_WORDS), ...set(SUM)],
        parts.flatMap((part) => [
          ...get(PLACE),
          ...load(base + part * REGISTER),
          ...set(BITS),
          ...half(LOW_HALVES, part * 2 * REGISTER),
          ...half(HIGH_HALVES, (part * 2 + 1) * REGISTER),
        ]),
        [...get(OUT), ...constant(0), ...eachLane(SUM, ADD), STORE, 0x02, 0x00],
        [...advance(AT, 4), ...advance(OUT, 4)],
      ].flat(),
    ),
  );
}

const SUBTRACT_WORDS = 0xb1;
