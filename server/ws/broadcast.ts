/** Forwards what services tell to the pages it concerns. */
import type { AccountEvents } from '../accounts/account-events.ts';
import type { Events } from '../kernel/events.ts';
import type { Logger } from '../kernel/logger.ts';
import type { ConversationEvents } from '../conversations/conversation.ts';
import type { MatchService } from '../matching/match-service.ts';
import type { MatchingEvents } from '../matching/matching-events.ts';
import type { NotificationEvents } from '../notifications/notification-events.ts';
import type { IngestService, PostingEvents } from '../postings/ingest-service.ts';
import type { ServerEvent } from '../protocol/events.ts';
import type { Connection } from './connection.ts';

type Told = AccountEvents & ConversationEvents & MatchingEvents & NotificationEvents & PostingEvents;

interface Place {
  userId: string;
  conversationId: string;
}

/** Returns the function that ends it. */
export function forwardEvents(options: {
  events: Events<Told>;
  connections(): Iterable<Connection>;
  ingest: IngestService;
  matches: MatchService;
  logger: Logger;
}): () => void {
  const { events, connections, ingest, matches, logger } = options;
  const toPlace = ({ userId, conversationId }: Place, event: ServerEvent): void => {
    for (const connection of connections()) {
      if (connection.userId === userId && connection.conversationId === conversationId) connection.send(event);
    }
  };
  const toAll = (event: ServerEvent): void => {
    for (const connection of connections()) connection.send(event);
  };

  const toPerson = (userId: string, event: ServerEvent): void => {
    for (const connection of connections()) if (connection.userId === userId) connection.send(event);
  };

  const stops = [
    events.on('conversation-renamed', ({ userId, ...event }) =>
      toPerson(userId, { type: 'conversation-renamed', ...event }),
    ),
    events.on('conversation-deleted', ({ userId, ...event }) =>
      toPerson(userId, { type: 'conversation-deleted', ...event }),
    ),
    events.on('preferences-changed', ({ userId, preferences }) =>
      toPerson(userId, { type: 'preferences-changed', preferences }),
    ),
    events.on('usage-changed', ({ userId, usage }) => toPerson(userId, { type: 'usage-changed', usage })),
    events.on('searches-changed', ({ userId }) => toPerson(userId, { type: 'searches-changed' })),
    events.on('changed-elsewhere', (place) => toPlace(place, { type: 'changed-elsewhere' })),
    events.on('messages-changed', ({ messages, ...place }) => toPlace(place, { type: 'messages-changed', messages })),
    events.on('queue-changed', ({ queued, ...place }) => toPlace(place, { type: 'queue-changed', queued })),
    events.on('message-added', ({ message, ...place }) => toPlace(place, { type: 'message-added', message })),
    events.on('turn-start', ({ turnId, messageId, startedAt, ...place }) =>
      toPlace(place, { type: 'turn-start', turnId, messageId, startedAt }),
    ),
    events.on('message-chunk', ({ turnId, n, chunks, ...place }) =>
      toPlace(place, { type: 'message-chunk', turnId, n, chunks }),
    ),
    events.on('turn-end', ({ turnId, state, message, ...place }) =>
      toPlace(place, { type: 'turn-end', turnId, state, message }),
    ),
    events.on('filter-changed', ({ filter, canUndo, ...place }) =>
      toPlace(place, { type: 'filter-changed', filter, canUndo }),
    ),
    events.on('matches-changed', ({ userId, conversationId, ...change }) =>
      toPlace({ userId, conversationId }, { type: 'matches-changed', ...change }),
    ),
    events.on('counts-changed', ({ counts, ...place }) => toPlace(place, { type: 'counts-changed', counts })),
    events.on('marks-changed', ({ userId, conversationId }) => {
      const others = new Set<string>();
      for (const connection of connections()) {
        if (connection.userId === userId && connection.conversationId !== null) others.add(connection.conversationId);
      }
      others.delete(conversationId);
      for (const other of others) {
        matches
          .announce({ userId, conversationId: other })
          .catch((error: unknown) => logger.warn({ error }, 'a list could not be told of a mark'));
      }
    }),
    events.on('postings-changed', ({ added, samplesEnded }) =>
      toAll({ type: 'postings-changed', added, samplesEnded }),
    ),
    events.on('sources-changed', () => {
      // Each person has employers of their own among the sources.
      for (const userId of new Set(Array.from(connections(), (connection) => connection.userId))) {
        ingest
          .sourceStates({ userId })
          .then((sources) => toPerson(userId, { type: 'sources-changed', sources }))
          .catch((error: unknown) => logger.error({ error }, 'the state of the sources could not be read'));
      }
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
