/** All SQL about branches: a message points at the one before it, a conversation at its newest. */
import { z } from 'zod';
import { toStorableJson } from '../kernel/json.ts';
import { isoTimestamp } from '../store/columns.ts';
import type { Unit } from '../store/store.ts';
import { type Message, partSchema, TURN_STATES } from './message.ts';

const messageRow = z
  .object({
    id: z.uuid(),
    role: z.enum(['user', 'assistant']),
    turn_id: z.uuid(),
    parent_id: z.uuid().nullable(),
    siblings: z.array(z.uuid()).nullable(),
    parts: z.array(partSchema),
    created_at: isoTimestamp,
    state: z.enum(TURN_STATES).nullable(),
  })
  .transform(
    (row): Message => ({
      id: row.id,
      role: row.role,
      turnId: row.turn_id,
      parentId: row.parent_id,
      siblings: row.siblings ?? [row.id],
      parts: row.parts,
      createdAt: row.created_at,
      turnState: row.role === 'user' ? 'ended' : (row.state ?? 'ended'),
    }),
  );

const COLUMNS = 'm.id, m.role, m.turn_id, m.parent_id, m.parts, m.created_at, t.state';
/** The versions of a person's message, oldest first; answers have one. */
const SIBLINGS = `case when m.role = 'user' then
  (select array_agg(s.id order by s.seq) from message s
    where s.conversation_id = m.conversation_id and s.role = 'user' and s.parent_id is not distinct from m.parent_id)
  end as siblings`;

/** Adds a message after `parentId` and makes it the conversation's newest, unless the person has gone elsewhere. */
export async function insertMessage(
  unit: Unit,
  row: { userId: string; conversationId: string; message: Omit<Message, 'siblings'>; onlyAfterHead: boolean },
): Promise<void> {
  const { message, conversationId } = row;
  await unit.run(
    `insert into message (id, user_id, conversation_id, turn_id, parent_id, role, parts, created_at)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8)`,
    [
      message.id,
      row.userId,
      conversationId,
      message.turnId,
      message.parentId,
      message.role,
      toStorableJson(message.parts),
      message.createdAt,
    ],
  );
  await unit.run('update conversation set head_id = $2 where id = $1 and (not $3::boolean or head_id = $4)', [
    conversationId,
    message.id,
    row.onlyAfterHead,
    message.parentId,
  ]);
}

/** The newest `limit` messages of the branch that is shown, oldest first. */
export async function listMessages(unit: Unit, conversationId: string, limit: number): Promise<Message[]> {
  return await unit.all(
    messageRow,
    `with recursive path as (
       select m.id, m.parent_id, 1 as depth from message m join conversation c on c.head_id = m.id where c.id = $1
       union all
       select m.id, m.parent_id, path.depth + 1 from message m join path on m.id = path.parent_id where path.depth < $2)
     select ${COLUMNS}, ${SIBLINGS}
       from path join message m on m.id = path.id left join turn t on t.id = m.turn_id order by path.depth desc`,
    [conversationId, limit],
  );
}

/** A message of any branch, or null. */
export async function findMessage(unit: Unit, id: string): Promise<Message | null> {
  return await unit.one(
    messageRow,
    `select ${COLUMNS}, ${SIBLINGS} from message m left join turn t on t.id = m.turn_id where m.id = $1`,
    [id],
  );
}

/** The message whose action row offers to take back `undoId`. */
export async function findMessageByUndo(unit: Unit, conversationId: string, undoId: string): Promise<Message | null> {
  return await unit.one(
    messageRow,
    `select ${COLUMNS}, ${SIBLINGS} from message m left join turn t on t.id = m.turn_id
      where m.conversation_id = $1 and m.parts @> $2::jsonb`,
    [conversationId, JSON.stringify([{ outcome: { undoId } }])],
  );
}

/** The person's message that began a turn. */
export async function findQuestion(unit: Unit, turnId: string): Promise<string | null> {
  const row = await unit.one(
    z.object({ id: z.uuid() }),
    `select id from message where turn_id = $1 and role = 'user'`,
    [turnId],
  );
  return row?.id ?? null;
}

/** The newest message of the shown branch. */
export async function findHead(unit: Unit, conversationId: string): Promise<string | null> {
  const row = await unit.one(
    z.object({ head_id: z.uuid().nullable() }),
    'select head_id from conversation where id = $1',
    [conversationId],
  );
  return row?.head_id ?? null;
}

/** Shows the branch that a message is in, to its newest end. False when there is no such message here. */
export async function showBranch(unit: Unit, conversationId: string, messageId: string): Promise<boolean> {
  const changed = await unit.run(
    `with recursive below as (
       select id, seq from message where id = $2 and conversation_id = $1
       union all
       select m.id, m.seq from message m join below on m.parent_id = below.id)
     update conversation set head_id = (select id from below order by seq desc limit 1)
      where id = $1 and exists (select from below)`,
    [conversationId, messageId],
  );
  return changed > 0;
}
