/**
 * Asks the live boards for postings, all at once: a fetch takes as long as its slowest board, and a board that fails
 * delays and spoils nothing of the others. Each leaves an honest line, and is asked again only when it may be.
 */
import { PerchError, toLocalized } from '../kernel/errors.ts';
import type { Events } from '../kernel/events.ts';
import { HttpFailure } from '../kernel/http-client-failure.ts';
import { newId } from '../kernel/ids.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Localized } from '../kernel/text.ts';
import type { Embedder } from '../llm/embedder.ts';
import type { Store } from '../store/store.ts';
import type { ClosingService } from './closing/closing-service.ts';
import { inLanes } from './lanes.ts';
import { BUDGET_MS, budgetOf, type RequestBudget } from './request-budget.ts';
import { createRunEnding, type Failure } from './run-ending.ts';
import { createSharedRuns } from './shared-runs.ts';
import {
  brokenLine,
  elsewhereLine,
  lateLine,
  runningLine,
  spentLine,
  stoppedLine,
  tooSoonLine,
} from './source-lines.ts';
import { ALIVE_MS, beginRun, lastRuns, requestsSince, type RunRow, touchRun } from './source-run-repository.ts';
import type { SourceRun } from './source-run.ts';
import { type FetchReport, type Source, type SourceClient, sourceKey } from './sources/source.ts';
import { createStreamWriter } from './write-stream.ts';

export type FetchService = {
  /**
   * Asks the boards, all or those named, at once. A board that fails gives a failed run, never an error. Rejects with
   * the signal's reason when it is aborted while somebody else waits for the same boards.
   */
  fetchSources: (options: {
    /** Names, keys or titles of sources. Without them: all that whoever it is for has not turned off. */
    names?: string[] | undefined;
    /** With the employers that this person follows, or with all that anybody does. */
    followedBy?: { userId: string } | 'anybody' | undefined;
    /** Nobody asked for it: only the sources whose terms allow that. */
    unattended?: boolean;
    signal: AbortSignal;
    progress?: (run: SourceRun) => void;
  }) => Promise<SourceRun[]>;
  /** Keys of the sources that this process fetches now. */
  running: () => ReadonlySet<string>;
};

/** After an answer that was none a board may be asked again sooner than its interval. */
const RETRY_MS = 60_000;
/** No board is read for longer, however much it gives. */
const LONGEST_MS = 15 * 60_000;

type Dependencies = {
  store: Store;
  http: SourceClient;
  sources: readonly Source[];
  embedder: Embedder;
  clock: () => Date;
  logger: Logger;
  events: Pick<Events<{ 'sources-changed': Record<string, never> }>, 'emit'>;
  /** The boards of followed employers. */
  followed: (by: { userId: string } | 'anybody') => Promise<Source[]>;
  /** Keys of the sources that this person does not want, or nobody. */
  turnedOff: (by: { userId: string } | 'anybody') => Promise<ReadonlySet<string>>;
  /** Tells once per run that postings came or changed. */
  announce: (counts: { added: number; updated: number }) => Promise<void>;
  closing: Pick<ClosingService, 'closeAbsent'>;
};

/** Why a run failed, for a person. */
function reasonOf(error: unknown, stopped: AbortSignal, late: AbortSignal): Localized {
  if (stopped.aborted) return stoppedLine;
  if (late.aborted) return lateLine;
  return error instanceof PerchError ? toLocalized(error) : brokenLine;
}

/** A server that answered, but not with postings, gets the peace it asks for, or a minute; no network waits for nothing. */
function peaceAfter(error: unknown): number {
  if (!(error instanceof HttpFailure)) return RETRY_MS;
  return error.retryAfterMs ?? (error.status === null ? 0 : RETRY_MS);
}

/** Employers of one board that are asked at the same time; boards themselves never wait for each other. */
const LANE_WIDTH = 3;

const laneOf = (source: Source): string => source.name;

function isNamed(source: Source, names: readonly string[] | undefined): boolean {
  if (names === undefined) return true;
  const own = [sourceKey(source), source.name, source.title].map((name) => name.toLowerCase());
  return names.some((name) => own.includes(name.toLowerCase()));
}

export function createFetchService(dependencies: Dependencies): FetchService {
  const { store, http, sources, followed, turnedOff, embedder, clock, logger, events, announce, closing } =
    dependencies;
  const end = createRunEnding({ store, clock, closing });
  const running = createSharedRuns<SourceRun, SourceRun>();

  const lastRunOf = async (source: string): Promise<RunRow | undefined> =>
    (await store.asSystem('sources', async (unit) => await lastRuns(unit))).find((row) => row.source === source);

  /** What was asked with a key that has nothing left; null when the board may be asked. */
  const spentBudget = async (source: Source, now: Date): Promise<(RequestBudget & { nextAt: string }) | null> => {
    if (source.policy.requestsPerDay === undefined) return null;
    const asked = await store.asSystem(
      'sources',
      async (unit) => await requestsSince(unit, new Date(now.getTime() - BUDGET_MS)),
    );
    const budget = budgetOf(source, asked);
    if (budget === null || budget.nextAt === null || budget.requests < budget.perDay) return null;
    return { ...budget, nextAt: budget.nextAt };
  };

  const tellAlive = async (id: string): Promise<void> => {
    try {
      await store.asSystem('ingest', async (unit) => await touchRun(unit, id));
    } catch (error) {
      logger.warn({ error }, 'a running fetch could not tell that it goes on');
    }
  };

  const runSource = async (
    source: Source,
    stopped: AbortSignal,
    progress: (run: SourceRun) => void,
  ): Promise<SourceRun> => {
    const started = clock();
    const base: SourceRun = {
      source: sourceKey(source),
      title: source.title,
      state: 'running',
      line: runningLine(0),
      added: 0,
      updated: 0,
      unchanged: 0,
      refused: 0,
      merged: 0,
      closed: 0,
      drift: [],
      error: null,
      httpStatus: null,
      startedAt: started.toISOString(),
      endedAt: null,
      nextAllowedAt: null,
    };
    const previous = await lastRunOf(sourceKey(source));
    const next = previous?.nextAllowedAt ?? null;
    if (
      previous !== undefined &&
      previous.state !== 'running' &&
      next !== null &&
      Date.parse(next) > started.getTime()
    ) {
      const line = tooSoonLine(source.title, previous, next, started);
      const { state } = previous;
      const error = state === 'failed' ? line.en : null;
      return { ...base, state, line, error, endedAt: started.toISOString(), nextAllowedAt: next };
    }
    const spent = await spentBudget(source, started);
    if (spent !== null) {
      const line = spentLine(spent.requests, spent.perDay, spent.nextAt, started);
      return { ...base, state: 'done', line, endedAt: started.toISOString(), nextAllowedAt: spent.nextAt };
    }
    const id = newId();
    const isAlone = store.engine === 'embedded';
    const begun = await store.asSystem(
      'ingest',
      async (unit) => await beginRun(unit, { id, source: sourceKey(source), now: started, isAlone }),
    );
    if (!begun) return { ...base, line: elsewhereLine };
    const alive = setInterval(() => void tellAlive(id), ALIVE_MS / 3).unref();
    events.emit('sources-changed', {});
    const writer = createStreamWriter({
      store,
      clock,
      embedder,
      feed: sourceKey(source),
      mayEmbed: source.policy.mayEmbed,
    });
    const { counts } = writer;
    const late = AbortSignal.timeout(LONGEST_MS);
    const signal = AbortSignal.any([stopped, late]);
    let report: FetchReport | null = null;
    let failure: Failure | null = null;
    let item: unknown;
    let told = -1;
    const tell = (): void => {
      const read = counts.added + counts.updated + counts.unchanged;
      if (read === told) return;
      told = read;
      progress({ ...base, ...counts, line: runningLine(read) });
    };
    try {
      tell();
      const onReport = (given: FetchReport): void => void (report = given);
      const onItem = (given: unknown): void => void (item = given);
      for await (const row of source.fetch(http, { signal, onReport, onItem })) {
        signal.throwIfAborted();
        await writer.take(row, item);
        tell();
      }
      await writer.finish();
    } catch (error) {
      failure = {
        why: reasonOf(error, stopped, late),
        peaceMs: stopped.aborted ? 0 : peaceAfter(error),
        httpStatus: error instanceof HttpFailure ? error.status : null,
      };
      if (!stopped.aborted) logger.warn({ error, source: sourceKey(source) }, 'a source could not be read');
      // What came before it broke off counts.
      await writer.finish();
    } finally {
      clearInterval(alive);
    }
    const run = await end(source, base, { id, counts, failure, report });
    events.emit('sources-changed', {});
    await announce(run);
    progress(run);
    return run;
  };

  return {
    running: running.names,

    fetchSources: async ({ names, followedBy, unattended = false, signal, progress = () => undefined }) => {
      const all = [...sources, ...(followedBy === undefined ? [] : await followed(followedBy))];
      const off = names === undefined && followedBy !== undefined ? await turnedOff(followedBy) : new Set<string>();
      const wanted = all.filter(
        (source) =>
          isNamed(source, names) && !off.has(sourceKey(source)) && (!unattended || source.policy.mayFetchUnattended),
      );
      return await inLanes(
        wanted,
        LANE_WIDTH,
        laneOf,
        async (source) =>
          await running.join(
            sourceKey(source),
            { signal, progress },
            async (stopped, tell) => await runSource(source, stopped, tell),
          ),
      );
    },
  };
}
