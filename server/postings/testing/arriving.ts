/** Postings that arrive in tests: real ones of a source, as a stream, from a board, into an empty store. */
import type { TestStore } from '../../store/testing.ts';
import type { SourcePosting } from '../job-posting.ts';
import type { Refusal } from '../refusal.ts';
import { samplePostings } from '../sample/sample-board.ts';
import type { Source } from '../sources/source.ts';

/** So many different postings that are no samples. */
export function realPostings(count: number, source: string): SourcePosting[] {
  return samplePostings(count, new Date('2026-11-20')).map((posting) => ({ ...posting, source, isSample: false }));
}

export async function* streamOf(rows: readonly (SourcePosting | Refusal)[]): AsyncGenerator<SourcePosting | Refusal> {
  yield* rows;
}

/** A board that may be asked every hour and whose terms forbid nothing. */
export function boardOf(fetch: Source['fetch'], name = 'board'): Source {
  return {
    name,
    title: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    policy: {
      intervalMinutes: 60,
      retentionDays: null,
      attribution: 'link',
      mayRank: true,
      mayEmbed: true,
      mayFetchUnattended: true,
    },
    fetch,
  };
}

/** Forgets all postings and runs. */
export async function emptyStore({ store }: TestStore): Promise<void> {
  await store.asSystem('ingest', async (unit) => {
    await unit.run('delete from job_posting');
    await unit.run('delete from source_run');
  });
}
