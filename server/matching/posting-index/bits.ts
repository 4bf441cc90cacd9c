/** Sets of slots as bits: what every criterion answers with. All sets that meet have the same length. */

export type Bits = Uint32Array;

/** An empty set for slots 0 … size-1. */
export function noBits(size: number): Bits {
  return new Uint32Array((size + 31) >>> 5);
}

export function addBit(bits: Bits, slot: number): void {
  bits[slot >>> 5] = (bits[slot >>> 5] ?? 0) | (1 << (slot & 31));
}

export function hasBit(bits: Bits, slot: number): boolean {
  return ((bits[slot >>> 5] ?? 0) & (1 << (slot & 31))) !== 0;
}

/** Those in both. */
export function both(a: Bits, b: Bits): Bits {
  const result = new Uint32Array(a.length);
  for (let i = 0; i < a.length; i += 1) result[i] = (a[i] ?? 0) & (b[i] ?? 0);
  return result;
}

/** Those in either. */
export function either(a: Bits, b: Bits): Bits {
  const result = new Uint32Array(a.length);
  for (let i = 0; i < a.length; i += 1) result[i] = (a[i] ?? 0) | (b[i] ?? 0);
  return result;
}

/** Those of `a` that are not in `b`. */
export function except(a: Bits, b: Bits): Bits {
  const result = new Uint32Array(a.length);
  for (let i = 0; i < a.length; i += 1) result[i] = (a[i] ?? 0) & ~(b[i] ?? 0);
  return result;
}

/** How many there are. The count within a word is the known parallel sum of bits. */
export function countBits(bits: Bits): number {
  let count = 0;
  for (let i = 0; i < bits.length; i += 1) {
    let word = bits[i] ?? 0;
    if (word === 0) continue;
    word -= (word >>> 1) & 0x5555_5555;
    word = (word & 0x3333_3333) + ((word >>> 2) & 0x3333_3333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
  }
  return count;
}

/** Calls `visit` with each slot, ascending. */
export function eachBit(bits: Bits, visit: (slot: number) => void): void {
  for (let i = 0; i < bits.length; i += 1) {
    for (let word = bits[i] ?? 0; word !== 0; word &= word - 1) visit((i << 5) + 31 - Math.clz32(word & -word));
  }
}
