/**
 * Ashby's posting API (https://developers.ashbyhq.com/docs/public-job-posting-api): all postings of an employer in one
 * slow answer. What a posting says is read by `ashby.ts`, as in an import.
 */
import { z } from 'zod';
import { ashbyJobSchema, fromAshby } from './ashby.ts';
import { type EmployerBoard, employerPolicy, segmentsOf, slugIn } from './employer-board.ts';
import { createSource } from './read-board.ts';
import { forgiving } from './tolerant.ts';

const answer = z.object({ jobs: z.array(z.unknown()) });
const unlisted = z.object({ isListed: z.literal(false) });

export const ashby: EmployerBoard = {
  name: 'ashby',
  title: 'Ashby',
  slugOf: (url) => {
    if (url.hostname === 'jobs.ashbyhq.com') return slugIn(segmentsOf(url)[0]);
    return url.hostname === 'api.ashbyhq.com' ? slugIn(segmentsOf(url)[2]) : null;
  },
  source: (slug) =>
    createSource({
      name: 'ashby',
      title: 'Ashby',
      policy: employerPolicy('Ashby'),
      listing: 'complete',
      manners: { timeoutMs: 45_000 },
      form: 'json',
      first: () => ({
        url: `https://api.ashbyhq.com/posting-api/job-board/${encodeURIComponent(slug)}?includeCompensation=true`,
      }),
      page: (value) => {
        const parsed = answer.safeParse(value);
        if (!parsed.success) return null;
        // An employer can hide a posting from its own page while the link still works.
        const items = parsed.data.jobs.filter((job) => !unlisted.safeParse(job).success);
        return { items, next: null, context: null };
      },
      item: forgiving(ashbyJobSchema),
      posting: (job) => {
        const posting = fromAshby(job, slug);
        if (posting === null) return { sourceId: job.id, url: job.jobUrl, title: job.title };
        return { ...posting, plain: posting.description };
      },
      usual: {
        id: 1,
        title: 1,
        location: 0.95,
        employmentType: 0.95,
        publishedAt: 1,
        jobUrl: 1,
        applyUrl: 1,
        descriptionPlain: 0.98,
        department: 0.9,
      },
    }),
};
