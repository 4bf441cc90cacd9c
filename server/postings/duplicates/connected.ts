/** Disjoint sets of ids. Pure. */

export type Sets = { of: (id: string) => string; join: (a: string, b: string) => void };

/** Sets that begin with one id each and are joined; a set is named by its smallest id. */
export function createSets(ids: Iterable<string> = []): Sets {
  const parents = new Map([...ids].map((id) => [id, id]));
  const of = (id: string): string => {
    let root = id;
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root))
      root = parent;
    return root;
  };
  return {
    of,
    join(a, b) {
      const [low, high] = [of(a), of(b)].toSorted();
      if (low !== undefined && high !== undefined) parents.set(high, low);
    },
  };
}

/** Lists that share an id, directly or over others, become one. */
export function connected(lists: readonly (readonly string[])[]): string[][] {
  const sets = createSets();
  const ids = new Set(lists.flat());
  for (const [first, ...rest] of lists) for (const id of rest) if (first !== undefined) sets.join(first, id);
  return [...Map.groupBy(ids, sets.of).values()];
}
