/** Many pieces of work at once, of each lane at most so many: a slow lane holds up none but itself. */

/** Does the work of all items and gives the outcomes in the items' order. Rejects with the first that does. */
export async function inLanes<Item, Outcome>(
  items: readonly Item[],
  width: number,
  laneOf: (item: Item) => string,
  work: (item: Item) => Promise<Outcome>,
): Promise<Outcome[]> {
  const lanes = Map.groupBy(items.entries(), ([, item]) => laneOf(item));
  const outcomes = new Map<number, Outcome>();
  const workers = [...lanes.values()].flatMap((lane) => {
    const left = lane.values();
    return Array.from({ length: Math.min(width, lane.length) }, async () => {
      for (const [index, item] of left) outcomes.set(index, await work(item));
    });
  });
  await Promise.all(workers);
  return items.flatMap((_, index) => {
    const outcome = outcomes.get(index);
    return outcome === undefined ? [] : [outcome];
  });
}
