/** All SQL about conversations and messages. */
import { z } from 'zod';
import { isoTimestamp } from '../store/columns.ts';
import type { Unit } from '../store/store.ts';
import { type Conversation, conversationSchema } from './conversation.ts';
import { type Message, partSchema, TURN_STATES } from './message.ts';
import { toStorableJson } from '../kernel/json.ts';

const messageRow = z
  .object({
    id: z.uuid(),
    role: z.enum(['user', 'assistant']),
    turn_id: z.uuid(),
    parts: z.array(partSchema),
    created_at: isoTimestamp,
    state: z.enum(TURN_STATES).nullable(),
  })
  .transform(
    (row): Message => ({
      id: row.id,
      role: row.role,
      turnId: row.turn_id,
      parts: row.parts,
      createdAt: row.created_at,
      turnState: row.role === 'user' ? 'ended' : (row.state ?? 'ended'),
    }),
  );

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

export async function insertMessage(
  unit: Unit,
  row: { userId: string; conversationId: string; message: Message },
): Promise<void> {
  await unit.run(
    `insert into message (id, user_id, conversation_id, turn_id, role, parts, created_at)
     values ($1, $2, $3, $4, $5, $6::jsonb, $7)`,
    [
      row.message.id,
      row.userId,
      row.conversationId,
      row.message.turnId,
      row.message.role,
      toStorableJson(row.message.parts),
      row.message.createdAt,
    ],
  );
}

/** The newest `limit` messages, oldest first. */
export async function listMessages(unit: Unit, conversationId: string, limit: number): Promise<Message[]> {
  const newestFirst = await unit.all(
    messageRow,
    `select m.id, m.role, m.turn_id, m.parts, m.created_at, t.state
       from message m left join turn t on t.id = m.turn_id
      where m.conversation_id = $1 order by m.seq desc limit $2`,
    [conversationId, limit],
  );
  return newestFirst.toReversed();
}

export async function findMessage(unit: Unit, id: string): Promise<Message | null> {
  return await unit.one(
    messageRow,
    `select m.id, m.role, m.turn_id, m.parts, m.created_at, t.state
       from message m left join turn t on t.id = m.turn_id where m.id = $1`,
    [id],
  );
}

/** Rewrites the stored parts of one message (an Undo marks its row as taken back). */
export async function updateParts(unit: Unit, id: string, parts: Message['parts']): Promise<void> {
  await unit.run('update message set parts = $2::jsonb where id = $1', [id, toStorableJson(parts)]);
}

/** The message whose action row offers to take back `undoId`. */
export async function findMessageByUndo(unit: Unit, conversationId: string, undoId: string): Promise<Message | null> {
  return await unit.one(
    messageRow,
    `select m.id, m.role, m.turn_id, m.parts, m.created_at, t.state
       from message m left join turn t on t.id = m.turn_id
      where m.conversation_id = $1 and m.parts @> $2::jsonb`,
    [conversationId, JSON.stringify([{ outcome: { undoId } }])],
  );
}
