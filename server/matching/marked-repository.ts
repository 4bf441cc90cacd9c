/** All SQL that looks up what a person has marked. */
import { z } from 'zod';
import type { Unit } from '../store/store.ts';
import type { LookedUp } from './marked.ts';

/** A mark that another posting of the same opening carries is that one's. */
const SHOWN = `not exists (select from posting_opening o where o.posting_id = m.posting_id and o.opening_id <> o.posting_id)`;

/** Ids of the postings with this mark, the newest mark first. */
export async function listMarked(unit: Unit, mark: LookedUp, limit: number): Promise<string[]> {
  const rows = await unit.all(
    z.object({ posting_id: z.uuid() }),
    `select m.posting_id from posting_mark m where m.mark = $1 and ${SHOWN} order by m.marked_at desc, m.posting_id limit $2`,
    [mark, limit],
  );
  return rows.map((row) => row.posting_id);
}

export async function countMarked(unit: Unit, mark: LookedUp): Promise<number> {
  const row = await unit.one(
    z.object({ total: z.number() }),
    `select count(*)::int as total from posting_mark m where m.mark = $1 and ${SHOWN}`,
    [mark],
  );
  return row?.total ?? 0;
}
