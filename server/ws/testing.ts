/** For tests over the socket: opening a conversation, and being in the middle of an answer for as long as one likes. */
import type { Client } from '../http/testing.ts';
import type { BeforeWord } from '../language/builtin-model.ts';
import type { ServerEvent } from '../protocol/events.ts';

type Snapshot = Extract<ServerEvent, { type: 'conversation-snapshot' }>;

/** Opens a conversation as the page does, and gives what is told of it. */
export async function open(client: Client, options: object = {}): Promise<Snapshot> {
  const from = client.events.length;
  const requestId = client.order({ type: 'conversation-open', ...options });
  return await client.next('conversation-snapshot', (event) => event.requestId === requestId, from);
}

/** Decides when the built-in assistant says its next word, so that a test is never too late for the middle. */
export interface Pace {
  beforeWord: BeforeWord;
  /** From now on answers stop before their next word, until they are aborted or let go. */
  hold(): void;
  /** The word that waits is said. */
  next(): void;
  /** Answers go on to their end. */
  release(): void;
}

export function createPace(): Pace {
  let isHeld = false;
  let waiting: (() => void)[] = [];
  return {
    async beforeWord(signal) {
      if (!isHeld || signal?.aborted === true) return;
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        signal?.addEventListener('abort', () => resolve(), { once: true });
      });
    },
    hold() {
      isHeld = true;
    },
    next: () => waiting.shift()?.(),
    release() {
      isHeld = false;
      for (const go of waiting) go();
      waiting = [];
    },
  };
}
