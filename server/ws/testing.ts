/** Decides when the built-in assistant says its next word, so that a test is never too late for the middle of an answer. */
import type { BeforeWord } from '../language/builtin-model.ts';

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
