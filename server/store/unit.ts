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

const openUnit = new AsyncLocalStorage<{ opened: string }>();

/** Where a door was opened; asked for at once, since the stack is gone after the first wait. */
export function describeDoor(door: string): string {
  return `${door} opened ${callSite()}`;
}

/** Throws when this code already runs inside a unit of work: on one connection a second one would wait for ever. */
export function refuseNesting(opened: string): void {
  const outer = openUnit.getStore();
  if (outer === undefined) return;
  throw new Error(
    `A unit of work inside a unit of work would wait for itself for ever.\nOuter, ${outer.opened}\nInner, ${opened}`,
  );
}

/** Runs `work` as the body of a unit; what it calls may not open another. */
export async function insideUnit<T>(opened: string, work: () => Promise<T>): Promise<T> {
  return await openUnit.run({ opened }, work);
}

/** Wraps a transaction of the ORM as a Unit; `committed` collects what is to run after the commit. */
export function createUnit(transaction: Transaction<ControlledTransaction<unknown>>, committed: (() => void)[]): Unit {
  const execute = async (sql: string, values: readonly unknown[]): Promise<{ rows: unknown[]; affected: number }> => {
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
    afterCommit: (work) => void committed.push(work),
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
