/** All SQL of exports: a snapshot of the filter, so that the link gives the same list later. */
import { z } from 'zod';
import { isoTimestamp } from '../store/columns.ts';
import type { Unit } from '../store/store.ts';
import { filterSchema } from './filter.ts';

const exportRow = z
  .object({
    id: z.uuid(),
    format: z.enum(['csv', 'json']),
    filter: filterSchema,
    revision: z.number().int(),
    show_unclear: z.boolean(),
    posting_ids: z.array(z.uuid()).nullable(),
    created_at: isoTimestamp,
  })
  .transform(({ show_unclear, posting_ids, created_at, ...row }) => ({
    ...row,
    showUnclear: show_unclear,
    /** Chosen postings; null for all that the filter lets through. */
    postingIds: posting_ids,
    createdAt: created_at,
  }));
export type Export = z.output<typeof exportRow>;

export async function insertExport(
  unit: Unit,
  row: Export & { userId: string; conversationId: string },
): Promise<void> {
  await unit.run(
    `insert into posting_export (id, user_id, conversation_id, format, filter, revision, show_unclear, posting_ids, created_at)
     values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8::uuid[], $9)`,
    [
      row.id,
      row.userId,
      row.conversationId,
      row.format,
      JSON.stringify(row.filter),
      row.revision,
      row.showUnclear,
      row.postingIds,
      row.createdAt,
    ],
  );
}

export async function findExport(unit: Unit, id: string): Promise<Export | null> {
  return await unit.one(
    exportRow,
    'select id, format, filter, revision, show_unclear, posting_ids, created_at from posting_export where id = $1',
    [id],
  );
}
