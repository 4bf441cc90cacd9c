/** Sets, the first of many, distances: each held against the plain way of computing it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS, toStoredMeaning } from '../../llm/embedder.ts';
import { newId } from '../../kernel/ids.ts';
import { addBit, type Bits, both, countBits, eachBit, either, except, noBits } from './bits.ts';
import { createNearness, FARTHEST, levelsOf } from './nearness.ts';
import { type IndexRow, PostingIndex } from './posting-index.ts';
import { top } from './top.ts';

const SIZE = 200;
const anySlots = fc.uniqueArray(fc.nat(SIZE - 1));
function bitsOf(values: readonly number[]): Bits {
  const bits = noBits(SIZE);
  for (const value of values) addBit(bits, value);
  return bits;
}
function list(bits: Bits): number[] {
  const found: number[] = [];
  eachBit(bits, (slot) => void found.push(slot));
  return found;
}
const ascending = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);
const row = (number: number, facets: string[], meaning: Int8Array | null = null, model = 'ours'): IndexRow => ({
  number,
  id: newId(),
  isSample: false,
  isComplete: true,
  elsewhere: 0,
  postedOn: 20_000,
  pay: { minYear: null, maxYear: null, minEur: null, maxEur: null },
  facets,
  meaning,
  model,
});

describe('bits', () => {
  it('are sets', () => {
    fc.assert(
      fc.property(anySlots, anySlots, (a, b) => {
        const [x, y] = [bitsOf(a), bitsOf(b)];
        expect(list(x)).toEqual(ascending(a));
        expect(countBits(x)).toBe(a.length);
        expect(list(both(x, y))).toEqual(ascending(a.filter((value) => b.includes(value))));
        expect(list(either(x, y))).toEqual(ascending([...new Set([...a, ...b])]));
        expect(list(except(x, y))).toEqual(ascending(a.filter((value) => !b.includes(value))));
      }),
    );
  });
});

describe('the first of many', () => {
  it('are those of the whole order', () => {
    fc.assert(
      fc.property(
        anySlots,
        fc.array(fc.nat(5), { minLength: SIZE, maxLength: SIZE }),
        fc.nat(SIZE),
        fc.nat(50),
        (among, keys, offset, limit) => {
          const compare = (a: number, b: number): number => (keys[b] ?? 0) - (keys[a] ?? 0) || a - b;
          expect(top(bitsOf(among), { offset, limit }, compare)).toEqual(
            among.toSorted(compare).slice(offset, offset + limit),
          );
        },
      ),
    );
  });
});

describe('the index', () => {
  it('answers as the rows do that were put last and not dropped', () => {
    const facet = fc.constantFrom('skill=Python', 'skill=Rust', 'city=Berlin', 'city=Kyiv', 'stated=city');
    const change = fc.record({
      number: fc.integer({ min: 1, max: 30 }),
      facets: fc.uniqueArray(facet),
      isGone: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 80 }), (changes) => {
        const index = new PostingIndex();
        const truth = new Map<number, string[]>();
        for (const { number, facets, isGone } of changes) {
          if (isGone) {
            index.drop(number);
            truth.delete(number);
          } else {
            index.put(row(number, facets));
            truth.set(number, facets);
          }
        }
        const alive = index.answering().bits;
        const numbers = (bits: Bits): number[] =>
          ascending(list(both(bits, alive)).map((slot) => index.numbers[slot] ?? 0));
        const having = (test: (facets: string[]) => boolean): number[] =>
          ascending([...truth].filter(([, facets]) => test(facets)).map(([number]) => number));
        expect(numbers(alive)).toEqual(having(() => true));
        expect(numbers(index.withAny('skill', ['Python', 'Rust']))).toEqual(
          having((facets) => facets.includes('skill=Python') || facets.includes('skill=Rust')),
        );
        expect(numbers(index.withAll('city', ['Berlin', 'Kyiv']))).toEqual(
          having((facets) => facets.includes('city=Berlin') && facets.includes('city=Kyiv')),
        );
        expect(numbers(index.withAll('city', []))).toEqual([]);
      }),
    );
  });

  it('gives ids back as they were, and compares them as their text does', () => {
    const index = new PostingIndex();
    const rows = Array.from({ length: 50 }, (_, number) => row(number + 1, []));
    for (const one of rows) index.put(one);
    expect(rows.map((_, slot) => index.idOf(slot))).toEqual(rows.map(({ id }) => id));
    expect(
      rows
        .map((_, slot) => slot)
        .toSorted((a, b) => index.compareIds(a, b))
        .map((slot) => index.idOf(slot)),
    ).toEqual(rows.map(({ id }) => id).toSorted());
  });
});

describe('nearness', () => {
  it('is the sum of the wish where the signs are positive, for every posting, also after the index grew', () => {
    const index = new PostingIndex();
    const nearness = createNearness();
    let state = 1;
    const vector = (): Float32Array =>
      Float32Array.from({ length: DIMENSIONS }, () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return state / 2 ** 32 - 0.5;
      });
    const vectors: Float32Array[] = [];
    for (const size of [1, 40, 3000]) {
      while (vectors.length < size) {
        const next = vector();
        vectors.push(next);
        index.put(row(vectors.length, [], toStoredMeaning(next)));
      }
      const wish = vector();
      const levels = levelsOf(wish);
      const plain = vectors.map((other) =>
        toStoredMeaning(other).reduce(
          (left, value, place) => (value > 0 ? left - (levels[place] ?? 0) : left),
          7 * DIMENSIONS,
        ),
      );
      expect([...nearness.distances(index, { model: 'ours', vector: wish })]).toEqual(plain);
      expect(Math.max(...plain)).toBeLessThanOrEqual(FARTHEST);
    }
  });

  it('compares nothing with what another model embedded, and counts what is alive by model', () => {
    const index = new PostingIndex();
    const nearness = createNearness();
    const vector = new Float32Array(DIMENSIONS).fill(1);
    const stored = toStoredMeaning(vector);
    for (const [number, model] of ['ours', 'theirs', 'ours'].entries()) index.put(row(number + 1, [], stored, model));
    expect([...nearness.distances(index, { model: 'ours', vector })]).toEqual([0, FARTHEST, 0]);
    expect([...nearness.distances(index, { model: 'theirs', vector })]).toEqual([FARTHEST, 0, FARTHEST]);
    index.put(row(3, [], stored, 'theirs'));
    index.drop(1);
    expect(Object.fromEntries(index.models)).toEqual({ ours: 0, theirs: 2 });
  });

  it('orders those it compares exactly as their cosines do, also after the index grew', () => {
    const index = new PostingIndex();
    const nearness = createNearness();
    const vectors: Float32Array[] = [];
    for (const size of [5, 700]) {
      while (vectors.length < size) {
        const seed = vectors.length + 1;
        vectors.push(
          Float32Array.from({ length: DIMENSIONS }, (_, place) => Math.sin(seed * (place + 1) * 7.3) * seed),
        );
        index.put(row(seed, [], toStoredMeaning(vectors.at(-1) ?? new Float32Array(DIMENSIONS))));
      }
      const wish = Float32Array.from({ length: DIMENSIONS }, (_, place) => Math.cos(place * size));
      const cosine = (other: Float32Array): number =>
        other.reduce((sum, value, place) => sum + value * (wish[place] ?? 0), 0) /
        Math.hypot(...other) /
        Math.hypot(...wish);
      const slots = Int32Array.from({ length: size }, (_, slot) => size - 1 - slot);
      const found = nearness.likenesses(index, wish, slots);
      const largest = Math.max(...wish.map(Math.abs));
      for (const [place, slot] of slots.entries()) {
        const likeness = ((found[place] ?? 0) * largest) / 5000 / Math.hypot(...wish);
        expect(likeness).toBeCloseTo(cosine(vectors[slot] ?? wish), 2);
      }
    }
  });
});
