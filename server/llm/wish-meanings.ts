/**
 * What somebody wishes for, in the space that most postings are in: the configured embedder's once it has embedded
 * them, the built-in one's until then. Questions are answered inside units of work, where nothing outside may be waited
 * for: what has to be asked elsewhere means nothing the first time, is asked in the background, and is told when it is
 * known. After a failure nobody is asked for a while; words rank meanwhile.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock } from '../kernel/clock.ts';
import type { Events } from '../kernel/events.ts';
import type { Logger } from '../kernel/logger.ts';
import { DIMENSIONS, type Embedder, type SlowEmbedder } from './embedder.ts';

export interface MeaningEvents {
  /** A wish that meant nothing yet means something now: lists in its order change. */
  'wish-understood': Record<string, never>;
}

/** A vector, and the model in whose space it is. */
export interface Wish {
  model: string;
  vector: Float32Array;
}

export interface WishMeanings {
  /** `postings` says how many postings are embedded by which model. */
  of(text: string, postings: ReadonlyMap<string, number>): Promise<Wish>;
}

const KEPT = 500;
const LONGEST_MS = 20_000;
const PAUSE_MS = 60_000;

export function createWishMeanings(dependencies: {
  builtin: Embedder;
  configured: SlowEmbedder | null;
  clock: Clock;
  logger: Pick<Logger, 'warn'>;
  events: Events<MeaningEvents>;
}): WishMeanings {
  const { builtin, configured, clock, logger, events } = dependencies;
  const known = new Map<string, Float32Array>();
  const asked = new Set<string>();
  let pausedUntil = 0;
  // Who asks does so inside a unit of work; what goes on in the background must not believe it were still in it.
  const outside = AsyncLocalStorage.snapshot();

  async function ask(embedder: SlowEmbedder, text: string): Promise<void> {
    asked.add(text);
    try {
      const [vector] = await embedder.embedAll([text], AbortSignal.timeout(LONGEST_MS));
      if (vector === undefined) return;
      const [oldest] = known.keys();
      if (known.size >= KEPT && oldest !== undefined) known.delete(oldest);
      known.set(text, vector);
      events.emit('wish-understood', {});
    } catch (error) {
      pausedUntil = clock().getTime() + PAUSE_MS;
      logger.warn({ error }, 'the embedder does not answer: lists are ranked by words for a minute');
    } finally {
      asked.delete(text);
    }
  }

  return {
    async of(text, postings) {
      const count = (model: string): number => postings.get(model) ?? 0;
      if (configured === null || count(configured.model) < count(builtin.model))
        return { model: builtin.model, vector: await builtin.embed(text) };
      const vector = known.get(text);
      if (vector === undefined && text.trim() !== '' && !asked.has(text) && clock().getTime() >= pausedUntil)
        outside(() => void ask(configured, text));
      return { model: configured.model, vector: vector ?? new Float32Array(DIMENSIONS) };
    },
  };
}
