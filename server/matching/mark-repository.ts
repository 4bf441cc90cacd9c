/** All SQL of a person's marks on postings. A posting without a row is new. */
import { z } from 'zod';
import type { Unit } from '../store/store.ts';
import { type Mark, MARKS } from './match.ts';

const markRow = z
  .object({ posting_id: z.uuid(), mark: z.enum(MARKS) })
  .transform(({ posting_id, mark }) => ({ postingId: posting_id, mark }));
export type PostingMark = z.output<typeof markRow>;

/** The marks of these postings, 'new' where there is none; ids without a posting are left out. */
export async function readMarks(unit: Unit, postingIds: readonly string[]): Promise<PostingMark[]> {
  return await unit.all(
    markRow,
    `select p.id as posting_id, coalesce(m.mark, 'new') as mark
       from job_posting p left join posting_mark m on m.posting_id = p.id where p.id = any ($1::uuid[])`,
    [[...postingIds]],
  );
}

/** Sets one mark on all of them; 'new' takes the mark off. */
export async function setMarks(
  unit: Unit,
  change: { userId: string; postingIds: readonly string[]; mark: Mark; now: Date },
): Promise<void> {
  const ids = [...change.postingIds];
  if (change.mark === 'new') {
    await unit.run('delete from posting_mark where posting_id = any ($1::uuid[])', [ids]);
    return;
  }
  await unit.run(
    `insert into posting_mark (user_id, posting_id, mark, marked_at) select $1, id, $3, $4 from unnest($2::uuid[]) id
     on conflict (user_id, posting_id) do update set mark = excluded.mark, marked_at = excluded.marked_at`,
    [change.userId, ids, change.mark, change.now],
  );
}
