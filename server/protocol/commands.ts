/** Commands: what the browser sends up the socket. User and rights come from the session, never from here. */
import { z } from 'zod';
import { cleanLine, said } from '../kernel/clean-text.ts';
import { LANGUAGES } from '../kernel/text.ts';

const id = z.uuid();
const title = z
  .string()
  .max(400)
  .transform((text) => cleanLine(text, 120))
  .pipe(z.string().min(1));

export const commandSchema = z.discriminatedUnion('type', [
  /** Opens a conversation (the last one without an id, a new one with `fresh`). `turnId` and `lastChunk` resume a turn. */
  z.strictObject({
    type: z.literal('conversation-open'),
    requestId: id,
    conversationId: id.optional(),
    fresh: z.boolean().optional(),
    turnId: id.optional(),
    lastChunk: z.number().int().optional(),
  }),
  /** The conversations of the person; with `query`, those that say it anywhere. */
  z.strictObject({ type: z.literal('conversation-list'), requestId: id, query: z.string().max(200) }),
  z.strictObject({ type: z.literal('conversation-rename'), requestId: id, conversationId: id, title }),
  /** Cannot be undone; the page asks first. */
  z.strictObject({ type: z.literal('conversation-delete'), requestId: id, conversationId: id }),
  /** Shows another version of an edited message, with what followed it. */
  z.strictObject({ type: z.literal('branch-show'), requestId: id, conversationId: id, messageId: id }),
  /**
   * `messageId` is made by the browser, so that a resend after a cut is recognised. `revision` is the one on screen.
   * While an answer runs the message waits. With `replaces` it is another version of that message (edit, regenerate).
   */
  z.strictObject({
    type: z.literal('message-send'),
    requestId: id,
    conversationId: id,
    messageId: id,
    text: said,
    revision: z.number().int(),
    replaces: id.optional(),
    /** Of the page: whose words tell no language is answered in it. */
    language: z.enum(LANGUAGES).optional(),
  }),
  /** Other words for a waiting message; null takes it out. */
  z.strictObject({
    type: z.literal('queue-change'),
    requestId: id,
    conversationId: id,
    messageId: id,
    text: said.nullable(),
  }),
  /** Begins a waiting message now; the running answer is stopped. */
  z.strictObject({ type: z.literal('queue-run'), requestId: id, conversationId: id, messageId: id }),
  /** A window of the list beyond the page that is pushed, for scrolling. */
  z.strictObject({
    type: z.literal('matches-read'),
    requestId: id,
    conversationId: id,
    offset: z.number().int().min(0).max(1_000_000),
    limit: z.number().int().min(1).max(100),
  }),
  /** How many match now, postings included that came since the list was shown. */
  z.strictObject({ type: z.literal('matches-count'), requestId: id, conversationId: id }),
  z.strictObject({ type: z.literal('turn-stop'), requestId: id, turnId: id }),
  /** Yes or no to what waits for the person's approval in a saved answer. */
  z.strictObject({
    type: z.literal('approval-answer'),
    requestId: id,
    conversationId: id,
    messageId: id,
    callId: z.string().max(200),
    approves: z.boolean(),
  }),
  /** Runs an action as a click does. `onScreen` are the posting ids in the order the person sees them. */
  z.strictObject({
    type: z.literal('action-run'),
    requestId: id,
    conversationId: id,
    action: z.string().max(60),
    input: z.unknown(),
    revision: z.number().int(),
  }),
]);
export type Command = z.infer<typeof commandSchema>;
