/** fetch_jobs: asks the live boards for new postings, with a line per source while it runs. */
import { z } from 'zod';
import { localize } from '../server/kernel/plural.ts';
import type { Outcome } from '../server/conversations/message.ts';
import type { SourceRun } from '../server/postings/source-run.ts';
import { defineAction } from './action.ts';
import { counted } from '../server/kernel/plural.ts';

export const fetchJobs = defineAction({
  name: 'fetch_jobs',
  title: { en: 'Fetch postings', de: 'Anzeigen holen', uk: 'Завантажити вакансії' },
  says: { en: 'Asking the job boards', de: 'Jobbörsen werden gefragt', uk: 'Запитую сайти вакансій' },
  description:
    'Fetches new postings from the live job boards. Says per source what came. Without `sources`: all of them.',
  input: z.strictObject({ sources: z.array(z.string().min(1).max(60)).max(50).optional() }),
  effect: 'change',
  guarded: false,
  async run(context, { sources }, services) {
    const place = { userId: context.userId, conversationId: context.conversationId };
    const was = (await services.matches.counts(place)).total;
    const runs = new Map<string, SourceRun>();
    const finished = await services.ingest.fetchSources({
      names: sources,
      signal: context.signal,
      progress: (run) => {
        runs.set(run.source, run);
        context.progress(sourcesOutcome([...runs.values()]));
      },
    });
    const total = (await services.matches.counts(place)).total;
    return {
      outcome: sourcesOutcome(finished),
      forModel: {
        sources: finished.map((run) => ({
          title: run.title,
          added: run.added,
          updated: run.updated,
          failed: run.state === 'failed',
          ...(run.error === null ? {} : { error: run.error }),
        })),
        total,
        was,
      },
      data: { sources: finished, total, was },
    };
  },
});

function sourcesOutcome(runs: SourceRun[]): Outcome {
  const added = runs.reduce((sum, run) => sum + run.added, 0);
  return {
    line: localize((language) => {
      const postings = {
        en: { one: 'new posting', other: 'new postings' },
        de: { one: 'neue Anzeige', other: 'neue Anzeigen' },
        uk: { one: 'нова вакансія', few: 'нові вакансії', many: 'нових вакансій', other: 'нової вакансії' },
      }[language];
      return counted(language, added, postings);
    }),
    undoId: null,
    undone: false,
    view: {
      kind: 'sources',
      lines: runs.map((run) => ({ source: run.title, line: run.line, failed: run.state === 'failed' })),
    },
  };
}
