/** All SQL of closing postings and of deleting them. Each statement touches at most so many rows; call again for the rest. */
import { z } from 'zod';
import { count, isoTimestamp } from '../../store/columns.ts';
import type { Unit } from '../../store/store.ts';
import { lockOpenings } from '../duplicates/opening-repository.ts';
import { settleOpenings } from '../duplicates/settle-openings.ts';

/** Rows of one unit of work. */
export const CLOSED_AT_ONCE = 200;

const idRow = z.object({ id: z.uuid() });
const page = z
  .object({
    url: z.string(),
    last_seen_at: isoTimestamp,
    checked_at: isoTimestamp.nullable(),
    closed_at: isoTimestamp.nullable(),
    is_sample: z.boolean(),
  })
  .transform((row) => ({
    url: row.url,
    lastSeenAt: row.last_seen_at,
    checkedAt: row.checked_at,
    closedAt: row.closed_at,
    isSample: row.is_sample,
  }));

async function close(unit: Unit, rows: readonly { id: string }[]): Promise<number> {
  const ids = rows.map(({ id }) => id);
  await settleOpenings(unit, ids, { alone: true });
  return ids.length;
}

/** How many postings of a list are open, and how many of them were last seen before that time. */
export async function countAbsent(
  unit: Unit,
  { feed, before }: { feed: string; before: Date },
): Promise<{ open: number; absent: number }> {
  const row = await unit.one(
    z.object({ open: count, absent: count }),
    `select count(*) as open, count(*) filter (where last_seen_at < $2) as absent
       from job_posting where feed = $1 and closed_at is null`,
    [feed, before],
  );
  return row ?? { open: 0, absent: 0 };
}

/** How many postings of a list seen since that time are shown under another board's. */
export async function countMerged(unit: Unit, { feed, since }: { feed: string; since: Date }): Promise<number> {
  const row = await unit.one(
    z.object({ merged: count }),
    `select count(*) as merged from job_posting p join posting_opening o on o.posting_id = p.id
      where p.feed = $1 and p.closed_at is null and p.last_seen_at >= $2 and o.opening_id <> o.posting_id`,
    [feed, since],
  );
  return row?.merged ?? 0;
}

/** Closes postings of a list that were last seen before that time; returns how many. */
export async function closeAbsent(
  unit: Unit,
  { feed, before, now }: { feed: string; before: Date; now: Date },
): Promise<number> {
  await lockOpenings(unit);
  const rows = await unit.all(
    idRow,
    `update job_posting set closed_at = $3, closed_because = 'absent' where id in (
       select id from job_posting where feed = $1 and closed_at is null and last_seen_at < $2 limit ${CLOSED_AT_ONCE})
     returning id`,
    [feed, before, now],
  );
  return await close(unit, rows);
}

/** Closes postings whose own last day is over; returns how many. */
export async function closeExpired(unit: Unit, now: Date): Promise<number> {
  await lockOpenings(unit);
  const rows = await unit.all(
    idRow,
    `update job_posting set closed_at = valid_through, closed_because = 'expired' where id in (
       select id from job_posting where valid_through <= $1 and closed_at is null limit ${CLOSED_AT_ONCE}) returning id`,
    [now],
  );
  return await close(unit, rows);
}

/** Closes a posting whose page is gone. */
export async function closeGone(unit: Unit, { id, now }: { id: string; now: Date }): Promise<void> {
  await lockOpenings(unit);
  const rows = await unit.all(
    idRow,
    `update job_posting set closed_at = $2, closed_because = 'gone', checked_at = $2
      where id = $1 and closed_at is null returning id`,
    [id, now],
  );
  await close(unit, rows);
}

/** What decides whether a posting's page is looked at; null when there is no such posting. */
export async function readPage(unit: Unit, id: string): Promise<z.output<typeof page> | null> {
  return await unit.one(
    page,
    'select url, last_seen_at, checked_at, closed_at, is_sample from job_posting where id = $1',
    [id],
  );
}

/** Ids of open postings that no list has shown and nobody has looked at since that time, the longest unseen first; none of these sources. */
export async function readUnseen(
  unit: Unit,
  { before, limit, except }: { before: Date; limit: number; except: readonly string[] },
): Promise<string[]> {
  const rows = await unit.all(
    idRow,
    `select p.id from job_posting p join posting_search s on s.posting_id = p.id
      where s.is_open and not p.is_sample and p.last_seen_at < $1 and coalesce(p.checked_at, p.last_seen_at) < $1 and p.source <> all($3::text[])
      order by p.last_seen_at, p.id limit $2`,
    [before, limit, [...except]],
  );
  return rows.map(({ id }) => id);
}

/** Notes that a posting's page was looked at. */
export async function writeChecked(unit: Unit, { id, now }: { id: string; now: Date }): Promise<void> {
  await unit.run('update job_posting set checked_at = $2 where id = $1', [id, now]);
}

const KEPT = `exists (select from posting_mark m where m.posting_id = p.id and m.mark in ('saved', 'applied'))`;

/**
 * Deletes postings of a source that were last seen before that time. Of those that a person saved or applied to, title,
 * company and address stay and the text goes. Returns how many were touched.
 */
export async function deleteStale(unit: Unit, { source, before }: { source: string; before: Date }): Promise<number> {
  await lockOpenings(unit);
  const stale = await unit.all(
    idRow.extend({ kept: z.boolean(), mates: z.array(z.uuid()) }),
    `select p.id, ${KEPT} as kept,
            array(select o.posting_id from posting_opening own join posting_opening o on o.opening_id = own.opening_id
                   where own.posting_id = p.id and o.posting_id <> p.id) as mates
       from job_posting p
      where p.source = $1 and p.last_seen_at < $2 and not p.is_sample and not (${KEPT} and p.completeness = 'none' and p.description = '')
      limit ${CLOSED_AT_ONCE}`,
    [source, before],
  );
  if (stale.length === 0) return 0;
  const gone = stale.filter(({ kept }) => !kept).map(({ id }) => id);
  const kept = stale.filter((row) => row.kept).map(({ id }) => id);
  await unit.run('delete from job_posting where id = any($1::uuid[])', [gone]);
  await unit.run(
    `update job_posting set description = '', completeness = 'none', raw = null, content_hash = '',
            closed_at = coalesce(closed_at, last_seen_at) where id = any($1::uuid[])`,
    [kept],
  );
  await unit.run(`update posting_search set words = ''::tsvector, meaning = null where posting_id = any($1::uuid[])`, [
    kept,
  ]);
  const left = [...new Set([...kept, ...stale.flatMap(({ mates }) => mates)])].filter((id) => !gone.includes(id));
  await settleOpenings(unit, left, { alone: true });
  return stale.length;
}
