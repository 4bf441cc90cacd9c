/** The life of a turn in the store: begun, kept alive frame by frame, ended once, recovered when its process died. */
import type { Clock } from '../kernel/clock.ts';
import { PerchError } from '../kernel/errors.ts';
import type { Events } from '../kernel/events.ts';
import { newId } from '../kernel/ids.ts';
import type { Store } from '../store/store.ts';
import { type ConversationEvents, foldFrames, type Frame, settleParts, titleFrom } from './conversation.ts';
import * as conversations from './conversation-repository.ts';
import { noConversation } from './conversation-service.ts';
import type { Message, Part, TurnState } from './message.ts';
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
  /** Saves the person's message and begins its turn, in one unit. Throws conflict while another turn runs. */
  begin(options: { userId: string; conversationId: string; messageId: string; text: string }): Promise<BegunTurn>;
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
    async begin({ userId, conversationId, messageId, text }) {
      return await store.asPerson(userId, async (unit) => {
        const conversation = await conversations.lockConversation(unit, conversationId);
        if (conversation === null) throw noConversation();
        const known = await conversations.findMessage(unit, messageId);
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

        const now = clock();
        const turn = { turnId: newId(), userId, conversationId, messageId: newId(), startedAt: now.toISOString() };
        await turns.insertTurn(unit, { ...turn, instance });
        const message: Message = {
          id: messageId,
          role: 'user',
          turnId: turn.turnId,
          parts: [{ type: 'text', id: 'said', text }],
          createdAt: now.toISOString(),
          turnState: 'ended',
        };
        await conversations.insertMessage(unit, { userId, conversationId, message });
        await conversations.touchConversation(unit, conversationId, titleFrom(text), now);
        unit.afterCommit(() => {
          events.emit('message-added', { userId, conversationId, message });
          events.emit('turn-start', turn);
        });
        return { turnId: turn.turnId, messageId: turn.messageId, startedAt: turn.startedAt, isNew: true };
      });
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
        const message: Message = {
          id: messageId,
          role: 'assistant',
          turnId,
          parts: settleParts(parts),
          createdAt: now.toISOString(),
          turnState: state,
        };
        await conversations.insertMessage(unit, { userId, conversationId, message });
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

function stillRunning(): PerchError {
  return new PerchError('conflict', {
    en: 'Perch is still answering. Stop that answer or wait for it, then send this again.',
    de: 'Perch antwortet noch. Halten Sie die Antwort an oder warten Sie, und senden Sie dann noch einmal.',
    uk: 'Perch ще відповідає. Зупиніть відповідь або зачекайте, а потім надішліть ще раз.',
  });
}
