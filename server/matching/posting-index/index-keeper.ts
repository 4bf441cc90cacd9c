/** Keeps the index true to the table: loads it once, and before each use takes in what has changed since. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Store, Unit } from '../../store/store.ts';
import { PostingIndex } from './posting-index.ts';
import { type ChangedRow, readHorizon, rowsAfter, rowsSince } from './posting-index-repository.ts';

/** Rows of one unit of work: tens of milliseconds. */
const AT_ONCE = 1000;
/** When so much of the index is dead, it is made anew. */
const DEAD_SHARE = 0.3;
const DEAD_LEAST = 5000;

export interface IndexKeeper {
  /** Loads in short units of work, so that the first question need not wait for it. */
  load(): Promise<void>;
  /** The index as this unit of work sees the table. */
  current(unit: Unit): Promise<PostingIndex>;
}

export function createIndexKeeper(store: Store): IndexKeeper {
  let index = new PostingIndex();
  let horizon: string | null = null;
  // One after the other: what was read later must not be overwritten by what was read before.
  let last: Promise<unknown> = Promise.resolve();

  async function alone<T>(work: () => Promise<T>): Promise<T> {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return await mine;
  }

  return {
    async load() {
      const from = await store.asSystem('search', readHorizon);
      const fresh = await build(
        async (after) => await store.asSystem('search', async (unit) => await rowsAfter(unit, after, AT_ONCE)),
      );
      // Not before: whoever waits for its turn here may hold the only connection.
      await alone(async () => {
        index = fresh;
        horizon = from;
      });
    },
    async current(unit) {
      return await alone(async () => {
        if (horizon === null || (index.dead > DEAD_LEAST && index.dead > index.size * DEAD_SHARE)) {
          const from = await readHorizon(unit);
          index = await build(async (after) => await rowsAfter(unit, after, AT_ONCE));
          horizon = from;
        }
        const changed = await rowsSince(unit, horizon);
        apply(index, changed.rows);
        horizon = changed.horizon;
        return index;
      });
    },
  };
}

async function build(read: (after: number) => Promise<ChangedRow[]>): Promise<PostingIndex> {
  const index = new PostingIndex();
  for (let after = 0; ; ) {
    const rows = await read(after);
    apply(index, rows);
    if (rows.length < AT_ONCE) return index;
    after = rows.at(-1)?.number ?? after;
    await nextTurn();
  }
}

function apply(index: PostingIndex, rows: readonly ChangedRow[]): void {
  for (const { number, row } of rows) {
    if (row === null) index.drop(number);
    else index.put(row);
  }
}
