/**
 * What crosses to the other processes of a native server: what concerns everybody as it is, and of a conversation only
 * that it changed, so that pages there ask for it again. At most once a second for each conversation, however fast an
 * answer grows: what a page shows is never wrong for longer.
 */
import { z } from 'zod';
import type { ConversationEvents } from './conversations/conversation.ts';
import type { Events } from './kernel/events.ts';
import type { MatchingEvents } from './matching/matching-events.ts';
import type { NotificationEvents } from './notifications/notification-events.ts';
import type { PostingEvents } from './postings/ingest-service.ts';
import type { Presence } from './store/presence.ts';

const TELL_AGAIN_MS = 1000;

const crossing = z.discriminatedUnion('topic', [
  z.object({ topic: z.literal('sources-changed'), data: z.object({}) }),
  z.object({ topic: z.literal('postings-changed'), data: z.object({ added: z.number(), samplesEnded: z.boolean() }) }),
  z.object({ topic: z.literal('searches-changed'), data: z.object({ userId: z.uuid() }) }),
  z.object({
    topic: z.literal('changed-elsewhere'),
    data: z.object({ userId: z.uuid(), conversationId: z.uuid() }),
  }),
]);

const OF_A_CONVERSATION = [
  'conversation-renamed',
  'messages-changed',
  'queue-changed',
  'message-added',
  'turn-start',
  'message-chunk',
  'turn-end',
  'filter-changed',
  'matches-changed',
] as const;

type Told = ConversationEvents & MatchingEvents & NotificationEvents & PostingEvents;

/** Tells what happens here, and lets happen here what is told. Returns the function that ends it. */
export function joinNeighbours(events: Events<Told>, presence: Presence): () => void {
  let isHeard = false;
  for (const topic of ['sources-changed', 'postings-changed', 'searches-changed'] as const) {
    events.on(topic, (data) => {
      if (!isHeard) presence.tell(topic, data);
    });
  }
  /** Conversations that were told of a moment ago; true when they have changed since. */
  const recent = new Map<string, { changedSince: boolean; timer: NodeJS.Timeout }>();
  const tell = (place: { userId: string; conversationId: string }): void => {
    const { userId, conversationId } = place;
    const last = recent.get(conversationId);
    if (last !== undefined) {
      last.changedSince = true;
      return;
    }
    presence.tell('changed-elsewhere', { userId, conversationId });
    const timer = setTimeout(() => {
      const told = recent.get(conversationId);
      recent.delete(conversationId);
      if (told?.changedSince === true) tell(place);
    }, TELL_AGAIN_MS);
    timer.unref();
    recent.set(conversationId, { changedSince: false, timer });
  };
  for (const topic of OF_A_CONVERSATION) events.on(topic, tell);
  presence.onTold((topic, data) => {
    const told = crossing.safeParse({ topic, data });
    if (!told.success) return;
    isHeard = true;
    try {
      switch (told.data.topic) {
        case 'sources-changed':
          events.emit('sources-changed', {});
          break;
        case 'postings-changed':
          events.emit('postings-changed', told.data.data);
          break;
        case 'searches-changed':
          events.emit('searches-changed', told.data.data);
          break;
        case 'changed-elsewhere':
          events.emit('changed-elsewhere', told.data.data);
          break;
      }
    } finally {
      isHeard = false;
    }
  });
  return () => {
    for (const { timer } of recent.values()) clearTimeout(timer);
    recent.clear();
  };
}
