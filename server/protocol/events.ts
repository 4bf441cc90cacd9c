/** ServerEvents: what comes down the socket. A snapshot on open, then deltas; on a gap the browser opens again. */
import { z } from 'zod';
import { chunkSchema, messageSchema, outcomeSchema, TURN_STATES } from '../conversations/message.ts';
import { localizedSchema } from '../kernel/text.ts';
import { countsSchema, filterStateSchema, matchDetailSchema, matchPageSchema, matchSchema } from '../matching/match.ts';
import { sourceStateSchema } from '../postings/source-state.ts';

export const PROTOCOL_VERSION = 1;

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
    actions: z.array(
      z.object({
        name: z.string(),
        title: localizedSchema,
        says: localizedSchema,
        effect: z.enum(['read', 'change', 'spend', 'outward']),
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
  }),
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
  z.object({ type: z.literal('sources-changed'), sources: z.array(sourceStateSchema) }),
  /** New postings are in the store: the page offers them with a pill instead of moving rows. */
  z.object({ type: z.literal('postings-changed'), added: z.number().int(), samplesEnded: z.boolean() }),
  /** Answer to `action-run`; `detail` for show_job. */
  z.object({
    type: z.literal('action-result'),
    requestId: z.uuid(),
    action: z.string(),
    outcome: outcomeSchema,
    detail: matchDetailSchema.nullable(),
  }),
  z.object({ type: z.literal('error'), requestId: z.uuid().nullable(), code: z.string(), message: localizedSchema }),
]);
export type ServerEvent = z.infer<typeof serverEventSchema>;
