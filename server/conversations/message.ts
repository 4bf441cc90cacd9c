/**
 * Messages, their parts, and the chunks that build them while a turn runs. Chunk names are the AI SDK's
 * UIMessageChunk names, cut to what Perch sends. `applyChunk` is the one way parts come to be: the server
 * folds with it before it saves, the browser folds with it while it reads, so they cannot drift apart.
 */
import { z } from 'zod';
import { localizedSchema } from '../kernel/text.ts';

/** What an action did, in the form the page and the store keep. */
export const outcomeSchema = z.object({
  /** One line in plain words: "Filters set: remote, Germany, Python: 44 jobs, was 5,586". */
  line: localizedSchema,
  /** Id of the change that `undo` can take back; null when there is nothing to undo. */
  undoId: z.uuid().nullable(),
  /** True once that change has been taken back. */
  undone: z.boolean(),
  /** What the page shows besides the line. */
  view: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('export'), url: z.string(), format: z.enum(['csv', 'json']), count: z.number() }),
      z.object({ kind: z.literal('posting'), postingId: z.uuid() }),
      z.object({ kind: z.literal('comparison'), postingIds: z.array(z.uuid()) }),
      z.object({ kind: z.literal('searches') }),
      z.object({ kind: z.literal('marked'), mark: z.enum(['saved', 'hidden']) }),
      z.object({
        kind: z.literal('sources'),
        lines: z.array(
          z.object({
            source: z.string(),
            line: localizedSchema,
            failed: z.boolean(),
            /** How its last fetches went, newest first; `drifted`: fields were missing. */
            runs: z.array(z.enum(['done', 'drifted', 'failed'])).optional(),
          }),
        ),
      }),
    ])
    .nullable(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

/** What a language model cost in this turn; absent when none was asked. */
const costSchema = z.object({
  type: z.literal('cost'),
  model: z.string(),
  calls: z.number().int(),
  inputTokens: z.number().int(),
  outputTokens: z.number().int(),
});

export const chunkSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text-start'), id: z.string() }),
  z.object({ type: z.literal('text-delta'), id: z.string(), delta: z.string() }),
  z.object({ type: z.literal('text-end'), id: z.string() }),
  z.object({
    type: z.literal('tool-input-available'),
    toolCallId: z.string(),
    toolName: z.string(),
    input: z.unknown(),
    at: z.iso.datetime(),
  }),
  /** Progress while an action runs (one line a source); replaces the row's outcome. */
  z.object({ type: z.literal('tool-progress'), toolCallId: z.string(), outcome: outcomeSchema }),
  z.object({
    type: z.literal('tool-output-available'),
    toolCallId: z.string(),
    outcome: outcomeSchema,
    elapsedMs: z.number(),
  }),
  /** The action waits for the person's click; `text` says so. */
  z.object({ type: z.literal('tool-approval-request'), toolCallId: z.string(), text: localizedSchema }),
  z.object({
    type: z.literal('tool-output-error'),
    toolCallId: z.string(),
    error: localizedSchema,
    elapsedMs: z.number(),
  }),
  /** Something went wrong in the turn itself (model down, budget): shown as a notice in the message. */
  z.object({ type: z.literal('notice'), text: localizedSchema }),
  /** Buttons under the answer: each is a sentence the person could say. */
  z.object({ type: z.literal('suggestions'), sentences: z.array(z.string()) }),
  costSchema,
]);
export type Chunk = z.infer<typeof chunkSchema>;

export const partSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), id: z.string(), text: z.string() }),
  z.object({
    type: z.literal('action'),
    callId: z.string(),
    action: z.string(),
    input: z.unknown(),
    state: z.enum(['running', 'waiting', 'done', 'failed', 'denied']),
    outcome: outcomeSchema.nullable(),
    /** Why it was not done: it failed, waits for a click, or the person said no. */
    error: localizedSchema.nullable(),
    startedAt: z.iso.datetime(),
    elapsedMs: z.number().nullable(),
  }),
  z.object({ type: z.literal('notice'), text: localizedSchema }),
  z.object({ type: z.literal('suggestions'), sentences: z.array(z.string()) }),
  costSchema,
]);
export type Part = z.infer<typeof partSchema>;

export const TURN_STATES = ['running', 'ended', 'stopped', 'failed', 'interrupted'] as const;
export type TurnState = (typeof TURN_STATES)[number];

export const messageSchema = z.object({
  id: z.uuid(),
  role: z.enum(['user', 'assistant']),
  turnId: z.uuid(),
  /** The message before it; null for the first. */
  parentId: z.uuid().nullable(),
  /** The versions of the person's message, oldest first, itself among them; more than one after an edit. */
  siblings: z.array(z.uuid()),
  parts: z.array(partSchema),
  createdAt: z.iso.datetime(),
  /** How the assistant's turn stands; 'ended' for the person's own messages. */
  turnState: z.enum(TURN_STATES),
});
export type Message = z.infer<typeof messageSchema>;

/** Adds one chunk to the parts of a message; returns new parts, the old ones stay untouched. */
export function applyChunk(parts: readonly Part[], chunk: Chunk): Part[] {
  switch (chunk.type) {
    case 'text-start':
      return [...parts, { type: 'text', id: chunk.id, text: '' }];
    case 'text-delta':
      return parts.map((part) =>
        part.type === 'text' && part.id === chunk.id ? { ...part, text: part.text + chunk.delta } : part,
      );
    case 'text-end':
      return [...parts];
    case 'tool-input-available':
      return [
        ...parts,
        {
          type: 'action',
          callId: chunk.toolCallId,
          action: chunk.toolName,
          input: chunk.input,
          state: 'running',
          outcome: null,
          error: null,
          startedAt: chunk.at,
          elapsedMs: null,
        },
      ];
    case 'tool-progress':
      return changeAction(parts, chunk.toolCallId, { outcome: chunk.outcome });
    case 'tool-output-available':
      return changeAction(parts, chunk.toolCallId, {
        state: 'done',
        outcome: chunk.outcome,
        elapsedMs: chunk.elapsedMs,
      });
    case 'tool-output-error':
      return changeAction(parts, chunk.toolCallId, { state: 'failed', error: chunk.error, elapsedMs: chunk.elapsedMs });
    case 'tool-approval-request':
      return changeAction(parts, chunk.toolCallId, { state: 'waiting', error: chunk.text });
    case 'notice':
      return [...parts, { type: 'notice', text: chunk.text }];
    case 'cost':
      return [...parts, chunk];
    case 'suggestions':
      return [
        ...parts.filter((part) => part.type !== 'suggestions'),
        { type: 'suggestions', sentences: chunk.sentences },
      ];
  }
}

export type ActionPart = Extract<Part, { type: 'action' }>;

function changeAction(parts: readonly Part[], callId: string, change: Partial<ActionPart>): Part[] {
  return parts.map((part) => (part.type === 'action' && part.callId === callId ? { ...part, ...change } : part));
}
