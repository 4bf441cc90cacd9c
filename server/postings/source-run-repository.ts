/** All SQL of runs of sources: what each fetch brought, how it ended, and what its items held. */
import { z } from 'zod';
import { count, isoTimestamp } from '../store/columns.ts';
import type { Unit } from '../store/store.ts';
import type { WriteResult } from './posting-repository.ts';
import type { Drift } from './sources/drift.ts';
import type { FetchReport } from './sources/source.ts';

const shares = z.record(z.string(), z.number());
const driftSchema = z.array(z.object({ field: z.string(), usual: z.number(), now: z.number() }));

const run = z
  .object({
    source: z.string(),
    state: z.enum(['running', 'done', 'failed']),
    started_at: isoTimestamp,
    ended_at: isoTimestamp.nullable(),
    added: z.number().int(),
    updated: z.number().int(),
    unchanged: z.number().int(),
    refused: z.number().int(),
    merged: z.number().int(),
    closed: z.number().int(),
    error: z.string().nullable(),
    next_allowed_at: isoTimestamp.nullable(),
    items: z.number().int().nullable(),
    shares: shares.nullable(),
    drift: driftSchema,
    is_alive: z.boolean(),
  })
  .transform(({ started_at, ended_at, next_allowed_at, is_alive, ...row }) => ({
    ...row,
    startedAt: started_at,
    endedAt: ended_at,
    nextAllowedAt: next_allowed_at,
    /** It runs, and its process said so a moment ago. */
    isAlive: is_alive,
  }));
export type RunRow = z.output<typeof run>;

/** A running process tells so at least every half of this. */
export const ALIVE_MS = 60_000;
const ALIVE = `state = 'running' and coalesce(alive_at, '-infinity') > now() - interval '${ALIVE_MS} milliseconds'`;
const COLUMNS = `source, state, started_at, ended_at, added, updated, unchanged, refused, merged, closed, error, next_allowed_at, items,
  shares, drift, (${ALIVE}) as is_alive`;

/** The last run of each source. */
export async function lastRuns(unit: Unit, state?: 'done'): Promise<RunRow[]> {
  return await unit.all(
    run,
    `select distinct on (source) ${COLUMNS} from source_run where $1::text is null or state = $1
      order by source, started_at desc, id desc`,
    [state ?? null],
  );
}

/** The newest ended runs of each of these sources, newest first. */
export async function recentRuns(unit: Unit, sources: readonly string[], most: number): Promise<RunRow[]> {
  return await unit.all(
    run,
    `select newest.* from unnest($1::text[]) as wanted(name) cross join lateral
       (select ${COLUMNS} from source_run where source = wanted.name and state <> 'running'
         order by started_at desc, id desc limit $2) as newest`,
    [sources, most],
  );
}

const spent = z.object({ source: z.string(), requests: count, first: isoTimestamp });

/** Requests of each source whose runs began after `since`, and when the first of these did. */
export async function requestsSince(unit: Unit, since: Date): Promise<z.output<typeof spent>[]> {
  return await unit.all(
    spent,
    `select source, sum(requests) as requests, min(started_at) as first from source_run
      where started_at > $1 and requests > 0 group by source`,
    [since],
  );
}

/**
 * Notes that a run began; false when another process is at it. A run left over from a process that died is closed as
 * failed: at once when there can be no other process, otherwise when it has not told of itself for a minute.
 */
export async function beginRun(
  unit: Unit,
  given: { id: string; source: string; now: Date; isAlone: boolean },
): Promise<boolean> {
  await unit.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`source ${given.source}`]);
  await unit.run(
    `update source_run set state = 'failed', ended_at = $2, error = 'interrupted'
      where source = $1 and state = 'running' and ($3 or not (${ALIVE}))`,
    [given.source, given.now, given.isAlone],
  );
  const begun = await unit.run(
    `insert into source_run (id, source, state, started_at, alive_at) select $1, $2, 'running', $3, now()
      where not exists (select from source_run where source = $2 and state = 'running')`,
    [given.id, given.source, given.now],
  );
  return begun > 0;
}

/** Tells other processes that the run goes on. */
export async function touchRun(unit: Unit, id: string): Promise<void> {
  await unit.run('update source_run set alive_at = now() where id = $1', [id]);
}

/** Notes how a run ended. `error` is the reason in the three languages as JSON, null when all went well. */
export async function endRun(
  unit: Unit,
  given: {
    id: string;
    now: Date;
    state: 'done' | 'failed';
    counts: WriteResult & { refused: number; merged: number; closed: number };
    error: string | null;
    nextAllowedAt: Date;
    report: FetchReport | null;
    drift: readonly Drift[];
  },
): Promise<void> {
  const { added, updated, unchanged, refused, merged, closed } = given.counts;
  const { report, drift } = given;
  await unit.run(
    `update source_run set state = $2, ended_at = $3, added = $4, updated = $5, unchanged = $6, refused = $7, error = $8,
       next_allowed_at = $9, items = $10, requests = $11, is_complete = $12, shares = $13::jsonb, drift = $14::jsonb, merged = $15, closed = $16
      where id = $1`,
    [
      given.id,
      given.state,
      given.now,
      added,
      updated,
      unchanged,
      refused,
      given.error,
      given.nextAllowedAt,
      report?.items ?? null,
      report?.requests ?? null,
      report?.complete ?? null,
      report === null ? null : JSON.stringify(report.shares),
      JSON.stringify(drift),
      merged,
      closed,
    ],
  );
}
