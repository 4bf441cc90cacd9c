/** Arithmetic on tables whose rows are LEARNT numbers long. */
import { LEARNT } from '../../server/llm/text-features.ts';

/** Row a += scale · row b. */
export function addRow(a: Float32Array, rowA: number, b: Float32Array, rowB: number, scale: number): void {
  const atA = rowA * LEARNT;
  const atB = rowB * LEARNT;
  for (let d = 0; d < LEARNT; d += 2) {
    a[atA + d] = (a[atA + d] ?? 0) + scale * (b[atB + d] ?? 0);
    a[atA + d + 1] = (a[atA + d + 1] ?? 0) + scale * (b[atB + d + 1] ?? 0);
  }
}

export function dot(a: Float32Array, rowA: number, b: Float32Array, rowB: number): number {
  const atA = rowA * LEARNT;
  const atB = rowB * LEARNT;
  let sum = 0;
  for (let d = 0; d < LEARNT; d += 1) sum += (a[atA + d] ?? 0) * (b[atB + d] ?? 0);
  return sum;
}

/** The products of the first `size` rows with the next `size` rows; two by two, since reading costs more than adding. */
export function products(rows: Float32Array, size: number): Float32Array {
  const found = new Float32Array(size * size);
  for (let i = 0; i < size; i += 2)
    for (let j = 0; j < size; j += 2) {
      const [a, c] = [i * LEARNT, (size + j) * LEARNT];
      let [ac, ad, bc, bd] = [0, 0, 0, 0];
      for (let d = 0; d < LEARNT; d += 1) {
        const one = rows[a + d] ?? 0;
        const two = rows[a + LEARNT + d] ?? 0;
        const other = rows[c + d] ?? 0;
        const next = rows[c + LEARNT + d] ?? 0;
        ac += one * other;
        ad += one * next;
        bc += two * other;
        bd += two * next;
      }
      found.set([ac, ad], i * size + j);
      found.set([bc, bd], (i + 1) * size + j);
    }
  return found;
}
