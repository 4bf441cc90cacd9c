/** The life of a turn in the store: begun, kept alive frame by frame, ended once, recovered when its process died. */
import type { Clock } from '../kernel/clock.ts';
import type { Events } from '../kernel/events.ts';
import { newId } from '../kernel/ids.ts';
import type { Store, Unit } from '../store/store.ts';
import { type ConversationEvents, foldFrames, type Frame, settleParts, titleFrom } from './conversation.ts';
import * as branches from './branch-repository.ts';
import * as conversations from './conversation-repository.ts';
import { noConversation, stillRunning } from './conversation-service.ts';
import type { Part, TurnState } from './message.ts';
import { deleteQueued } from './queue-repository.ts';
import { announceQueue } from './queue-service.ts';
import * as turns from './turn-repository.ts';

/** A native process is taken for dead when its turn was silent for so long, though its connection stands. */
const SILENT_MS = 10_000;

export interface BegunTurn {
  turnId: string;
  messageId: string;
  startedAt: string;
  /** False: this message had arrived before (a resend); nothing was begun. */
  isNew: boolean;
}

export interface TurnService {
  /**
   * Saves the person's message and begins its turn, in one unit; a message that waited does so no longer. With
   * `replaces` it becomes another version of that message, and the conversation goes on from there. Throws conflict
   * while another turn runs, not_found for a conversation or message that is not there.
   */
  begin(options: {
    userId: string;
    conversationId: string;
    messageId: string;
    text: string;
    replaces?: string | undefined;
  }): Promise<BegunTurn>;
  /** Has this message been taken already? Then it is a resend. */
  knows(options: { userId: string; messageId: string }): Promise<boolean>;
  append(options: { userId: string; turnId: string; frames: readonly Frame[] }): Promise<{ stopRequested: boolean }>;
  /** Saves the answer and ends the turn, in one unit. Does nothing when it had ended. */
  end(options: {
    userId: string;
    conversationId: string;
    turnId: string;
    messageId: string;
    state: TurnState;
    parts: Part[];
    error: string | null;
    /** Who answered: "builtin" or a model's name. */
    assistant: string;
    promptVersion: string | null;
  }): Promise<void>;
  /** Asks a turn to stop, whichever process runs it; false when it does not run. */
  requestStop(options: { userId: string; turnId: string }): Promise<boolean>;
  /** Marks the turns of dead processes as interrupted, with the text they had. Returns how many. */
  recover(): Promise<number>;
}

export function createTurnService(dependencies: {
  store: Store;
  clock: Clock;
  events: Events<ConversationEvents>;
  /** This process; changes with every start. */
  instance: string;
}): TurnService {
  const { store, clock, events, instance } = dependencies;

  return {
    async begin({ userId, conversationId, messageId, text, replaces }) {
      return await store.asPerson(userId, async (unit) => {
        const conversation = await conversations.lockConversation(unit, conversationId);
        if (conversation === null) throw noConversation();
        const known = await branches.findMessage(unit, messageId);
        const running = await turns.findRunningTurn(unit, conversationId);
        if (known !== null) {
          return {
            turnId: known.turnId,
            messageId: running?.messageId ?? known.turnId,
            startedAt: known.createdAt,
            isNew: false,
          };
        }
        if (running !== null) throw stillRunning();
        const parentId = await parentOf(unit, conversationId, replaces);

        const now = clock();
        const turn = { turnId: newId(), userId, conversationId, messageId: newId(), startedAt: now.toISOString() };
        await turns.insertTurn(unit, { ...turn, instance });
        await branches.insertMessage(unit, {
          userId,
          conversationId,
          onlyAfterHead: false,
          message: {
            id: messageId,
            role: 'user',
            turnId: turn.turnId,
            parentId,
            parts: [{ type: 'text', id: 'said', text }],
            createdAt: now.toISOString(),
            turnState: 'ended',
          },
        });
        if (await deleteQueued(unit, conversationId, messageId))
          await announceQueue(unit, { userId, conversationId }, events);
        await conversations.touchConversation(unit, conversationId, titleFrom(text), now);
        const message = await branches.findMessage(unit, messageId);
        unit.afterCommit(() => {
          if (message !== null) events.emit('message-added', { userId, conversationId, message });
          events.emit('turn-start', turn);
        });
        return { turnId: turn.turnId, messageId: turn.messageId, startedAt: turn.startedAt, isNew: true };
      });
    },

    async knows({ userId, messageId }) {
      return await store.asPerson(userId, async (unit) => (await branches.findMessage(unit, messageId)) !== null);
    },

    async append({ userId, turnId, frames }) {
      return await store.asPerson(
        userId,
        async (unit) => await turns.appendFrames(unit, { turnId, userId, frames, now: clock() }),
      );
    },

    async end({ userId, conversationId, turnId, messageId, state, parts, error, assistant, promptVersion }) {
      await store.asPerson(userId, async (unit) => {
        const now = clock();
        if (!(await turns.endTurn(unit, { turnId, state, now, error, assistant, promptVersion }))) return;
        await branches.insertMessage(unit, {
          userId,
          conversationId,
          onlyAfterHead: true,
          message: {
            id: messageId,
            role: 'assistant',
            turnId,
            parentId: await branches.findQuestion(unit, turnId),
            parts: settleParts(parts),
            createdAt: now.toISOString(),
            turnState: state,
          },
        });
        const message = await branches.findMessage(unit, messageId);
        unit.afterCommit(() => events.emit('turn-end', { userId, conversationId, turnId, state, message }));
      });
    },

    async requestStop({ userId, turnId }) {
      return await store.asPerson(userId, async (unit) => await turns.requestStop(unit, turnId, clock()));
    },

    async recover() {
      // Embedded is one process: whatever runs there under another instance is dead for sure.
      const silentSince = new Date(clock().getTime() - (store.engine === 'embedded' ? 0 : SILENT_MS));
      const dead = await store.asSystem(
        'recover',
        async (unit) => await turns.findDeadTurns(unit, instance, silentSince),
      );
      for (const { turnId, userId, conversationId, messageId } of dead) {
        const frames = await store.asPerson(userId, async (unit) => await turns.listFrames(unit, turnId, 0));
        await this.end({
          userId,
          conversationId,
          turnId,
          messageId,
          state: 'interrupted',
          parts: foldFrames(frames),
          error: 'process died',
          assistant: 'unknown',
          promptVersion: null,
        });
      }
      return dead.length;
    },
  };
}

/** What a new message follows: the newest of the shown branch, or what the replaced one followed. */
async function parentOf(unit: Unit, conversationId: string, replaces: string | undefined): Promise<string | null> {
  if (replaces === undefined) return await branches.findHead(unit, conversationId);
  const replaced = await branches.findMessage(unit, replaces);
  if (replaced === null || replaced.role !== 'user') throw noConversation();
  return replaced.parentId;
}
