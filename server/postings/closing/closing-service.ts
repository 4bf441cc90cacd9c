/**
 * Closes what is no longer advertised and deletes what may no longer be kept. Only what says so for sure closes a
 * posting: its own last day, its absence from a list that is complete, its page that is gone. Short units of work.
 */
import type { Events } from '../../kernel/events.ts';
import type { Store, Unit } from '../../store/store.ts';
import { deletePayloads } from '../payload-repository.ts';
import type { PostingEvents } from '../ingest-service.ts';
import type { SourcePolicy } from '../sources/source.ts';
import { CLOSED_AT_ONCE, closeAbsent, closeExpired, countAbsent, deleteStale } from './closing-repository.ts';

export type ClosingService = {
  /**
   * After a list was read to its end: closes what it no longer has; returns how many. `started` is when the reading
   * began, `previous` when the one before did: a list that suddenly lost most of what it had is believed only when it
   * says so twice.
   */
  closeAbsent: (options: { feed: string; started: Date; previous: Date | null }) => Promise<number>;
  /** The daily work: what has expired is closed, what a source's terms do not let us keep is deleted. */
  tidy: (signal: AbortSignal) => Promise<{ expired: number; deleted: number }>;
};

/** A loss beyond this share, and of more than a few, is doubted once. */
const DOUBTED_SHARE = 0.5;
const DOUBTED_LEAST = 5;
const DAY_MS = 86_400_000;

export function createClosingService(dependencies: {
  store: Store;
  clock: () => Date;
  events: Pick<Events<PostingEvents>, 'emit'>;
  /** What each source's terms allow. */
  policies: readonly { name: string; policy: Pick<SourcePolicy, 'retentionDays'> }[];
}): ClosingService {
  const { store, clock, events, policies } = dependencies;

  /** Does it again until there is nothing left; others have their turn between. */
  const drain = async (work: (unit: Unit) => Promise<number>, signal?: AbortSignal): Promise<number> => {
    let total = 0;
    for (;;) {
      signal?.throwIfAborted();
      const done = await store.asSystem('ingest', work);
      total += done;
      if (done < CLOSED_AT_ONCE) return total;
    }
  };

  const tell = (changed: number): void => {
    if (changed > 0) events.emit('postings-changed', { added: 0, samplesEnded: false });
  };

  return {
    async closeAbsent({ feed, started, previous }) {
      const { open, absent } = await store.asSystem(
        'ingest',
        async (unit) => await countAbsent(unit, { feed, before: started }),
      );
      const doubted = absent > DOUBTED_LEAST && absent > open * DOUBTED_SHARE;
      const before = doubted ? previous : started;
      if (absent === 0 || before === null) return 0;
      const closed = await drain(async (unit) => await closeAbsent(unit, { feed, before, now: clock() }));
      tell(closed);
      return closed;
    },

    async tidy(signal) {
      const now = clock();
      const expired = await drain(async (unit) => await closeExpired(unit, now), signal);
      let deleted = 0;
      for (const { name, policy } of policies) {
        if (policy.retentionDays === null) continue;
        const before = new Date(now.getTime() - policy.retentionDays * DAY_MS);
        await drain(
          async (unit) => await deletePayloads(unit, { source: name, before, limit: CLOSED_AT_ONCE }),
          signal,
        );
        deleted += await drain(async (unit) => await deleteStale(unit, { source: name, before }), signal);
      }
      tell(expired + deleted);
      return { expired, deleted };
    },
  };
}
