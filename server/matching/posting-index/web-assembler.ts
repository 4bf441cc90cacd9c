/** Just enough of an assembler for WebAssembly. Opcodes are those of its core specification 2.0. */

/** A module's first eight bytes: its magic number and version. */
const MAGIC = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/**
 * A module that imports the memory `m.m` and exports `f`, which takes three 32-bit numbers; locals 3, 4 and 5 are
 * registers of 128 bits, local 6 is a number.
 */
export function assemble(body: readonly number[]): Uint8Array<ArrayBuffer> {
  const code = [2, 3, 0x7b, 1, 0x7f, ...body, 0x0b];
  return Uint8Array.from([
    ...MAGIC,
    ...section(1, [1, 0x60, 3, 0x7f, 0x7f, 0x7f, 0]),
    ...section(2, [1, 1, 0x6d, 1, 0x6d, 0x02, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, 1, 0x66, 0, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ]);
}

/** Runs `body` while the local is not zero, taking one from it each time. */
export function countDown(local: number, body: readonly number[]): number[] {
  return [
    [0x02, 0x40, 0x03, 0x40],
    [...get(local), 0x45, 0x0d, 1],
    [...body],
    [...get(local), ...constant(1), 0x6b, ...set(local)],
    [0x0c, 0, 0x0b, 0x0b],
  ].flat();
}

/** Adds a constant to a local. */
export const advance = (local: number, by: number): number[] => [...get(local), ...constant(by), 0x6a, ...set(local)];
export const get = (local: number): number[] => [0x20, local];
export const set = (local: number): number[] => [0x21, local];
export const constant = (value: number): number[] => [0x41, ...signed(value)];
/** Loads 128 bits from the address on the stack plus `offset`. */
export const load = (offset: number): number[] => [0xfd, 0x00, 0x04, ...unsigned(offset)];
export const simd = (code: number): number[] => [0xfd, ...unsigned(code)];
/** Each 32-bit lane of a local, followed by an operation that takes it into the number below. */
export const eachLane = (local: number, operation: number): number[] =>
  [0, 1, 2, 3].flatMap((lane) => [...get(local), ...simd(0x1b), lane, operation]);

const section = (id: number, content: readonly number[]): number[] => [id, ...unsigned(content.length), ...content];

/** LEB128. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** LEB128 of a number that is not negative. */
function signed(value: number): number[] {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signed(value >>> 7)];
}
