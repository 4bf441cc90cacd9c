/**
 * Jobicy (https://github.com/Jobicy/remote-jobs-api): up to a hundred postings in one answer, no paging. Names are
 * HTML-escaped; pay keys are left out when there is none, and before 2025 they were a year's amounts by another name.
 */
import { z } from 'zod';
import { employmentOf } from './employment-words.ts';
import { payField, periodOf } from './pay-field.ts';
import { createSource } from './read-board.ts';
import type { Source } from './source.ts';
import { moment, number, text, texts } from './tolerant.ts';

const answer = z.object({ jobs: z.array(z.unknown()) });

export const jobicy: Source = createSource({
  name: 'jobicy',
  title: 'Jobicy',
  policy: {
    intervalMinutes: 60,
    retentionDays: 30,
    attribution: 'Via Jobicy; apply through the link there',
    mayRank: true,
    mayEmbed: true,
    mayFetchUnattended: true,
  },
  listing: 'window',
  form: 'json',
  first: ({ words }) => {
    const search = new URLSearchParams({ count: '100' });
    if (words !== undefined) search.set('tag', words);
    return { url: `https://jobicy.com/api/v2/remote-jobs?${search.toString()}` };
  },
  page: (value) => {
    const parsed = answer.safeParse(value);
    return parsed.success ? { items: parsed.data.jobs, next: null, context: null } : null;
  },
  item: z.object({
    id: text,
    url: text,
    jobTitle: text,
    companyName: text,
    jobIndustry: texts,
    jobType: texts,
    jobGeo: text,
    jobDescription: text,
    jobExcerpt: text,
    pubDate: moment,
    salaryMin: number,
    salaryMax: number,
    salaryCurrency: text,
    salaryPeriod: text,
    annualSalaryMin: number,
    annualSalaryMax: number,
  }),
  posting: (job) => ({
    sourceId: job.id,
    url: job.url,
    applyUrl: job.url,
    title: job.jobTitle,
    company: job.companyName,
    locations: job.jobGeo?.split(',') ?? [],
    isRemote: true,
    employment: employmentOf(...job.jobType),
    html: [job.jobDescription ?? job.jobExcerpt],
    isSnippet: job.jobDescription === null,
    pay:
      payField({
        min: job.salaryMin,
        max: job.salaryMax,
        currency: job.salaryCurrency,
        period: periodOf(job.salaryPeriod),
      }) ??
      payField({ min: job.annualSalaryMin, max: job.annualSalaryMax, currency: job.salaryCurrency, period: 'year' }),
    department: job.jobIndustry[0] ?? null,
    datePosted: job.pubDate,
  }),
  usual: {
    id: 1,
    url: 1,
    jobTitle: 1,
    companyName: 1,
    jobIndustry: 1,
    jobType: 1,
    jobGeo: 1,
    jobDescription: 1,
    pubDate: 1,
    salaryMin: 0.3,
  },
});
