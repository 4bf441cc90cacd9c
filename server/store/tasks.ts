/**
 * Tasks: work that outlives a request, by pg-boss in the same database. It runs after a restart, is tried again when
 * it fails, and one with the same key is never there twice. Whoever sends one in a unit of work sends it with that
 * unit's commit.
 */
import { type Job, PgBoss } from 'pg-boss';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { Logger } from '../kernel/logger.ts';
import type { Store, Unit } from './store.ts';

/** What a task is about. `data` carries ids, never texts: everything else is read when it runs. */
export interface TaskKind<Data> {
  name: string;
  data: z.ZodType<Data>;
  /** Further attempts after a failure, with growing pauses. */
  retries: number;
  /** Longest time of one attempt. */
  seconds: number;
}

export interface Tasks {
  /** Says who does a kind of task; before `start`. */
  handle<Data>(kind: TaskKind<Data>, work: (data: Data, signal: AbortSignal) => Promise<void>): void;
  /** Queues a task, with the unit's commit when there is one. False: one with this key waits or runs already. */
  send<Data>(kind: TaskKind<Data>, data: Data, options: { key: string; unit?: Unit }): Promise<boolean>;
  /** Sends it again and again by a cron expression in UTC, until it is called with another one. */
  repeat<Data>(kind: TaskKind<Data>, data: Data, options: { key: string; cron: string }): Promise<void>;
  /** Prepares the tables; with `work` also does what waits. */
  start(options: { work: boolean }): Promise<void>;
  /** Lets what runs finish for a few seconds; what is cut off runs again. */
  close(): Promise<void>;
}

const SCHEMA = 'task';
const POLL_SECONDS = 2;
const RETRY_SECONDS = 10;
const LONGEST_PAUSE_SECONDS = 3600;
const CLOSE_MS = 5000;

export function createTasks(options: { store: Pick<Store, 'pool' | 'engine'>; logger: Logger }): Tasks {
  const { store, logger } = options;
  const kinds = new Map<string, { retries: number; seconds: number; run: (job: Job<unknown>) => Promise<void> }>();
  const ended = new AbortController();
  let boss: PgBoss | null = null;

  const running = (): PgBoss => {
    if (boss === null) throw new Error('tasks were not started');
    return boss;
  };

  return {
    handle(kind, work) {
      kinds.set(kind.name, {
        retries: kind.retries,
        seconds: kind.seconds,
        async run(job) {
          const signal = AbortSignal.any([job.signal, ended.signal]);
          try {
            await work(kind.data.parse(job.data), signal);
          } catch (error) {
            logger.warn({ error, task: kind.name, id: job.id }, 'a task failed');
            throw error;
          }
        },
      });
    },

    async send(kind, data, { key, unit }) {
      const id = await running().send(kind.name, asObject(data), {
        singletonKey: key,
        ...(unit === undefined ? {} : { db: { executeSql: async (sql, values) => await inUnit(unit, sql, values) } }),
      });
      return id !== null;
    },

    async repeat(kind, data, { key, cron }) {
      await running().schedule(kind.name, cron, asObject(data), { key, singletonKey: key, tz: 'UTC' });
    },

    async start({ work }) {
      boss = new PgBoss({
        db: { executeSql: async (sql, values) => await inPool(store.pool, sql, values) },
        schema: SCHEMA,
        backend: store.engine === 'embedded' ? 'pglite' : 'postgres',
        supervise: work,
        schedule: work,
        monitorVacuum: false,
        reindex: false,
      });
      boss.on('error', (error) => logger.error({ error }, 'the task queue failed'));
      await boss.start();
      await grant(store.pool);
      for (const [name, { retries, seconds, run }] of kinds) {
        await boss.createQueue(name, {
          policy: 'exclusive',
          retryLimit: retries,
          retryDelay: RETRY_SECONDS,
          retryBackoff: true,
          retryDelayMax: LONGEST_PAUSE_SECONDS,
          expireInSeconds: seconds,
        });
        if (!work) continue;
        await boss.work(name, { pollingIntervalSeconds: POLL_SECONDS, batchSize: 1 }, async (jobs: Job<unknown>[]) => {
          for (const job of jobs) await run(job);
        });
      }
    },

    async close() {
      ended.abort();
      await boss?.stop({ graceful: true, timeout: CLOSE_MS });
      boss = null;
    },
  };
}

/** People send tasks inside their own units; the tables hold ids only. */
async function grant(pool: Pool): Promise<void> {
  await pool.query(`grant usage on schema ${SCHEMA} to perch_person, perch_system;
    grant select, insert, update on all tables in schema ${SCHEMA} to perch_person, perch_system`);
}

async function inPool(pool: Pool, sql: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
  // Several statements are allowed without values only, and give a list of results.
  const result: { rows: unknown[] } | { rows: unknown[] }[] =
    values.length === 0 ? await pool.query(sql) : await pool.query(sql, values);
  return { rows: Array.isArray(result) ? result.flatMap(({ rows }) => rows) : result.rows };
}

async function inUnit(unit: Unit, sql: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
  return { rows: await unit.all(z.unknown(), sql, values) };
}

const asObject = (data: unknown): object => (typeof data === 'object' && data !== null ? data : { value: data });
