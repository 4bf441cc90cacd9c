/** Brings postings into the store: imports, live boards, the sample board. Short units of work, honest lines, events after commit. */
import { PerchError, toLocalized } from '../kernel/errors.ts';
import type { Events } from '../kernel/events.ts';
import { newId } from '../kernel/ids.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Localized } from '../kernel/text.ts';
import type { Embedder } from '../llm/embedder.ts';
import type { Store } from '../store/store.ts';
import type { SourcePosting } from './job-posting.ts';
import { beginRun, countBySource, endRun, hasRealPosting, lastRuns } from './posting-repository.ts';
import type { Refusal } from './refusal.ts';
import { samplePostings } from './sample/sample-board.ts';
import type { SourceState } from './source-state.ts';
import { brokenLine, doneLine, failedLine, runningLine, stoppedLine, tooSoonLine } from './source-lines.ts';
import { describeSources } from './source-states.ts';
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

/** One run of a source, while it goes on and after. `error` is the English reason of a failed one. */
export type SourceRun = {
  source: string;
  title: string;
  state: 'running' | 'done' | 'failed';
  line: Localized;
  added: number;
  updated: number;
  unchanged: number;
  refused: number;
  closed: number;
  error: string | null;
  startedAt: string;
  endedAt: string | null;
};

export type IngestService = {
  /** Writes what the stream gives. Rejects when aborted; what was written by then stays. */
  importPostings: (
    rows: AsyncIterable<SourcePosting | Refusal>,
    options: { signal: AbortSignal; onRow?: (row: ReadRow) => void },
  ) => Promise<ImportReport>;
  /** Asks the boards, all or those named, one after the other. A board that fails gives a failed run, never an error. */
  fetchSources: (options: {
    names?: string[] | undefined;
    signal: AbortSignal;
    progress?: (run: SourceRun) => void;
  }) => Promise<SourceRun[]>;
  sourceStates: () => Promise<SourceState[]>;
  /** Writes the sample board while there is no real posting. */
  ensureSamples: () => Promise<void>;
  /** True while the sample board answers. */
  samplesActive: () => Promise<boolean>;
};

const SAMPLES = 200;
const REFUSALS_KEPT = 100;
/** After a failure a board may be asked again sooner than its interval. */
const RETRY_MS = 60_000;

type Dependencies = {
  store: Store;
  http: SourceClient;
  sources: readonly Source[];
  embedder: Embedder;
  clock: () => Date;
  logger: Logger;
  events: Pick<Events<PostingEvents>, 'emit'>;
};

/** Why a run failed, for a person. */
function reasonOf(error: unknown, signal: AbortSignal): Localized {
  if (signal.aborted) return stoppedLine;
  return error instanceof PerchError ? toLocalized(error) : brokenLine;
}

export function createIngestService({
  store,
  http,
  sources,
  embedder,
  clock,
  logger,
  events,
}: Dependencies): IngestService {
  const running = new Map<string, Promise<SourceRun>>();

  const samplesActive = async (): Promise<boolean> => !(await store.asSystem('sources', hasRealPosting));

  const announce = async (wasSample: boolean, counts: { added: number; updated: number }): Promise<void> => {
    if (counts.added + counts.updated === 0) return;
    events.emit('postings-changed', { added: counts.added, samplesEnded: wasSample && !(await samplesActive()) });
  };

  const runSource = async (
    source: Source,
    signal: AbortSignal,
    progress: (run: SourceRun) => void,
  ): Promise<SourceRun> => {
    const started = clock();
    const [previous] = (await store.asSystem('sources', async (unit) => await lastRuns(unit))).filter(
      (row) => row.source === source.name,
    );
    const base = { source: source.name, title: source.title, startedAt: started.toISOString(), closed: 0 };
    const nothing = { added: 0, updated: 0, unchanged: 0, refused: 0 };
    const next = previous?.nextAllowedAt ?? null;
    if (previous?.state === 'done' && next !== null && Date.parse(next) > started.getTime()) {
      return {
        ...base,
        ...nothing,
        state: 'done',
        line: tooSoonLine(source.title, previous.endedAt ?? previous.startedAt, next, started),
        error: null,
        endedAt: started.toISOString(),
      };
    }
    const wasSample = await samplesActive();
    const id = newId();
    await store.asSystem('ingest', async (unit) => await beginRun(unit, { id, source: source.name, now: started }));
    events.emit('sources-changed', {});
    const writer = createStreamWriter({ store, clock, embedder });
    const { counts } = writer;
    const report = (): void =>
      progress({
        ...base,
        ...counts,
        state: 'running',
        line: runningLine(counts.added + counts.updated + counts.unchanged),
        error: null,
        endedAt: null,
      });
    report();
    let why: Localized | null = null;
    let told = 0;
    try {
      for await (const row of source.fetch(http, { signal })) {
        signal.throwIfAborted();
        await writer.take(row);
        const read = counts.added + counts.updated + counts.unchanged;
        if (read !== told) {
          told = read;
          report();
        }
      }
    } catch (error) {
      why = reasonOf(error, signal);
      if (!signal.aborted) logger.warn({ error, source: source.name }, 'a source could not be read');
    }
    await writer.finish();
    const ended = clock();
    const state = why === null ? 'done' : 'failed';
    const kept = why === null ? null : await keptFrom(source.name);
    const line = why === null ? doneLine(counts) : failedLine(why, kept?.postings ?? 0, kept?.from ?? null, ended);
    const nextAllowedAt = new Date(
      ended.getTime() + (why === null ? source.policy.intervalMinutes * 60_000 : RETRY_MS),
    );
    await store.asSystem(
      'ingest',
      async (unit) =>
        await endRun(unit, {
          id,
          now: ended,
          state,
          counts,
          error: why === null ? null : JSON.stringify(why),
          nextAllowedAt,
        }),
    );
    events.emit('sources-changed', {});
    await announce(wasSample, counts);
    const run: SourceRun = {
      ...base,
      ...counts,
      state,
      line,
      error: why === null ? null : line.en,
      endedAt: ended.toISOString(),
    };
    progress(run);
    return run;
  };

  const keptFrom = async (source: string): Promise<{ postings: number; from: string | null }> =>
    await store.asSystem('sources', async (unit) => {
      const postings = (await countBySource(unit)).find((row) => row.source === source)?.postings ?? 0;
      const from = (await lastRuns(unit, 'done')).find((row) => row.source === source)?.endedAt ?? null;
      return { postings, from };
    });

  return {
    samplesActive,

    importPostings: async (rows, { signal, onRow }) => {
      const wasSample = await samplesActive();
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
        await announce(wasSample, writer.counts);
        if (writer.counts.added > 0) events.emit('sources-changed', {});
      }
      return { read, ...writer.counts, refusals };
    },

    fetchSources: async ({ names, signal, progress }) => {
      const wanted =
        names === undefined
          ? sources
          : sources.filter((source) => names.includes(source.name) || names.includes(source.title));
      const runs: SourceRun[] = [];
      for (const source of wanted) {
        // Two who ask at once get the same run.
        let run = running.get(source.name);
        if (run === undefined) {
          run = runSource(source, signal, progress ?? (() => undefined)).finally(
            () => void running.delete(source.name),
          );
          running.set(source.name, run);
        }
        runs.push(await run);
      }
      return runs;
    },

    sourceStates: async () => {
      const [runs, done, stored] = await store.asSystem(
        'sources',
        async (unit) => [await lastRuns(unit), await lastRuns(unit, 'done'), await countBySource(unit)] as const,
      );
      return describeSources({ sources, runs, done, stored, running: new Set(running.keys()), now: clock() });
    },

    ensureSamples: async () => {
      if (!(await samplesActive())) return;
      const writer = createStreamWriter({ store, clock, embedder });
      for (const posting of samplePostings(SAMPLES, clock())) await writer.take(posting);
      await writer.finish();
    },
  };
}
