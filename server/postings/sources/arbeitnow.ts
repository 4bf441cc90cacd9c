/**
 * Arbeitnow's public job board API (https://www.arbeitnow.com/api/job-board-api): pages until `links.next` is null.
 * Mostly German and on-site; `remote: false` proves nothing, `created_at` is in seconds, descriptions are HTML that
 * is sometimes escaped once more, job types are free text in German and English.
 */
import { z } from 'zod';
import { employmentOf } from './employment-words.ts';
import { createSource } from './read-board.ts';
import type { Source } from './source.ts';
import { flag, moment, part, text, texts } from './tolerant.ts';

const answer = z.object({ data: z.array(z.unknown()), links: part({ next: text }) });

export const arbeitnow: Source = createSource({
  name: 'arbeitnow',
  title: 'Arbeitnow',
  policy: {
    intervalMinutes: 60,
    retentionDays: 30,
    attribution: 'Link to the posting on Arbeitnow',
    mayRank: true,
    mayEmbed: true,
    mayFetchUnattended: true,
  },
  listing: 'window',
  manners: { mostRequests: 12 },
  form: 'json',
  first: () => ({ url: 'https://www.arbeitnow.com/api/job-board-api?page=1' }),
  page: (value) => {
    const parsed = answer.safeParse(value);
    if (!parsed.success) return null;
    const { data, links } = parsed.data;
    const next = data.length === 0 || links.next === null ? null : links.next.replace(/^http:/, 'https:');
    return { items: data, next: next === null ? null : { url: next }, context: null };
  },
  item: z.object({
    slug: text,
    company_name: text,
    title: text,
    description: text,
    remote: flag,
    url: text,
    tags: texts,
    job_types: texts,
    location: text,
    created_at: moment,
  }),
  posting: (job) => ({
    sourceId: job.slug,
    url: job.url,
    applyUrl: job.url,
    title: job.title,
    company: job.company_name,
    locations: [job.location],
    isRemote: job.remote === true ? true : null,
    employment: employmentOf(...job.job_types),
    html: [job.description],
    skills: job.tags,
    datePosted: job.created_at,
  }),
  usual: {
    slug: 1,
    company_name: 1,
    title: 1,
    description: 0.9,
    url: 1,
    tags: 0.9,
    job_types: 0.7,
    location: 0.95,
    created_at: 1,
  },
});
