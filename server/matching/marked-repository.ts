/** All SQL that looks up what a person has marked. */
import { z } from 'zod';
import type { Unit } from '../store/store.ts';
import type { LookedUp } from './marked.ts';

/** Ids of the postings with this mark, the newest mark first. */
export async function listMarked(unit: Unit, mark: LookedUp, limit: number): Promise<string[]> {
  const rows = await unit.all(
    z.object({ posting_id: z.uuid() }),
    'select posting_id from posting_mark where mark = $1 order by marked_at desc, posting_id limit $2',
    [mark, limit],
  );
  return rows.map((row) => row.posting_id);
}

export async function countMarked(unit: Unit, mark: LookedUp): Promise<number> {
  const row = await unit.one(
    z.object({ total: z.number() }),
    'select count(*)::int as total from posting_mark where mark = $1',
    [mark],
  );
  return row?.total ?? 0;
}
