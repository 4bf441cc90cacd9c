/** The contrastive loss of a batch: its gradient by each likeness. */

/** What softmax over rows and over columns gives too much, halved, for `size` × `size` likenesses; and the mean loss. */
export function wrongness(likeness: Float32Array, size: number): { errors: Float64Array; loss: number } {
  const errors = new Float64Array(size * size);
  let loss = 0;
  for (const [along, across] of [
    [size, 1],
    [1, size],
  ] as const)
    for (let line = 0; line < size; line += 1) {
      let most = -Infinity;
      for (let k = 0; k < size; k += 1) most = Math.max(most, likeness[line * along + k * across] ?? 0);
      let sum = 0;
      for (let k = 0; k < size; k += 1) sum += Math.exp((likeness[line * along + k * across] ?? 0) - most);
      for (let k = 0; k < size; k += 1) {
        const at = line * along + k * across;
        const share = Math.exp((likeness[at] ?? 0) - most) / sum;
        errors[at] = (errors[at] ?? 0) + (share - (k === line ? 1 : 0)) / 2;
        if (k === line) loss -= Math.log(share) / (2 * size);
      }
    }
  return { errors, loss };
}
