/** count_jobs: answers "how many" without touching the filter. */
import { z } from 'zod';
import { localize } from '../server/kernel/plural.ts';
import { filterSchema } from '../server/matching/filter.ts';
import { defineAction } from './action.ts';
import { resolveFilter } from './resolve-filter.ts';
import { jobs, said } from './words.ts';

export const countJobs = defineAction({
  name: 'count_jobs',
  title: { en: 'Count postings', de: 'Anzeigen zählen', uk: 'Порахувати вакансії' },
  says: { en: 'Counting', de: 'Wird gezählt', uk: 'Рахую' },
  description:
    'Counts postings. With `filter`: those that pass that filter; without: those of the list. Changes nothing.',
  input: z.strictObject({ filter: filterSchema.optional() }),
  resolve: resolveCount,
  effect: 'read',
  guarded: false,
  async run(context, { filter }, services) {
    const { userId, conversationId } = context;
    const counts =
      filter === undefined
        ? await services.matches.counts({ userId, conversationId })
        : await services.matches.count({ userId, filter });
    const { total, unclear, hidden, postings } = counts;
    const data = { total, unclear, hidden, postings };
    return { outcome: said(localize((language) => jobs(language, total))), forModel: data, data };
  },
});

function resolveCount(input: unknown): unknown {
  const object = z.looseObject({ filter: z.unknown() }).safeParse(input);
  if (!object.success) return input;
  const { filter, ...others } = object.data;
  return filter === undefined || filter === null ? others : { ...others, filter: resolveFilter(filter) };
}
