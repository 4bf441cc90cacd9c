/** All SQL about what a person said while an answer ran: it waits in order. */
import { z } from 'zod';
import type { Unit } from '../store/store.ts';
import type { QueuedMessage } from './conversation.ts';

const queuedRow = z
  .object({ id: z.uuid(), text: z.string(), goes_first: z.boolean() })
  .transform((row): QueuedMessage & { goesFirst: boolean } => ({
    messageId: row.id,
    text: row.text,
    goesFirst: row.goes_first,
  }));

/** All that wait, the next one first. */
export async function listQueued(unit: Unit, conversationId: string): Promise<z.output<typeof queuedRow>[]> {
  return await unit.all(
    queuedRow,
    'select id, text, goes_first from queued_message where conversation_id = $1 order by goes_first desc, seq',
    [conversationId],
  );
}

/** Adds one at the end; a resend changes nothing. */
export async function insertQueued(
  unit: Unit,
  row: { userId: string; conversationId: string; messageId: string; text: string; now: Date },
): Promise<void> {
  await unit.run(
    `insert into queued_message (id, user_id, conversation_id, text, created_at) values ($1, $2, $3, $4, $5)
     on conflict (id) do nothing`,
    [row.messageId, row.userId, row.conversationId, row.text, row.now],
  );
}

/** Other words for one that waits. False: it does not wait (any more). */
export async function updateQueued(
  unit: Unit,
  conversationId: string,
  messageId: string,
  text: string,
): Promise<boolean> {
  const sql = 'update queued_message set text = $3 where conversation_id = $1 and id = $2';
  return (await unit.run(sql, [conversationId, messageId, text])) > 0;
}

/** Puts one before all others. False: it does not wait (any more). */
export async function putFirst(unit: Unit, conversationId: string, messageId: string): Promise<boolean> {
  const sql = 'update queued_message set goes_first = true where conversation_id = $1 and id = $2';
  return (await unit.run(sql, [conversationId, messageId])) > 0;
}

/** Takes one out. False: it did not wait (any more). */
export async function deleteQueued(unit: Unit, conversationId: string, messageId: string): Promise<boolean> {
  const sql = 'delete from queued_message where conversation_id = $1 and id = $2';
  return (await unit.run(sql, [conversationId, messageId])) > 0;
}
