/** The first of many without sorting them all. */
import { type Bits, countBits, eachBit } from './bits.ts';

/**
 * The slots at places `offset` … `offset + limit - 1` in the order of `compare`, which must be total. Keeps the best
 * so far in a heap with the worst on top: most candidates cost one comparison.
 */
export function top(
  bits: Bits,
  { offset, limit }: { offset: number; limit: number },
  compare: (a: number, b: number) => number,
): number[] {
  const room = offset + limit;
  const heap: number[] = [];
  if (room >= countBits(bits)) {
    eachBit(bits, (slot) => void heap.push(slot));
    return heap.toSorted(compare).slice(offset, room);
  }
  if (room <= 0) return heap;

  const sink = (value: number): void => {
    let place = 0;
    for (;;) {
      const left = place * 2 + 1;
      if (left >= heap.length) break;
      const right = left + 1;
      const [l, r] = [heap[left] ?? 0, heap[right] ?? 0];
      const child = right < heap.length && compare(r, l) > 0 ? right : left;
      const worse = child === right ? r : l;
      if (compare(worse, value) <= 0) break;
      heap[place] = worse;
      place = child;
    }
    heap[place] = value;
  };
  const rise = (value: number): void => {
    let place = heap.length;
    heap.push(value);
    while (place > 0) {
      const parent = (place - 1) >> 1;
      const above = heap[parent] ?? 0;
      if (compare(above, value) >= 0) break;
      heap[place] = above;
      place = parent;
    }
    heap[place] = value;
  };

  eachBit(bits, (slot) => {
    if (heap.length < room) rise(slot);
    else if (compare(slot, heap[0] ?? 0) < 0) sink(slot);
  });
  return heap.toSorted(compare).slice(offset);
}
