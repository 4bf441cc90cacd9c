/**
 * Carries a turn's chunks to the store and then to the pages: numbered frames, coalesced, stored before they are
 * sent. What somebody has seen survives the death of the process, because it was in the store before.
 */
import { applyChunk, type Chunk, type Part } from '../conversations/message.ts';
import type { Frame } from '../conversations/conversation.ts';

/** Text grows in steps of this length; shorter would cost a write each, longer would look jerky. */
const FRAME_MS = 40;
/** A silent turn says that it lives, and asks whether it shall stop, this often. */
const HEARTBEAT_MS = 1000;

export interface FrameWriter {
  push(chunk: Chunk): void;
  /** Everything pushed so far, folded. */
  parts(): Part[];
  /** Waits until all that was pushed is stored and sent; stops the timers. */
  close(): Promise<void>;
}

export function createFrameWriter(options: {
  /** Stores frames (possibly none, as a sign of life). Rejections end up in `failed`. */
  store(frames: readonly Frame[]): Promise<{ stopRequested: boolean }>;
  send(frame: Frame): void;
  stopRequested(): void;
  failed(error: unknown): void;
}): FrameWriter {
  let parts: Part[] = [];
  let waiting: Chunk[] = [];
  let number = 0;
  let writing: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  const write = async (): Promise<void> => {
    const chunks = waiting;
    waiting = [];
    const frames = chunks.length === 0 ? [] : [{ n: (number += 1), chunks }];
    try {
      const { stopRequested } = await options.store(frames);
      for (const frame of frames) options.send(frame);
      if (stopRequested) options.stopRequested();
    } catch (error) {
      options.failed(error);
    }
  };
  const schedule = (delay: number): void => {
    if (closed) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      writing ??= write().finally(() => {
        writing = null;
        schedule(waiting.length > 0 ? FRAME_MS : HEARTBEAT_MS);
      });
    }, delay);
  };
  schedule(HEARTBEAT_MS);

  return {
    push(chunk) {
      parts = applyChunk(parts, chunk);
      const wasEmpty = waiting.length === 0;
      waiting = coalesce(waiting, chunk);
      if (wasEmpty && writing === null) schedule(FRAME_MS);
    },
    parts: () => parts,
    async close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      await writing;
      if (waiting.length > 0) await write();
    },
  };
}

/** Joins a text delta to the one before it. */
export function coalesce(chunks: readonly Chunk[], next: Chunk): Chunk[] {
  const last = chunks.at(-1);
  if (next.type === 'text-delta' && last?.type === 'text-delta' && last.id === next.id) {
    return [...chunks.slice(0, -1), { ...last, delta: last.delta + next.delta }];
  }
  return [...chunks, next];
}
