import { describe, expect, it } from 'vitest';
import { createBuiltinEmbedder } from './builtin-embedder.ts';
import { DIMENSIONS, toStoredMeaning } from './embedder.ts';

const embedder = createBuiltinEmbedder();
const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
const likeness = async (a: string, b: string): Promise<number> =>
  cosine(await embedder.embed(a), await embedder.embed(b));

describe('the built-in embedder', () => {
  it('gives 384 numbers of length one, the same each time, and nothing for nothing', async () => {
    const vector = await embedder.embed('Backend Engineer\nPython and PostgreSQL');
    expect(vector).toHaveLength(DIMENSIONS);
    expect(cosine(vector, vector)).toBeCloseTo(1, 5);
    expect(await createBuiltinEmbedder().embed('Backend Engineer\nPython and PostgreSQL')).toEqual(vector);
    for (const empty of ['', '   ', '\u0000', '?!']) expect(cosine(await embedder.embed(empty), vector)).toBe(0);
  });

  it('puts what is alike nearer than what is not', async () => {
    const pairs: [string, string, string][] = [
      ['Python Developer', 'Backend Engineer\nWe use Python and Django', 'Pastry Chef\nYou bake at night'],
      ['Registered Nurse', 'ICU Nurse\nPatient care', 'Frontend Developer\nTypeScript, React'],
      ['Softwareentwickler', 'Entwicklerin (m/w/d)', 'Erzieherin im Kindergarten'],
      ['Krankenpfleger', 'Registered Nurse', 'Lagerhelfer'],
      ['payments and banking', 'Engineer\nWe build payments for a bank', 'Gardener\nTrees and hedges'],
    ];
    for (const [wish, near, far] of pairs)
      expect(await likeness(wish, near), wish).toBeGreaterThan(await likeness(wish, far));
  });

  it('takes any script and any length', async () => {
    for (const text of ['Медична сестра у Львові', '看護師 東京', '😀'.repeat(5000), 'word '.repeat(100_000)]) {
      const vector = await embedder.embed(text);
      expect(vector.every(Number.isFinite)).toBe(true);
    }
  });

  it('keeps its direction when it is stored in bytes', async () => {
    const vector = await embedder.embed('Warehouse Worker\nnight shift');
    const stored = Float32Array.from(toStoredMeaning(vector));
    expect(cosine(vector, stored) / Math.sqrt(cosine(stored, stored))).toBeGreaterThan(0.999);
  });
});
