/** Whatever a line does to numbered events, they are delivered once and in order. */
import { assert, array, constantFrom, integer, property, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInOrder } from './in-order.ts';

const ALL = Array.from({ length: 40 }, (_, index) => index + 1);

describe('events in order', () => {
  it('come once and in order, however they were mixed and doubled', () => {
    const mixed = shuffledSubarray(ALL, { minLength: ALL.length, maxLength: ALL.length });
    assert(
      property(mixed, array(constantFrom(...ALL)), (order, again) => {
        const got: number[] = [];
        const line = createInOrder<{ n: number }>(({ n }) => got.push(n));
        for (const n of order.flatMap((each, index) => [each, again[index] ?? each])) {
          expect(line.take(n, { n })).toBe(true);
        }
        expect(got).toEqual(ALL);
        expect(line.isWaiting()).toBe(false);
      }),
    );
  });

  it('wait behind one that is missing, and say when it will not come', () => {
    assert(
      property(integer({ min: 1, max: 10 }), (missing) => {
        const got: number[] = [];
        const line = createInOrder<{ n: number }>(({ n }) => got.push(n));
        const numbers = Array.from({ length: 300 }, (_, index) => index + 1).filter((n) => n !== missing);
        const taken = numbers.map((n) => line.take(n, { n }));
        expect(got).toEqual(numbers.filter((n) => n < missing));
        expect(line.isWaiting()).toBe(true);
        expect(taken.at(-1)).toBe(false);
      }),
    );
  });
});
