/** All SQL about turns and their chunks. */
import { z } from 'zod';
import { isoTimestamp } from '../store/columns.ts';
import { presenceLock } from '../store/presence.ts';
import type { Unit } from '../store/store.ts';
import type { Frame, RunningTurn } from './conversation.ts';
import { chunkSchema, TURN_STATES, type TurnState } from './message.ts';
import { toStorableJson } from '../kernel/json.ts';

const frameRow = z.object({ n: z.number(), chunks: z.array(chunkSchema) });

const turnRow = z
  .object({
    id: z.uuid(),
    user_id: z.uuid(),
    conversation_id: z.uuid(),
    message_id: z.uuid(),
    started_at: isoTimestamp,
  })
  .transform((row) => ({
    turnId: row.id,
    userId: row.user_id,
    conversationId: row.conversation_id,
    messageId: row.message_id,
    startedAt: row.started_at,
  }));
export type TurnRow = z.output<typeof turnRow>;

const TURN_COLUMNS = 'id, user_id, conversation_id, message_id, started_at';

export async function insertTurn(unit: Unit, row: TurnRow & { instance: string }): Promise<void> {
  await unit.run(
    `insert into turn (id, user_id, conversation_id, message_id, state, started_at, alive_at, instance)
     values ($1, $2, $3, $4, 'running', $5, $5, $6)`,
    [row.turnId, row.userId, row.conversationId, row.messageId, row.startedAt, row.instance],
  );
}

export async function findRunningTurn(unit: Unit, conversationId: string): Promise<TurnRow | null> {
  return await unit.one(
    turnRow,
    `select ${TURN_COLUMNS} from turn where conversation_id = $1 and state = 'running' order by started_at desc limit 1`,
    [conversationId],
  );
}

/** How the newest turn stands; null when there is none. */
export async function findLastTurnState(unit: Unit, conversationId: string): Promise<TurnState | 'running' | null> {
  const row = await unit.one(
    z.object({ state: z.enum([...TURN_STATES, 'running']) }),
    'select state from turn where conversation_id = $1 order by started_at desc, id desc limit 1',
    [conversationId],
  );
  return row?.state ?? null;
}

/** Frames after number `after`, in order. */
export async function listFrames(unit: Unit, turnId: string, after: number): Promise<Frame[]> {
  return await unit.all(frameRow, 'select n, chunks from turn_chunk where turn_id = $1 and n > $2 order by n', [
    turnId,
    after,
  ]);
}

export async function runningTurnWithFrames(
  unit: Unit,
  conversationId: string,
  after: number,
): Promise<RunningTurn | null> {
  const turn = await findRunningTurn(unit, conversationId);
  if (turn === null) return null;
  const { turnId, messageId, startedAt } = turn;
  return { turnId, messageId, startedAt, frames: await listFrames(unit, turnId, after) };
}

/** Appends frames and says that the turn lives; answers whether somebody asked it to stop. */
export async function appendFrames(
  unit: Unit,
  row: { turnId: string; userId: string; frames: readonly Frame[]; now: Date },
): Promise<{ stopRequested: boolean }> {
  for (const frame of row.frames) {
    await unit.run('insert into turn_chunk (turn_id, n, user_id, chunks) values ($1, $2, $3, $4::jsonb)', [
      row.turnId,
      frame.n,
      row.userId,
      toStorableJson(frame.chunks),
    ]);
  }
  const state = await unit.one(
    z.object({ stopped: z.boolean() }),
    'update turn set alive_at = $2 where id = $1 returning stop_requested_at is not null as stopped',
    [row.turnId, row.now],
  );
  return { stopRequested: state?.stopped ?? true };
}

/** Asks a running turn to stop, whichever process runs it. Returns false when it does not run (any more). */
export async function requestStop(unit: Unit, turnId: string, now: Date): Promise<boolean> {
  const changed = await unit.run(
    `update turn set stop_requested_at = coalesce(stop_requested_at, $2) where id = $1 and state = 'running'`,
    [turnId, now],
  );
  return changed > 0;
}

/** Ends a turn that still runs and drops its frames, which the saved message replaces. False: it had ended already. */
export async function endTurn(
  unit: Unit,
  row: {
    turnId: string;
    state: TurnState;
    now: Date;
    error: string | null;
    assistant: string;
    promptVersion: string | null;
  },
): Promise<boolean> {
  const changed = await unit.run(
    `update turn set state = $2, ended_at = $3, error = $4, model = $5, prompt_version = $6
      where id = $1 and state = 'running'`,
    [row.turnId, row.state, row.now, row.error, row.assistant, row.promptVersion],
  );
  if (changed > 0) await unit.run('delete from turn_chunk where turn_id = $1', [row.turnId]);
  return changed > 0;
}

/** Running turns of processes that are gone, or have not said since `silentSince` that they live. */
export async function findDeadTurns(unit: Unit, instance: string, silentSince: Date): Promise<TurnRow[]> {
  return await unit.all(
    turnRow,
    `select ${TURN_COLUMNS} from turn where state = 'running' and instance <> $1
        and (alive_at <= $2 or pg_try_advisory_xact_lock(${presenceLock('instance')}))`,
    [instance, silentSince],
  );
}
