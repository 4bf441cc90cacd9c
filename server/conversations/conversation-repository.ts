/** All SQL about conversations. Messages and their branches are in `branch-repository.ts`. */
import { z } from 'zod';
import { isoTimestamp } from '../store/columns.ts';
import type { Unit } from '../store/store.ts';
import { type Conversation, conversationSchema, type ConversationLine } from './conversation.ts';
import type { Message } from './message.ts';
import { toStorableJson } from '../kernel/json.ts';

/** Creates an empty conversation; `name` is the one `ask` uses. */
export async function insertConversation(
  unit: Unit,
  row: { id: string; userId: string; name: string | null; now: Date },
): Promise<Conversation> {
  await unit.run('insert into conversation (id, user_id, name, created_at, updated_at) values ($1, $2, $3, $4, $4)', [
    row.id,
    row.userId,
    row.name,
    row.now,
  ]);
  return { id: row.id, title: '' };
}

export async function findConversation(unit: Unit, id: string): Promise<Conversation | null> {
  return await unit.one(conversationSchema, 'select id, title from conversation where id = $1', [id]);
}

/** Finds a conversation and keeps others from changing it until the unit ends. */
export async function lockConversation(unit: Unit, id: string): Promise<Conversation | null> {
  return await unit.one(conversationSchema, 'select id, title from conversation where id = $1 for update', [id]);
}

export async function findConversationByName(unit: Unit, name: string): Promise<Conversation | null> {
  return await unit.one(conversationSchema, 'select id, title from conversation where name = $1', [name]);
}

/** The conversation the person was in last. */
export async function findLastConversation(unit: Unit): Promise<Conversation | null> {
  return await unit.one(
    conversationSchema,
    'select id, title from conversation where name is null order by updated_at desc, id desc limit 1',
  );
}

/** Gives a name free, so that a conversation of that name can begin anew. */
export async function releaseName(unit: Unit, name: string): Promise<void> {
  await unit.run('update conversation set name = null where name = $1', [name]);
}

/** Marks a conversation as used now; the title is set once. */
export async function touchConversation(unit: Unit, id: string, title: string, now: Date): Promise<void> {
  await unit.run(
    `update conversation set updated_at = $2, title = case when title = '' then $3 else title end where id = $1`,
    [id, now, title],
  );
}

/** How many messages the person has sent there. */
export async function countSaid(unit: Unit, conversationId: string): Promise<number> {
  const row = await unit.one(
    z.object({ said: z.number() }),
    `select count(*)::int as said from message where conversation_id = $1 and role = 'user'`,
    [conversationId],
  );
  return row?.said ?? 0;
}

/** Rewrites the stored parts of one message (an Undo marks its row as taken back). */
export async function updateParts(unit: Unit, id: string, parts: Message['parts']): Promise<void> {
  await unit.run('update message set parts = $2::jsonb where id = $1', [id, toStorableJson(parts)]);
}

const lineRow = z
  .object({ id: z.uuid(), title: z.string(), updated_at: isoTimestamp })
  .transform((row): ConversationLine => ({ id: row.id, title: row.title, updatedAt: row.updated_at }));

/** Conversations in which something was said, the last used first; with `query`, those that say it anywhere. */
export async function listConversations(unit: Unit, query: string, limit: number): Promise<ConversationLine[]> {
  const pattern = `%${query.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
  return await unit.all(
    lineRow,
    `select id, title, updated_at from conversation c
      where name is null and title <> '' and ($1 = '' or title ilike $2 or exists (
        select from message m, jsonb_array_elements(m.parts) part
         where m.conversation_id = c.id and part ->> 'type' = 'text' and part ->> 'text' ilike $2))
      order by updated_at desc, id desc limit $3`,
    [query, pattern, limit],
  );
}

/** False: there is no such conversation. */
export async function renameConversation(unit: Unit, id: string, title: string): Promise<boolean> {
  return (await unit.run('update conversation set title = $2 where id = $1', [id, title])) > 0;
}

/** Deletes a conversation with all that was said and can be undone in it. False: there is none. */
export async function deleteConversation(unit: Unit, id: string): Promise<boolean> {
  return (await unit.run('delete from conversation where id = $1', [id])) > 0;
}
