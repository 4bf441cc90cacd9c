/** How the run of a source ends: what it did to postings beyond those it brought, what it says, and what is noted. */
import type { Localized } from '../kernel/text.ts';
import type { Store } from '../store/store.ts';
import type { ClosingService } from './closing/closing-service.ts';
import { countMerged } from './closing/closing-repository.ts';
import { nameEmployer } from './employer-repository.ts';
import { countBySource } from './posting-repository.ts';
import { driftOf } from './source-drift.ts';
import { doneLine, failedLine } from './source-lines.ts';
import { endRun, lastRuns, recentRuns } from './source-run-repository.ts';
import type { SourceRun } from './source-run.ts';
import type { Drift } from './sources/drift.ts';
import { type FetchReport, type Source, sourceKey } from './sources/source.ts';
import type { WriteCounts } from './write-stream.ts';

export type Failure = { why: Localized; peaceMs: number; httpStatus: number | null };

/** What is known when the last posting was written. */
export type Ended = { id: string; counts: WriteCounts; failure: Failure | null; report: FetchReport | null };

/** Past runs that tell what is usual; beyond them a source may have changed for good. */
const REMEMBERED = 60;

const later = (from: Date, ms: number): Date => new Date(from.getTime() + ms);

/** Creates what ends runs: it closes, judges, notes, and gives the run as it stands then. */
export function createRunEnding(dependencies: {
  store: Store;
  clock: () => Date;
  closing: Pick<ClosingService, 'closeAbsent'>;
}): (source: Source, base: SourceRun, ended: Ended) => Promise<SourceRun> {
  const { store, clock, closing } = dependencies;

  /** What is there although a run failed. Postings of an employer are counted by its last good run. */
  const keptFrom = async (source: Source): Promise<{ postings: number; from: string | null }> =>
    await store.asSystem('sources', async (unit) => {
      const last = (await lastRuns(unit, 'done')).find((row) => row.source === sourceKey(source));
      const stored = (await countBySource(unit)).find((row) => row.source === source.name)?.postings ?? 0;
      const listed = last === undefined ? 0 : last.added + last.updated + last.unchanged;
      return { postings: source.key === undefined ? stored : Math.min(stored, listed), from: last?.endedAt ?? null };
    });

  const driftNow = async (source: Source, { report, counts }: Ended): Promise<Drift[]> => {
    if (report === null) return [];
    const past = await store.asSystem(
      'sources',
      async (unit) => await recentRuns(unit, [sourceKey(source)], REMEMBERED),
    );
    const good = past.filter(({ state }) => state === 'done');
    return driftOf(report, counts.refused, good, source.key !== undefined);
  };

  /** What a run says of postings beyond those that it brought. */
  const afterwards = async (
    source: Source,
    base: SourceRun,
    { failure, report, counts, drift }: Ended & { drift: readonly Drift[] },
  ): Promise<{ merged: number; closed: number }> => {
    const [feed, started] = [sourceKey(source), new Date(base.startedAt)];
    const merged = await store.asSystem('ingest', async (unit) => await countMerged(unit, { feed, since: started }));
    // What could not be read may be what seems absent.
    const isSure =
      failure === null &&
      source.listing === 'complete' &&
      report?.complete === true &&
      counts.refused + drift.length === 0;
    if (!isSure) return { merged, closed: 0 };
    const before = (await store.asSystem('sources', async (unit) => await lastRuns(unit, 'done'))).find(
      (row) => row.source === feed,
    );
    const previous = before === undefined ? null : new Date(before.startedAt);
    return { merged, closed: await closing.closeAbsent({ feed, started, previous }) };
  };

  return async (source, base, given) => {
    const { id, failure, report } = given;
    const drift = await driftNow(source, given);
    const counts = { ...given.counts, ...(await afterwards(source, base, { ...given, drift })) };
    const ended = clock();
    const state = failure === null ? 'done' : 'failed';
    const kept = failure === null ? null : await keptFrom(source);
    const nextAllowedAt = later(ended, failure === null ? source.policy.intervalMinutes * 60_000 : failure.peaceMs);
    const next = nextAllowedAt.toISOString();
    const line =
      failure === null
        ? doneLine({ ...counts, drift, nextAllowedAt: next }, ended)
        : failedLine(failure.why, kept?.postings ?? 0, kept?.from ?? null, ended);
    const error = failure === null ? null : JSON.stringify(failure.why);
    await store.asSystem('ingest', async (unit) => {
      await endRun(unit, { id, now: ended, state, counts, error, nextAllowedAt, report, drift });
      if (source.key !== undefined && failure === null) await nameEmployer(unit, source.key);
    });
    return {
      ...base,
      ...counts,
      state,
      line,
      drift,
      error: failure === null ? null : line.en,
      httpStatus: failure?.httpStatus ?? null,
      endedAt: ended.toISOString(),
      nextAllowedAt: next,
    };
  };
}
