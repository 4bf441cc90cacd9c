/** A Conversation and its turns as values. No I/O here. */
import { z } from 'zod';
import type { Localized } from '../kernel/text.ts';
import type { Chunk, Message, Part, TurnState } from './message.ts';
import { applyChunk } from './message.ts';

export const conversationSchema = z.object({ id: z.uuid(), title: z.string() });
export type Conversation = z.infer<typeof conversationSchema>;

/** A conversation in the list of them. */
export const conversationLineSchema = conversationSchema.extend({ updatedAt: z.iso.datetime() });
export type ConversationLine = z.infer<typeof conversationLineSchema>;

/** What a person said while an answer ran. */
export const queuedMessageSchema = z.object({ messageId: z.uuid(), text: z.string() });
export type QueuedMessage = z.infer<typeof queuedMessageSchema>;

/** Numbered chunks of a running turn; `n` grows by one from 1. */
export interface Frame {
  n: number;
  chunks: Chunk[];
}

export interface RunningTurn {
  turnId: string;
  messageId: string;
  startedAt: string;
  frames: Frame[];
}

export interface ConversationEvents {
  /** Another process of the server changed it. */
  'changed-elsewhere': { userId: string; conversationId: string };
  'conversation-renamed': { userId: string; conversationId: string; title: string };
  'conversation-deleted': { userId: string; conversationId: string };
  /** Another branch is shown, or the messages changed in a way that no delta says. */
  'messages-changed': { userId: string; conversationId: string; messages: Message[] };
  'queue-changed': { userId: string; conversationId: string; queued: QueuedMessage[] };
  'message-added': { userId: string; conversationId: string; message: Message };
  'turn-start': { userId: string; conversationId: string; turnId: string; messageId: string; startedAt: string };
  'message-chunk': { userId: string; conversationId: string; turnId: string; n: number; chunks: Chunk[] };
  'turn-end': { userId: string; conversationId: string; turnId: string; state: TurnState; message: Message | null };
}

/** The parts that frames add up to, in order of their numbers. */
export function foldFrames(frames: readonly Frame[]): Part[] {
  return frames
    .toSorted((a, b) => a.n - b.n)
    .flatMap((frame) => frame.chunks)
    .reduce<Part[]>(applyChunk, []);
}

/** What is said of an action whose end nobody saw. */
export const STOPPED_BEFORE_DONE: Localized = {
  en: 'Stopped before it was done.',
  de: 'Abgebrochen, bevor es fertig war.',
  uk: 'Зупинено до завершення.',
};

/** Parts as they stay when a turn ends early: what was still running is marked as failed, text is kept. */
export function settleParts(parts: readonly Part[]): Part[] {
  return parts.map((part) =>
    part.type === 'action' && part.state === 'running'
      ? {
          ...part,
          state: 'failed',
          error: STOPPED_BEFORE_DONE,
        }
      : part,
  );
}

/** A conversation's first title: the beginning of what was said, cut at a word. */
export function titleFrom(text: string, limit = 60): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20))}…`;
}
