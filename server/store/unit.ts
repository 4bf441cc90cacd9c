/** A unit of work: one short transaction through one of the two doors. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Transaction } from '@mikro-orm/postgresql';
import { CompiledQuery, type ControlledTransaction } from 'kysely';
import { z } from 'zod';

export interface Unit {
  /** All rows, each checked by `schema`. SQL takes `$1`, `$2` …; jsonb goes in as text with `::jsonb`. */
  all<Schema extends z.ZodType>(schema: Schema, sql: string, values?: readonly unknown[]): Promise<z.output<Schema>[]>;
  /** The first row or null. */
  one<Schema extends z.ZodType>(
    schema: Schema,
    sql: string,
    values?: readonly unknown[],
  ): Promise<z.output<Schema> | null>;
  /** Runs a statement; returns how many rows it touched. */
  run(sql: string, values?: readonly unknown[]): Promise<number>;
  /** Runs after the commit, never after a rollback: the place for events. */
  afterCommit(work: () => void): void;
}

/** One pass through a door, from before its transaction begins until its work has returned. */
export interface Passage {
  /** Which door, and where in the code. */
  opened: string;
  isOpen: boolean;
  committed: (() => void)[];
}

const current = new AsyncLocalStorage<Passage>();

/** Begins a passage. Throws when this code already runs inside one: on one connection it would wait for ever. */
export function beginPassage(door: string): Passage {
  // Asked for at once, since the stack is gone after the first wait.
  const opened = `${door} opened ${callSite()}`;
  const outer = current.getStore();
  // What a unit left running behind it (a timer, a listener) is outside again once the unit has ended.
  if (outer?.isOpen === true) {
    throw new Error(
      `A unit of work inside a unit of work would wait for itself for ever.\nOuter, ${outer.opened}\nInner, ${opened}`,
    );
  }
  return { opened, isOpen: true, committed: [] };
}

/** Runs `work` with a Unit over the ORM's transaction; both end together. */
export async function insideUnit<T>(
  passage: Passage,
  transaction: Transaction<ControlledTransaction<unknown>>,
  work: (unit: Unit) => Promise<T>,
): Promise<T> {
  return await current.run(passage, async () => {
    try {
      return await work(createUnit(transaction, passage));
    } finally {
      passage.isOpen = false;
    }
  });
}

function createUnit(transaction: Transaction<ControlledTransaction<unknown>>, passage: Passage): Unit {
  const execute = async (sql: string, values: readonly unknown[]): Promise<{ rows: unknown[]; affected: number }> => {
    // After the transaction the connection is its own user again, whom no policy binds, or somebody else's.
    if (!passage.isOpen) throw new Error(`A unit of work was used after its end.\nIt was ${passage.opened}`);
    const result = await transaction.executeQuery(CompiledQuery.raw(sql, [...values]));
    return { rows: result.rows, affected: Number(result.numAffectedRows ?? 0n) };
  };
  return {
    async all(schema, sql, values = []) {
      return z.array(schema).parse((await execute(sql, values)).rows);
    },
    async one(schema, sql, values = []) {
      const [row] = (await execute(sql, values)).rows;
      return row === undefined ? null : schema.parse(row);
    },
    run: async (sql, values = []) => (await execute(sql, values)).affected,
    afterCommit: (work) => void passage.committed.push(work),
  };
}

/** The first line of the stack outside the store's own machinery. */
function callSite(): string {
  const lines = (new Error().stack ?? '').split('\n').slice(1);
  return (
    lines.find((line) => !/store\/(unit|store|turnstile)\.ts|node_modules|node:/u.test(line)) ??
    lines.at(-1) ??
    ''
  ).trim();
}
