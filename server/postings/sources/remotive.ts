/**
 * Remotive (https://remotive.com/api/remote-jobs): all open postings in one answer, few. At most four requests a day.
 * Dates have no zone and are UTC; pay is a phrase.
 */
import { z } from 'zod';
import { employmentOf } from './employment-words.ts';
import { createSource } from './read-board.ts';
import type { Source } from './source.ts';
import { moment, text, texts } from './tolerant.ts';

const answer = z.object({ jobs: z.array(z.unknown()) });

export const remotive: Source = createSource({
  name: 'remotive',
  title: 'Remotive',
  policy: {
    intervalMinutes: 6 * 60,
    retentionDays: 30,
    attribution: 'Via Remotive; apply through the link there',
    mayRank: true,
    mayEmbed: true,
    mayFetchUnattended: true,
  },
  listing: 'window',
  form: 'json',
  first: () => ({ url: 'https://remotive.com/api/remote-jobs' }),
  page: (value) => {
    const parsed = answer.safeParse(value);
    return parsed.success ? { items: parsed.data.jobs, next: null, context: null } : null;
  },
  item: z.object({
    id: text,
    url: text,
    title: text,
    company_name: text,
    category: text,
    tags: texts,
    job_type: text,
    publication_date: moment,
    candidate_required_location: text,
    salary: text,
    description: text,
  }),
  posting: (job) => ({
    sourceId: job.id,
    url: job.url,
    applyUrl: job.url,
    title: job.title,
    company: job.company_name,
    locations: [job.candidate_required_location],
    isRemote: true,
    employment: employmentOf(job.job_type),
    html: [job.description],
    payWords: job.salary,
    skills: job.tags,
    department: job.category,
    datePosted: job.publication_date,
  }),
  usual: {
    id: 1,
    url: 1,
    title: 1,
    company_name: 1,
    category: 1,
    tags: 0.9,
    job_type: 0.95,
    publication_date: 1,
    candidate_required_location: 0.95,
    salary: 0.4,
    description: 1,
  },
});
