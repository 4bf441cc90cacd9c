/** fetch_jobs: asks the live boards and followed employers for new postings, with a line per source while it runs. */
import { z } from 'zod';
import type { SourceRun } from '../server/postings/source-run.ts';
import { defineAction } from './action.ts';
import { newPostings, sourcesOutcome } from './source-words.ts';

export const fetchJobs = defineAction({
  name: 'fetch_jobs',
  title: { en: 'Fetch postings', de: 'Anzeigen holen', uk: 'Завантажити вакансії' },
  says: { en: 'Asking the job boards', de: 'Jobbörsen werden gefragt', uk: 'Запитую сайти вакансій' },
  description:
    'Fetches new postings from the live job boards and the employers the person follows. Says per source what came and from when it may be asked again. Without `sources`: all of them.',
  input: z.strictObject({ sources: z.array(z.string().min(1).max(100)).max(50).optional() }),
  effect: 'change',
  guarded: false,
  async run(context, { sources }, services) {
    const place = { userId: context.userId, conversationId: context.conversationId };
    const was = (await services.matches.counts(place)).total;
    const runs = new Map<string, SourceRun>();
    const finished = await services.ingest.fetchSources({
      names: sources,
      followedBy: { userId: context.userId },
      signal: context.signal,
      progress: (run) => {
        runs.set(run.source, run);
        context.progress(fetched([...runs.values()]));
      },
    });
    const total = (await services.matches.counts(place)).total;
    return {
      outcome: fetched(finished),
      forModel: { sources: finished.map(forModel), total, was },
      data: { sources: finished, total, was },
    };
  },
});

/** What a model is told of a run. */
export function forModel(run: SourceRun): Record<string, unknown> {
  return {
    title: run.title,
    added: run.added,
    updated: run.updated,
    failed: run.state === 'failed',
    ...(run.drift.length === 0 ? {} : { missingFields: run.drift.map(({ field }) => field) }),
    ...(run.error === null ? {} : { error: run.error, say: run.line }),
    ...(run.nextAllowedAt === null ? {} : { nextAllowedAt: run.nextAllowedAt }),
  };
}

function fetched(runs: readonly SourceRun[]): ReturnType<typeof sourcesOutcome> {
  return sourcesOutcome(newPostings(runs.reduce((sum, { added }) => sum + added, 0)), runs);
}
