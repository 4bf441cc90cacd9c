/** All SQL of changes: what was done in a conversation that can be taken back. */
import { z } from 'zod';
import { newId } from '../kernel/ids.ts';
import type { Unit } from '../store/store.ts';
import { toStorableJson } from '../kernel/json.ts';

export const CHANGE_KINDS = ['filter', 'mark', 'follow', 'cv', 'separate', 'search'] as const;

const changeRow = z.object({
  id: z.uuid(),
  action: z.string(),
  kind: z.enum(CHANGE_KINDS),
  /** What it was before; its shape is the kind's own. */
  before: z.unknown(),
});
export type Change = z.output<typeof changeRow>;

/** Records a change in the unit that makes it; returns its id, which `undo` takes. */
export async function addChange(
  unit: Unit,
  change: {
    userId: string;
    conversationId: string;
    action: string;
    kind: Change['kind'];
    before: unknown;
    after: unknown;
    now: Date;
  },
): Promise<string> {
  const id = newId();
  await unit.run(
    `insert into change (id, user_id, conversation_id, action, kind, before, after, created_at)
     values ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8)`,
    [
      id,
      change.userId,
      change.conversationId,
      change.action,
      change.kind,
      toStorableJson(change.before),
      toStorableJson(change.after),
      change.now,
    ],
  );
  return id;
}

/** The change asked for, or the last one; null when it has been taken back or there is none. */
export async function findUndoable(unit: Unit, conversationId: string, changeId?: string): Promise<Change | null> {
  return await unit.one(
    changeRow,
    `select id, action, kind, before from change
      where conversation_id = $1 and undone_at is null and ($2::uuid is null or id = $2) order by seq desc limit 1`,
    [conversationId, changeId ?? null],
  );
}

export async function markUndone(unit: Unit, changeId: string, now: Date): Promise<void> {
  await unit.run('update change set undone_at = $2 where id = $1', [changeId, now]);
}

export async function canUndo(unit: Unit, conversationId: string): Promise<boolean> {
  return (await findUndoable(unit, conversationId)) !== null;
}
