/** Opens conversations and keeps their messages. One method, one unit of work. */
import type { Clock } from '../kernel/clock.ts';
import { PerchError } from '../kernel/errors.ts';
import type { Events } from '../kernel/events.ts';
import { newId } from '../kernel/ids.ts';
import type { Store, Unit } from '../store/store.ts';
import * as branches from './branch-repository.ts';
import type { Conversation, ConversationEvents, ConversationLine, RunningTurn } from './conversation.ts';
import * as conversations from './conversation-repository.ts';
import type { ActionPart, Message } from './message.ts';
import { findRunningTurn, runningTurnWithFrames } from './turn-repository.ts';

/** Older messages stay in the store; this many are shown and given to a model. */
const MESSAGES_SHOWN = 200;
/** Conversations in the list; older ones are found by searching. */
const CONVERSATIONS_LISTED = 100;

interface Place {
  userId: string;
  conversationId: string;
}

export interface ConversationService {
  /** The conversation asked for; without an id the last one, or a new one. Throws not_found for a foreign id. */
  open(options: {
    userId: string;
    conversationId?: string | undefined;
    fresh?: boolean | undefined;
  }): Promise<Conversation>;
  /** Throws not_found when there is no such conversation of this person's. */
  expectOwn(place: Place): Promise<void>;
  /** The conversation that `ask` calls by name; begun when it does not exist, or anew with `fresh`. */
  openNamed(options: { userId: string; name: string; fresh: boolean }): Promise<Conversation>;
  /** Those in which something was said, the last used first; with `query`, those that say it anywhere. */
  list(options: { userId: string; query: string }): Promise<ConversationLine[]>;
  /** Throws not_found. */
  rename(options: Place & { title: string }): Promise<void>;
  /** Deletes it with all that was said in it; cannot be undone. Throws not_found. */
  delete(place: Place): Promise<void>;
  /** The newest messages of the branch that is shown, oldest first. */
  messages(place: Place): Promise<Message[]>;
  /** Shows the branch of a message. Throws not_found, and conflict while an answer runs. */
  showBranch(options: Place & { messageId: string }): Promise<void>;
  /** What the shown branch changed from this message on and can still take back, the last first. */
  undoableSince(options: Place & { messageId: string }): Promise<string[]>;
  /** How many messages the person has sent there: the number of the next turn. */
  countSaid(place: Place): Promise<number>;
  /** The running turn with its frames after number `after`. */
  runningTurn(options: Place & { after: number }): Promise<RunningTurn | null>;
  /**
   * Changes what a saved message says of one of its calls, as `kept` gives it, and tells every open page. Resolves to
   * the call as it was; null when there is none or `kept` gave null, and then nothing changes. `told` is what pages
   * hear where that differs from what is kept.
   */
  changeCall(
    options: Place & {
      messageId: string;
      callId: string;
      kept: (call: ActionPart) => ActionPart | null;
      told?: (call: ActionPart) => ActionPart;
    },
  ): Promise<ActionPart | null>;
  /** Marks the action row that offered this undo as taken back, and tells every open page. */
  markUndone(options: Place & { undoId: string }): Promise<void>;
}

export function createConversationService(dependencies: {
  store: Store;
  clock: Clock;
  events: Events<ConversationEvents>;
}): ConversationService {
  const { store, clock, events } = dependencies;

  const create = async (unit: Unit, userId: string, name: string | null): Promise<Conversation> =>
    await conversations.insertConversation(unit, { id: newId(), userId, name, now: clock() });

  return {
    async open({ userId, conversationId, fresh = false }) {
      return await store.asPerson(userId, async (unit) => {
        if (conversationId !== undefined) {
          const found = await conversations.findConversation(unit, conversationId);
          if (found === null) throw noConversation();
          return found;
        }
        const last = fresh ? null : await conversations.findLastConversation(unit);
        return last ?? (await create(unit, userId, null));
      });
    },

    async expectOwn({ userId, conversationId }) {
      await store.asPerson(userId, async (unit) => {
        if ((await conversations.findConversation(unit, conversationId)) === null) throw noConversation();
      });
    },

    async openNamed({ userId, name, fresh }) {
      return await store.asPerson(userId, async (unit) => {
        if (fresh) await conversations.releaseName(unit, name);
        const found = await conversations.findConversationByName(unit, name);
        return found ?? (await create(unit, userId, name));
      });
    },

    async list({ userId, query }) {
      return await store.asPerson(
        userId,
        async (unit) => await conversations.listConversations(unit, query.trim(), CONVERSATIONS_LISTED),
      );
    },

    async rename({ userId, conversationId, title }) {
      await store.asPerson(userId, async (unit) => {
        if (!(await conversations.renameConversation(unit, conversationId, title))) throw noConversation();
        unit.afterCommit(() => events.emit('conversation-renamed', { userId, conversationId, title }));
      });
    },

    async delete({ userId, conversationId }) {
      await store.asPerson(userId, async (unit) => {
        if (!(await conversations.deleteConversation(unit, conversationId))) throw noConversation();
        unit.afterCommit(() => events.emit('conversation-deleted', { userId, conversationId }));
      });
    },

    async messages({ userId, conversationId }) {
      return await store.asPerson(
        userId,
        async (unit) => await branches.listMessages(unit, conversationId, MESSAGES_SHOWN),
      );
    },

    async showBranch({ userId, conversationId, messageId }) {
      await store.asPerson(userId, async (unit) => {
        if ((await conversations.lockConversation(unit, conversationId)) === null) throw noConversation();
        if ((await findRunningTurn(unit, conversationId)) !== null) throw stillRunning();
        if (!(await branches.showBranch(unit, conversationId, messageId))) throw noConversation();
        const messages = await branches.listMessages(unit, conversationId, MESSAGES_SHOWN);
        unit.afterCommit(() => events.emit('messages-changed', { userId, conversationId, messages }));
      });
    },

    async undoableSince({ userId, conversationId, messageId }) {
      const messages = await this.messages({ userId, conversationId });
      const from = messages.findIndex(({ id }) => id === messageId);
      const parts = from === -1 ? [] : messages.slice(from).flatMap((message) => message.parts);
      return parts
        .flatMap((part) => (part.type === 'action' && part.outcome?.undone === false ? [part.outcome.undoId] : []))
        .filter((id) => id !== null)
        .toReversed();
    },

    async countSaid({ userId, conversationId }) {
      return await store.asPerson(userId, async (unit) => await conversations.countSaid(unit, conversationId));
    },

    async runningTurn({ userId, conversationId, after }) {
      return await store.asPerson(userId, async (unit) => await runningTurnWithFrames(unit, conversationId, after));
    },

    async changeCall({ userId, conversationId, messageId, callId, kept, told }) {
      return await store.asPerson(userId, async (unit) => {
        // Two clicks at once: the second sees what the first has made of it.
        if ((await conversations.lockConversation(unit, conversationId)) === null) throw noConversation();
        const message = await branches.findMessage(unit, messageId);
        const call = message?.parts.find((part) => part.type === 'action' && part.callId === callId);
        if (message === null || call?.type !== 'action') return null;
        const next = kept(call);
        if (next === null) return null;
        const withCall = (changed: ActionPart): Message['parts'] =>
          message.parts.map((part) => (part === call ? changed : part));
        await conversations.updateParts(unit, messageId, withCall(next));
        const parts = withCall(told?.(call) ?? next);
        unit.afterCommit(() =>
          events.emit('message-added', { userId, conversationId, message: { ...message, parts } }),
        );
        return call;
      });
    },

    async markUndone({ userId, conversationId, undoId }) {
      await store.asPerson(userId, async (unit) => {
        const message = await branches.findMessageByUndo(unit, conversationId, undoId);
        if (message === null) return;
        const parts = message.parts.map((part) =>
          part.type === 'action' && part.outcome?.undoId === undoId
            ? { ...part, outcome: { ...part.outcome, undone: true } }
            : part,
        );
        await conversations.updateParts(unit, message.id, parts);
        unit.afterCommit(() => {
          events.emit('message-added', { userId, conversationId, message: { ...message, parts } });
        });
      });
    },
  };
}

/** The error for a conversation that does not exist or belongs to somebody else: both look the same. */
export function noConversation(): PerchError {
  return new PerchError('not_found', {
    en: 'This conversation does not exist. Open another one or start a new one.',
    de: 'Diese Unterhaltung gibt es nicht. Öffnen Sie eine andere oder beginnen Sie eine neue.',
    uk: 'Такої розмови немає. Відкрийте іншу або почніть нову.',
  });
}

/** The error for whatever has to wait until an answer has ended. */
export function stillRunning(): PerchError {
  return new PerchError('conflict', {
    en: 'Perch is still answering. Stop that answer or wait for it, then send this again.',
    de: 'Perch antwortet noch. Halten Sie die Antwort an oder warten Sie, und senden Sie dann noch einmal.',
    uk: 'Perch ще відповідає. Зупиніть відповідь або зачекайте, а потім надішліть ще раз.',
  });
}
