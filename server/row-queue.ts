/** Rows between whoever makes them and whoever reads them, who may be slower: the maker's source is held up then. */

/** Rows that may wait. A unit of work writes up to two hundred at once. */
const MOST_WAITING = 1000;

export interface RowQueue {
  push(row: unknown): void;
  /** No more rows come. */
  end(): void;
  /** Gives the source's items, pausing while too many rows wait. */
  pace<Item>(source: AsyncIterable<Item>): AsyncIterable<Item>;
  read(): AsyncIterable<unknown>;
}

export function createRowQueue(): RowQueue {
  let rows: unknown[] = [];
  const state = { ended: false, read: true };
  let more = Promise.withResolvers<void>();
  let less = Promise.withResolvers<void>();
  return {
    push(row) {
      if (!state.read) return;
      rows.push(row);
      more.resolve();
    },
    end() {
      state.ended = true;
      more.resolve();
    },
    async *pace(source) {
      for await (const item of source) {
        while (rows.length > MOST_WAITING) {
          less = Promise.withResolvers();
          await less.promise;
        }
        yield item;
      }
    },
    async *read() {
      try {
        while (!state.ended || rows.length > 0) {
          if (rows.length === 0) {
            more = Promise.withResolvers();
            await more.promise;
          }
          const taken = rows;
          rows = [];
          for (const row of taken) yield row;
          less.resolve();
        }
      } finally {
        // A reader who goes away must not leave the source waiting.
        state.read = false;
        rows = [];
        less.resolve();
      }
    },
  };
}
