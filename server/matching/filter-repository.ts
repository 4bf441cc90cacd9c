/** All SQL of a conversation's filter: the newest revision, and how much of the list is shown. */
import { z } from 'zod';
import type { Unit } from '../store/store.ts';
import { filterSchema } from './filter.ts';
import type { FilterState } from './match.ts';

const row = z
  .object({
    filter: filterSchema,
    revision: z.number().int(),
    filter_set_by: z.enum(['assistant', 'person', 'nobody']),
    show_unclear: z.boolean(),
    shown: z.number().int(),
  })
  .transform(({ filter, revision, filter_set_by, show_unclear, shown }) => ({
    state: { filter, revision, setBy: filter_set_by, showUnclear: show_unclear } satisfies FilterState,
    shown,
  }));
export type FilterRow = z.output<typeof row>;

/** The newest revision; with `lock` nobody else changes it until the unit ends. Null for a foreign conversation. */
export async function readFilter(unit: Unit, conversationId: string, lock = false): Promise<FilterRow | null> {
  return await unit.one(
    row,
    `select filter, revision, filter_set_by, show_unclear, shown from conversation where id = $1 ${lock ? 'for update' : ''}`,
    [conversationId],
  );
}

/** Writes the next revision; the list begins at its top again. */
export async function writeFilter(
  unit: Unit,
  change: Omit<FilterState, 'revision'> & { conversationId: string; pageSize: number; now: Date },
): Promise<void> {
  await unit.run(
    `update conversation set filter = $2::jsonb, revision = revision + 1, filter_set_by = $3, show_unclear = $4, shown = $5, updated_at = $6
      where id = $1`,
    [
      change.conversationId,
      JSON.stringify(change.filter),
      change.setBy,
      change.showUnclear,
      change.pageSize,
      change.now,
    ],
  );
}

export async function writeShown(unit: Unit, conversationId: string, shown: number): Promise<void> {
  await unit.run('update conversation set shown = $2 where id = $1', [conversationId, shown]);
}
