/** Brings postings into the store: imports, live boards, the sample board. Short units of work, honest lines, events after commit. */
import { findSourcesOff } from '../accounts/preference-repository.ts';
import type { Events } from '../kernel/events.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Embedder } from '../llm/embedder.ts';
import type { Store } from '../store/store.ts';
import type { SourcePosting } from './job-posting.ts';
import { type ClosingService, createClosingService } from './closing/closing-service.ts';
import { createFetchService, type FetchService } from './fetch-service.ts';
import { sourceOf } from './employer.ts';
import { listEmployers, listEmployersOfAll } from './employer-repository.ts';
import { hasRealPosting } from './posting-repository.ts';
import type { Refusal } from './refusal.ts';
import { samplePostings } from './sample/sample-board.ts';
import { createSourceStateService, type SourceStateService } from './source-state-service.ts';
import type { Source, SourceClient } from './sources/source.ts';
import { createStreamWriter, type ReadRow } from './write-stream.ts';

export type PostingEvents = {
  /** The state of a source changed: ask for `sourceStates` again. */
  'sources-changed': Record<string, never>;
  /** Postings were added or changed. `samplesEnded`: the first real ones came, samples no longer answer. */
  'postings-changed': { added: number; samplesEnded: boolean };
};

/** What an import did. `refusals` has the first hundred, `refused` counts all. */
export type ImportReport = {
  read: number;
  added: number;
  updated: number;
  unchanged: number;
  refused: number;
  refusals: Refusal[];
};

export type IngestService = Pick<FetchService, 'fetchSources'> &
  SourceStateService &
  Pick<ClosingService, 'tidy'> & {
    /** Writes what the stream gives. Rejects when aborted; what was written by then stays. */
    importPostings: (
      rows: AsyncIterable<SourcePosting | Refusal>,
      options: { signal: AbortSignal; onRow?: (row: ReadRow) => void },
    ) => Promise<ImportReport>;
    /** Writes the sample board while there is no real posting. */
    ensureSamples: () => Promise<void>;
    /** True while the sample board answers. */
    samplesActive: () => Promise<boolean>;
  };

const SAMPLES = 200;
const REFUSALS_KEPT = 100;

type Dependencies = {
  store: Store;
  http: SourceClient;
  sources: readonly Source[];
  embedder: Embedder;
  clock: () => Date;
  logger: Logger;
  events: Pick<Events<PostingEvents>, 'emit'>;
};

export function createIngestService({
  store,
  http,
  sources,
  embedder,
  clock,
  logger,
  events,
}: Dependencies): IngestService {
  /** Samples answered when something began that may end them. */
  let sampled = false;

  const samplesActive = async (): Promise<boolean> => !(await store.asSystem('sources', hasRealPosting));

  /** To be called before anything is written. */
  const noteSamples = async (): Promise<void> => {
    if (await samplesActive()) sampled = true;
  };

  /** Tells what came; of several at once only one ended the samples. */
  const announce = async (counts: { added: number; updated: number }): Promise<void> => {
    if (counts.added + counts.updated === 0) return;
    const samplesEnded = sampled && !(await samplesActive());
    if (samplesEnded) sampled = false;
    events.emit('postings-changed', { added: counts.added, samplesEnded });
  };

  const followed = async (by: { userId: string } | 'anybody'): Promise<Source[]> => {
    const employers =
      by === 'anybody'
        ? await store.asSystem('sources', listEmployersOfAll)
        : await store.asPerson(by.userId, listEmployers);
    return employers.flatMap((employer) => sourceOf(employer) ?? []);
  };

  const turnedOff = async (by: { userId: string } | 'anybody'): Promise<ReadonlySet<string>> =>
    by === 'anybody'
      ? await store.asSystem('sources', findSourcesOff)
      : await store.asPerson(by.userId, findSourcesOff);

  const closing = createClosingService({ store, clock, events, policies: sources });
  const fetching = createFetchService({
    store,
    http,
    sources,
    followed,
    turnedOff,
    embedder,
    clock,
    logger,
    events,
    announce,
    closing,
  });

  return {
    samplesActive,
    tidy: closing.tidy,

    importPostings: async (rows, { signal, onRow }) => {
      await noteSamples();
      const refusals: Refusal[] = [];
      const onRefusal = (refusal: Refusal): void => void (refusals.length < REFUSALS_KEPT && refusals.push(refusal));
      const writer = createStreamWriter({ store, clock, embedder, onRow, onRefusal });
      let read = 0;
      try {
        for await (const row of rows) {
          signal.throwIfAborted();
          read += 1;
          await writer.take(row);
        }
        await writer.finish();
      } finally {
        await announce(writer.counts);
        if (writer.counts.added > 0) events.emit('sources-changed', {});
      }
      return { read, ...writer.counts, refusals };
    },

    fetchSources: async (options) => {
      await noteSamples();
      return await fetching.fetchSources(options);
    },

    ...createSourceStateService({ store, clock, sources, followed, running: fetching.running }),

    ensureSamples: async () => {
      if (!(await samplesActive())) return;
      const writer = createStreamWriter({ store, clock, embedder });
      for (const posting of samplePostings(SAMPLES, clock())) await writer.take(posting);
      await writer.finish();
    },
  };
}
