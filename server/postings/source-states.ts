/** From runs and counts to what the page shows of each source. Pure. */
import { type Localized, localizedSchema } from '../kernel/text.ts';
import type { RunRow } from './source-run-repository.ts';
import {
  brokenLine,
  doneLine,
  failedLine,
  interruptedLine,
  neverLine,
  runningLine,
  samplesLine,
  storedLine,
} from './source-lines.ts';
import type { SourceState } from './source-state.ts';
import { employerPolicy } from './sources/employer-board.ts';
import { employerBoards } from './sources/employer-boards.ts';
import { type Source, sourceKey } from './sources/source.ts';

type Given = {
  sources: readonly Source[];
  /** The last run of each source. */
  runs: readonly RunRow[];
  /** The last run of each source that worked. */
  done: readonly RunRow[];
  stored: readonly { source: string; postings: number; isSample: boolean }[];
  /** Sources that this process fetches now. */
  running: ReadonlySet<string>;
  now: Date;
};

/** Titles of sources whose postings come by import. */
const IMPORTED: Record<string, string> = {
  ...Object.fromEntries(employerBoards.map(({ name, title }) => [name, title])),
  jsonld: 'schema.org',
  added: 'Added by hand',
  sample: 'Perch samples',
};

/** How a source writes itself. */
export function sourceTitle(name: string, sources: readonly Pick<Source, 'name' | 'title'>[]): string {
  return (
    sources.find((source) => source.name === name)?.title ??
    IMPORTED[name] ??
    `${name.charAt(0).toUpperCase()}${name.slice(1)}`
  );
}

/** What must stand beside a source's postings; null when nothing must. */
export function sourceAttribution(name: string, sources: readonly Pick<Source, 'name' | 'policy'>[]): string | null {
  const own = sources.find((source) => source.name === name);
  const board = employerBoards.find((employers) => employers.name === name);
  return own?.policy.attribution ?? (board === undefined ? null : employerPolicy(board.title).attribution);
}

/** Why a run failed: in the three languages as the run noted it, or a word of the process that found it dead. */
function reasonOf(noted: string | null): Localized {
  if (noted === 'interrupted') return interruptedLine;
  try {
    const parsed = localizedSchema.safeParse(JSON.parse(noted ?? 'null'));
    return parsed.success ? parsed.data : brokenLine;
  } catch {
    return brokenLine;
  }
}

function liveState(source: Source, given: Given, stored: number): SourceState {
  const key = sourceKey(source);
  const run = given.runs.find((row) => row.source === key);
  const last = given.done.find((row) => row.source === key);
  // Of an employer only its last good run tells how many are its own.
  const postings =
    source.key === undefined
      ? stored
      : Math.min(stored, last === undefined ? 0 : last.added + last.updated + last.unchanged);
  const base = { source: key, title: source.title, postings, isFollowed: source.key !== undefined };
  if (given.running.has(key) || run?.isAlive === true)
    return {
      ...base,
      state: 'running',
      line: runningLine(run === undefined ? 0 : run.added + run.updated + run.unchanged),
      endedAt: null,
    };
  if (run === undefined) return { ...base, state: 'never', line: neverLine, endedAt: null };
  const from = last?.endedAt ?? null;
  // A run that is noted as running while nobody runs it belongs to a process that died.
  if (run.state === 'running')
    return {
      ...base,
      state: 'failed',
      line: failedLine(interruptedLine, postings, from, given.now),
      endedAt: run.startedAt,
    };
  if (run.state === 'done') return { ...base, state: 'done', line: doneLine(run, given.now), endedAt: run.endedAt };
  const why = reasonOf(run.error);
  return { ...base, state: 'failed', line: failedLine(why, postings, from, given.now), endedAt: run.endedAt };
}

/** All live boards, then what came by import, then the samples while they answer. */
export function describeSources(given: Given): SourceState[] {
  const real = given.stored.filter((row) => !row.isSample);
  const live = given.sources.map((source) =>
    liveState(source, given, real.find((row) => row.source === source.name)?.postings ?? 0),
  );
  const imported = real
    .filter((row) => !given.sources.some((source) => source.name === row.source))
    .map(
      (row): SourceState => ({
        source: row.source,
        title: sourceTitle(row.source, given.sources),
        state: 'done',
        line: storedLine(row.postings),
        postings: row.postings,
        endedAt: null,
        isFollowed: false,
      }),
    );
  const samples = real.length > 0 ? [] : given.stored.filter((row) => row.isSample);
  return [
    ...live,
    ...imported,
    ...samples.map(
      (row): SourceState => ({
        source: row.source,
        title: sourceTitle(row.source, given.sources),
        state: 'done',
        line: samplesLine(row.postings),
        postings: row.postings,
        endedAt: null,
        isFollowed: false,
      }),
    ),
  ];
}
