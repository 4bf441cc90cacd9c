/**
 * Workable's widget (https://apply.workable.com/api/v1/widget/accounts/…), undocumented: all postings of an employer
 * in one answer, one and the same repeated for each city. No pay. One request at a time.
 */
import { z } from 'zod';
import { type EmployerBoard, employerPolicy, segmentsOf, slugIn } from './employer-board.ts';
import { employmentOf } from './employment-words.ts';
import { companyFromSlug } from './fields.ts';
import { createSource } from './read-board.ts';
import { flag, listOf, moment, part, text } from './tolerant.ts';

const answer = z.object({ name: text, jobs: z.array(z.unknown()) });
const place = part({ country: text, city: text, region: text, hidden: flag });
const joined = (...words: (string | null)[]): string => words.filter((word) => word !== null).join(', ');

export const workable: EmployerBoard = {
  name: 'workable',
  title: 'Workable',
  slugOf: (url) => {
    const segments = segmentsOf(url);
    if (url.hostname === 'apply.workable.com')
      return segments[0] === 'j' ? null : slugIn(segments[0] === 'api' ? segments[4] : segments[0]);
    const tenant = /^([\w-]+)\.workable\.com$/u.exec(url.hostname)?.[1];
    return tenant === undefined || tenant === 'www' || tenant === 'jobs' ? null : slugIn(tenant);
  },
  source: (slug) =>
    createSource({
      name: 'workable',
      title: 'Workable',
      policy: employerPolicy('Workable'),
      listing: 'complete',
      manners: { pauseMs: 2000 },
      form: 'json',
      first: () => ({
        url: `https://apply.workable.com/api/v1/widget/accounts/${encodeURIComponent(slug)}?details=true`,
      }),
      page: (value) => {
        const parsed = answer.safeParse(value);
        if (!parsed.success) return null;
        return { items: parsed.data.jobs, next: null, context: { company: parsed.data.name } };
      },
      item: z.object({
        title: text,
        shortcode: text,
        employment_type: text,
        telecommuting: flag,
        department: text,
        function: text,
        url: text,
        shortlink: text,
        application_url: text,
        published_on: moment,
        created_at: moment,
        country: text,
        city: text,
        state: text,
        locations: listOf(place),
        description: text,
      }),
      posting: (job, { company }) => {
        const shown = job.locations.filter(({ hidden }) => hidden !== true);
        const places = shown.map(({ city, region, country }) => joined(city, region, country));
        const own = joined(job.city, job.state, job.country);
        return {
          sourceId: job.shortcode,
          url: job.url ?? job.shortlink,
          applyUrl: job.application_url ?? job.url,
          title: job.title,
          company: company ?? companyFromSlug(slug),
          locations: places.every((words) => words === '') ? [own] : places,
          locationCountry: job.country ?? shown[0]?.country ?? null,
          isRemote: job.telecommuting,
          employment: employmentOf(job.employment_type),
          html: [job.description],
          department: job.department ?? job.function,
          datePosted: [job.published_on, job.created_at],
        };
      },
      usual: { title: 1, shortcode: 1, url: 1, published_on: 1, country: 0.9, department: 0.7, description: 0.9 },
    }),
};
