/**
 * The distance loop as a WebAssembly module, written by hand: sixty instructions a posting are not worth a compiler.
 * Opcodes are those of the WebAssembly core specification 2.0.
 */

/** Bytes of a register. */
export const REGISTER = 16;
/** Bit planes of a wish: 1, 2, 4, and -8 where the level is negative. */
export const PLANES = 4;

const [AND, COUNT_BITS, ADD_BYTES, SUBTRACT_BYTES, SHIFT_BYTES] = [0x4e, 0x62, 0x6e, 0x71, 0x6b];
const [WIDEN_BYTES, ADD_HALVES, WIDEN_HALVES] = [0x7c, 0x8e, 0x7e];
/** A module's first eight bytes: its magic number and version. */
const MAGIC = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

// Parameters, then locals.
const [AT, OUT, COUNT, BITS, POINTS, SUM] = [0, 1, 2, 3, 4, 5];

/**
 * The module's bytes: f(at, out, count) reads 48 bytes of signs from `at` on for each posting and writes 16 bits each
 * from `out` on: `highest` minus the sum of the wish's levels where the sign is positive. The planes lie at address 0.
 */
export function nearnessProgram(highest: number): Uint8Array<ArrayBuffer> {
  const body = [
    [0x02, 0x40, 0x03, 0x40],
    [...get(COUNT), 0x45, 0x0d, 1],
    register(0),
    set(SUM),
    [...get(SUM), ...register(1), ...simd(ADD_HALVES), ...set(SUM)],
    [...get(SUM), ...register(2), ...simd(ADD_HALVES), ...simd(WIDEN_HALVES), ...set(SUM)],
    [...get(OUT), ...constant(highest)],
    [0, 1, 2, 3].flatMap((number) => [...get(SUM), 0xfd, 0x1b, number, 0x6b]),
    [0x3b, 0x01, 0x00],
    [...get(AT), ...constant(3 * REGISTER), 0x6a, ...set(AT)],
    [...get(OUT), ...constant(2), 0x6a, ...set(OUT)],
    [...get(COUNT), ...constant(1), 0x6b, ...set(COUNT)],
    [0x0c, 0, 0x0b, 0x0b, 0x0b],
  ].flat();
  const code = [1, 3, 0x7b, ...body];
  return Uint8Array.from([
    ...MAGIC,
    ...section(1, [1, 0x60, 3, 0x7f, 0x7f, 0x7f, 0]),
    ...section(2, [1, 1, 0x6d, 1, 0x6d, 0x02, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, 1, 0x66, 0, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ]);
}

/** The points of one register, as eight halves: 1·a + 2·b + 4·c − 8·d by Horner's rule. A byte stays within -64 and 56. */
function register(number: number): number[] {
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

const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const constant = (value: number): number[] => [0x41, ...signed(value)];
const load = (offset: number): number[] => [0xfd, 0x00, 0x04, ...unsigned(offset)];
const simd = (code: number): number[] => [0xfd, ...unsigned(code)];
const section = (id: number, content: readonly number[]): number[] => [id, ...unsigned(content.length), ...content];

/** LEB128. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** LEB128 of a number that is not negative. */
function signed(value: number): number[] {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signed(value >>> 7)];
}
