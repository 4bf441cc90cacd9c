/** Typed arrays that grow by doubling. */

/** Ascending slots of one facet value. */
export class SlotList {
  length = 0;
  slots = new Int32Array(4);

  push(slot: number): void {
    if (this.length === this.slots.length) {
      const wider = new Int32Array(this.length * 2);
      wider.set(this.slots);
      this.slots = wider;
    }
    this.slots[this.length] = slot;
    this.length += 1;
  }
}

/** The same array with room for at least `size` entries. */
export function withRoom<T extends Uint8Array | Int8Array | Uint32Array | Int32Array | Float64Array>(
  array: T,
  size: number,
  create: (length: number) => T,
): T {
  if (array.length >= size) return array;
  const wider = create(Math.max(size, array.length * 2, 1024));
  wider.set(array);
  return wider;
}
