/** What a person says while an answer runs waits here, in order, and survives a restart. */
import type { Clock } from '../kernel/clock.ts';
import { PerchError } from '../kernel/errors.ts';
import type { Events } from '../kernel/events.ts';
import type { Store, Unit } from '../store/store.ts';
import { findMessage } from './branch-repository.ts';
import type { ConversationEvents, QueuedMessage } from './conversation.ts';
import * as conversations from './conversation-repository.ts';
import { noConversation } from './conversation-service.ts';
import * as queue from './queue-repository.ts';
import { findLastTurnState, findRunningTurn } from './turn-repository.ts';

/** More would be a letter. */
const MOST_QUEUED = 20;

interface Place {
  userId: string;
  conversationId: string;
}

export interface QueueService {
  list(place: Place): Promise<QueuedMessage[]>;
  /**
   * Queues a message while a turn runs, or behind others of which the first is just about to begin. `waits` is false
   * when it can be sent, `isFree` true when no turn runs any more. Throws conflict when full.
   */
  add(options: Place & { messageId: string; text: string }): Promise<{ waits: boolean; isFree: boolean }>;
  /** Other words for a waiting message, or null to take it out. Throws conflict when there are no words to change any more. */
  change(options: Place & { messageId: string; text: string | null }): Promise<void>;
  /**
   * Puts a waiting message first; gives the running turn that is in its way, or null. It may wait no more (begun, or
   * taken out by another page): then nothing is in its way.
   */
  hurry(options: Place & { messageId: string }): Promise<{ waits: boolean; turnId: string | null }>;
  /** The one to begin now, or null. After a stop only one that the person put first goes on. */
  next(options: Place & { afterStop: boolean }): Promise<QueuedMessage | null>;
}

/** Tells every open page what waits, after the unit's commit. */
export async function announceQueue(unit: Unit, place: Place, events: Events<ConversationEvents>): Promise<void> {
  const queued = (await queue.listQueued(unit, place.conversationId)).map(({ messageId, text }) => ({
    messageId,
    text,
  }));
  unit.afterCommit(() => events.emit('queue-changed', { ...place, queued }));
}

export function createQueueService(dependencies: {
  store: Store;
  clock: Clock;
  events: Events<ConversationEvents>;
}): QueueService {
  const { store, clock, events } = dependencies;
  const placeOf = ({ userId, conversationId }: Place): Place => ({ userId, conversationId });

  return {
    async list({ userId, conversationId }) {
      const waiting = await store.asPerson(userId, async (unit) => await queue.listQueued(unit, conversationId));
      return waiting.map(({ messageId, text }) => ({ messageId, text }));
    },

    async add({ messageId, text, ...place }) {
      return await store.asPerson(place.userId, async (unit) => {
        if ((await conversations.lockConversation(unit, place.conversationId)) === null) throw noConversation();
        const waiting = (await queue.listQueued(unit, place.conversationId)).length;
        const last = await findLastTurnState(unit, place.conversationId);
        const isFree = last !== 'running';
        const isNext = isFree && (waiting === 0 || last !== 'ended');
        // A resend of what is being answered, or was: `begin` recognises it.
        if (isNext || (await findMessage(unit, messageId)) !== null) return { waits: false, isFree };
        if (waiting >= MOST_QUEUED) throw queueFull();
        await queue.insertQueued(unit, { ...placeOf(place), messageId, text, now: clock() });
        await announceQueue(unit, placeOf(place), events);
        return { waits: true, isFree };
      });
    },

    async change({ messageId, text, ...place }) {
      await store.asPerson(place.userId, async (unit) => {
        if ((await conversations.lockConversation(unit, place.conversationId)) === null) throw noConversation();
        if (text === null) await queue.deleteQueued(unit, place.conversationId, messageId);
        else if (!(await queue.updateQueued(unit, place.conversationId, messageId, text))) throw hasBegun();
        await announceQueue(unit, placeOf(place), events);
      });
    },

    async hurry({ messageId, ...place }) {
      return await store.asPerson(place.userId, async (unit) => {
        if ((await conversations.lockConversation(unit, place.conversationId)) === null) throw noConversation();
        const waits = await queue.putFirst(unit, place.conversationId, messageId);
        await announceQueue(unit, placeOf(place), events);
        const running = waits ? await findRunningTurn(unit, place.conversationId) : null;
        return { waits, turnId: running?.turnId ?? null };
      });
    },

    async next({ afterStop, userId, conversationId }) {
      const [first] = await store.asPerson(userId, async (unit) => await queue.listQueued(unit, conversationId));
      if (first === undefined || (afterStop && !first.goesFirst)) return null;
      return { messageId: first.messageId, text: first.text };
    },
  };
}

function hasBegun(): PerchError {
  return new PerchError('conflict', {
    en: 'This message does not wait any more. Edit it in the conversation instead.',
    de: 'Diese Nachricht wartet nicht mehr. Bearbeiten Sie sie stattdessen in der Unterhaltung.',
    uk: 'Це повідомлення вже не чекає. Відредагуйте його в самій розмові.',
  });
}

function queueFull(): PerchError {
  return new PerchError('conflict', {
    en: `${MOST_QUEUED} messages are waiting already. Remove one, or wait for an answer.`,
    de: `Es warten schon ${MOST_QUEUED} Nachrichten. Nehmen Sie eine heraus, oder warten Sie auf eine Antwort.`,
    uk: `Уже чекають ${MOST_QUEUED} повідомлень. Приберіть одне або дочекайтеся відповіді.`,
  });
}
