/** Commands: what the browser sends up the socket. User and rights come from the session, never from here. */
import { z } from 'zod';
import { said } from '../kernel/clean-text.ts';

const id = z.uuid();

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
  /** `messageId` is made by the browser, so that a resend after a cut is recognised. `revision` is the one on screen. */
  z.strictObject({
    type: z.literal('message-send'),
    requestId: id,
    conversationId: id,
    messageId: id,
    text: said,
    revision: z.number().int(),
  }),
  z.strictObject({ type: z.literal('turn-stop'), requestId: id, turnId: id }),
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
