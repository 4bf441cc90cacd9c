/** What save_job and hide_job share: which postings are meant, and the mark that is set or taken off. */
import { z } from 'zod';
import type { Language } from '../server/kernel/text.ts';
import { localize } from '../server/kernel/plural.ts';
import { PerchError } from '../server/kernel/errors.ts';
import type { ActionContext, ActionServices, Result } from './action.ts';
import { jobReference } from './show-job.ts';
import { jobs, said } from './words.ts';

export const markInput = z
  .strictObject({
    job: jobReference.optional(),
    jobs: z.array(z.uuid()).min(1).max(500).optional(),
    company: z.string().trim().min(1).max(200).optional(),
    /** Takes the mark off again. */
    off: z.boolean().optional(),
  })
  .refine(({ job, jobs: ids, company }) => [job, ids, company].filter((part) => part !== undefined).length === 1, {
    message: 'say exactly one of job, jobs and company',
  });

type MarkWords = Record<Language, { on: string; off: string }>;

/** Marks the postings meant and says so: "Saved: Data Engineer, Gleis Neun". */
export async function markJobs(
  context: ActionContext,
  input: z.output<typeof markInput>,
  services: ActionServices,
  mark: { mark: 'saved' | 'hidden'; action: string; words: MarkWords },
): Promise<Result> {
  const place = { userId: context.userId, conversationId: context.conversationId };
  const postingIds = await meant(context, input, services);
  const off = input.off === true;
  const marked = await services.marks.mark({
    ...place,
    postingIds,
    mark: off ? 'new' : mark.mark,
    action: mark.action,
  });
  const [first] = marked.matches;
  const name = [first?.title, first?.company].filter(Boolean).join(', ');
  const line = localize((language) => {
    const word = off ? mark.words[language].off : mark.words[language].on;
    return `${word}: ${marked.matches.length === 1 ? name : jobs(language, marked.matches.length)}`;
  });
  return {
    outcome: said(line, marked.changeId),
    forModel: { title: first?.title ?? null, company: first?.company ?? null, count: marked.matches.length },
    data: { postingIds, mark: off ? 'new' : mark.mark },
  };
}

async function meant(
  context: ActionContext,
  input: z.output<typeof markInput>,
  services: ActionServices,
): Promise<string[]> {
  const place = { userId: context.userId, conversationId: context.conversationId };
  if (input.jobs !== undefined) return input.jobs;
  if (input.job !== undefined) return [(await services.matches.resolve({ ...place, job: input.job })).id];
  const company = input.company ?? '';
  const { filter } = await services.filters.get(place);
  const listed = await services.matches.list({
    ...place,
    filter: { ...filter, companies: [company] },
    offset: 0,
    limit: 500,
  });
  if (listed.matches.length > 0) return listed.matches.map((match) => match.id);
  throw new PerchError('not_found', {
    en: `Nothing in the list is from “${company}”. Say the name as it stands on a card.`,
    de: `In der Liste ist nichts von „${company}“. Nennen Sie den Namen, wie er auf der Karte steht.`,
    uk: `У списку немає нічого від «${company}». Назвіть компанію так, як вона записана на картці.`,
  });
}
