/** All SQL of raw payloads: what a board gave for a posting, kept as long as the board's terms let the posting be kept. */
import { z } from 'zod';
import type { Unit } from '../store/store.ts';

/** A longer item is not kept: it is no posting that somebody wrote. */
const LONGEST = 300_000;

/** The item as text that a jsonb column takes; null for what it does not, and for what is too long. */
export function payloadText(item: unknown): string | null {
  const text = JSON.stringify(item, (_key, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value,
  );
  // Names of fields may hold what no column takes, too; they are nothing to mend.
  if (text === undefined || text.length > LONGEST || /\\u(?:0000|d[89a-f])/iu.test(text)) return null;
  return text;
}

/** Keeps the newest payload of each. */
export async function writePayloads(unit: Unit, payloads: readonly { id: string; payload: string }[]): Promise<void> {
  if (payloads.length === 0) return;
  await unit.run(
    `insert into posting_payload (posting_id, payload)
     select r.id, r.payload::jsonb from unnest($1::uuid[], $2::text[]) as r(id, payload)
     on conflict (posting_id) do update set payload = excluded.payload`,
    [payloads.map(({ id }) => id), payloads.map(({ payload }) => payload)],
  );
}

/** Payloads of these postings by id, as the board gave them; most imported ones have none. */
export async function readPayloads(unit: Unit, ids: readonly string[]): Promise<Map<string, unknown>> {
  const rows = await unit.all(
    z.object({ posting_id: z.uuid(), payload: z.unknown() }),
    'select posting_id, payload from posting_payload where posting_id = any($1::uuid[])',
    [[...ids]],
  );
  return new Map(rows.map(({ posting_id, payload }) => [posting_id, payload]));
}

/** Deletes payloads of a source's postings that were not seen since `before`, also of those that somebody saved. */
export async function deletePayloads(
  unit: Unit,
  { source, before, limit }: { source: string; before: Date; limit: number },
): Promise<number> {
  return await unit.run(
    `delete from posting_payload where posting_id in (
       select p.id from job_posting p join posting_payload o on o.posting_id = p.id
        where p.source = $1 and p.last_seen_at < $2 limit $3)`,
    [source, before, limit],
  );
}
