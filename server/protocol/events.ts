/** ServerEvents: what comes down the socket. A snapshot on open, then deltas; on a gap the browser opens again. */
import { z } from 'zod';
import { shownPreferencesSchema, usageSchema } from '../accounts/preferences.ts';
import { conversationLineSchema, queuedMessageSchema } from '../conversations/conversation.ts';
import { chunkSchema, messageSchema, outcomeSchema, TURN_STATES } from '../conversations/message.ts';
import { localizedSchema } from '../kernel/text.ts';
import { countsSchema, filterStateSchema, matchDetailSchema, matchPageSchema, matchSchema } from '../matching/match.ts';
import { markedListSchema } from '../matching/marked.ts';
import { searchListSchema } from '../notifications/saved-search.ts';
import { sourceStateSchema } from '../postings/source-state.ts';

export const PROTOCOL_VERSION = 1;

/**
 * What every event on a socket carries beside itself: its number there, 1 for `hello`, each one more. Whoever sees a
 * number again has a duplicate, whoever misses one has a gap.
 */
export const numberedSchema = z.object({ seq: z.number().int() });

const frame = { turnId: z.uuid(), n: z.number().int(), chunks: z.array(chunkSchema) };

export const serverEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    protocol: z.number().int(),
    version: z.string(),
    /** Changes when the server restarts. */
    instance: z.string(),
    mode: z.enum(['personal', 'team']),
    assistant: z.object({ kind: z.enum(['builtin', 'model']), name: z.string() }),
    preferences: shownPreferencesSchema,
    usage: usageSchema,
    actions: z.array(
      z.object({
        name: z.string(),
        title: localizedSchema,
        says: localizedSchema,
        effect: z.enum(['read', 'change', 'spend', 'outward']),
        /** Runs as it is; others want to know what about. */
        runsAlone: z.boolean(),
      }),
    ),
  }),
  z.object({
    type: z.literal('conversation-snapshot'),
    requestId: z.uuid(),
    conversation: z.object({ id: z.uuid(), title: z.string() }),
    messages: z.array(messageSchema),
    filter: filterStateSchema,
    page: matchPageSchema,
    counts: countsSchema.nullable(),
    sources: z.array(sourceStateSchema),
    /** The running turn, with its frames from the beginning or after `lastChunk`. */
    turn: z
      .object({
        turnId: z.uuid(),
        messageId: z.uuid(),
        startedAt: z.iso.datetime(),
        frames: z.array(z.object({ n: z.number().int(), chunks: z.array(chunkSchema) })),
      })
      .nullable(),
    canUndo: z.boolean(),
    /** What was said while an answer ran, the next one first. */
    queued: z.array(queuedMessageSchema),
  }),
  z.object({
    type: z.literal('conversations'),
    requestId: z.uuid(),
    query: z.string(),
    conversations: z.array(conversationLineSchema),
  }),
  z.object({ type: z.literal('conversation-renamed'), conversationId: z.uuid(), title: z.string() }),
  z.object({ type: z.literal('conversation-deleted'), conversationId: z.uuid() }),
  /** Another branch is shown: its messages, all of them. */
  z.object({ type: z.literal('messages-changed'), messages: z.array(messageSchema) }),
  z.object({ type: z.literal('queue-changed'), queued: z.array(queuedMessageSchema) }),
  /** A message was saved: the person's own (from any tab) or an answer begun elsewhere. */
  z.object({ type: z.literal('message-added'), message: messageSchema }),
  z.object({ type: z.literal('turn-start'), turnId: z.uuid(), messageId: z.uuid(), startedAt: z.iso.datetime() }),
  z.object({ type: z.literal('message-chunk'), ...frame }),
  z.object({
    type: z.literal('turn-end'),
    turnId: z.uuid(),
    state: z.enum(TURN_STATES),
    message: messageSchema.nullable(),
  }),
  z.object({ type: z.literal('filter-changed'), filter: filterStateSchema, canUndo: z.boolean() }),
  /** `order` is the whole page; `upserted` brings the matches that the page before did not have or that changed. */
  z.object({
    type: z.literal('matches-changed'),
    revision: z.number().int(),
    order: z.array(z.uuid()),
    upserted: z.array(matchSchema),
    removedIds: z.array(z.uuid()),
    hasMore: z.boolean(),
  }),
  z.object({ type: z.literal('counts-changed'), counts: countsSchema }),
  /** Answer to `matches-read`. */
  z.object({
    type: z.literal('matches-read'),
    requestId: z.uuid(),
    revision: z.number().int(),
    offset: z.number().int(),
    matches: z.array(matchSchema),
  }),
  /** Answer to `matches-count`. */
  z.object({
    type: z.literal('matches-count'),
    requestId: z.uuid(),
    revision: z.number().int(),
    total: z.number().int(),
  }),
  /** The person changed their settings, on whichever page; of a model's key only that there is one. */
  z.object({ type: z.literal('preferences-changed'), preferences: shownPreferencesSchema }),
  /** What models have cost this person in this hour and day, after a call. */
  z.object({ type: z.literal('usage-changed'), usage: usageSchema }),
  /** The person's saved searches are others now, or have been opened: worth reading again. */
  z.object({ type: z.literal('searches-changed') }),
  z.object({ type: z.literal('sources-changed'), sources: z.array(sourceStateSchema) }),
  /** New postings are in the store: the page offers them with a pill instead of moving rows. */
  z.object({ type: z.literal('postings-changed'), added: z.number().int(), samplesEnded: z.boolean() }),
  /** Answer to `action-run`, and to `approval-answer` after a yes; `detail` for show_job, `compared` for compare_jobs, `marked` for show_marked, `searches` for show_searches. */
  z.object({
    type: z.literal('action-result'),
    requestId: z.uuid(),
    action: z.string(),
    outcome: outcomeSchema,
    detail: matchDetailSchema.nullable(),
    compared: z.array(matchDetailSchema).nullable(),
    marked: markedListSchema.nullable(),
    searches: searchListSchema.nullable(),
  }),
  /** Another process of the server changed the conversation: it is worth opening again. */
  z.object({ type: z.literal('changed-elsewhere') }),
  /** Nothing happened, but the server is there. */
  z.object({ type: z.literal('heartbeat') }),
  z.object({ type: z.literal('error'), requestId: z.uuid().nullable(), code: z.string(), message: localizedSchema }),
]);
export type ServerEvent = z.infer<typeof serverEventSchema>;
