/**
 * Himalayas (https://himalayas.app/jobs/api, OpenAPI at https://himalayas.app/docs/openapi.json): browsing by offset,
 * twenty a page whatever is asked, or a search. Places are names or objects; an empty list means the whole world.
 * Rows exist whose company is literally called "name".
 */
import { z } from 'zod';
import { employmentOf } from './employment-words.ts';
import { companyFromSlug } from './fields.ts';
import { payField, periodOf } from './pay-field.ts';
import { createSource } from './read-board.ts';
import type { Source } from './source.ts';
import { listOf, moment, number, text, texts } from './tolerant.ts';

const BROWSE = 'https://himalayas.app/jobs/api';
const answer = z.object({ jobs: z.array(z.unknown()), totalCount: number, offset: number });
const place = z.union([z.string().min(1), z.object({ name: z.string().min(1) }).transform(({ name }) => name)]);

function nextOf(asked: string, count: number, total: number | null): string | null {
  const url = new URL(asked);
  const step = url.searchParams.has('page') ? 'page' : 'offset';
  const at = Number(url.searchParams.get(step));
  const read = step === 'page' ? at * 20 : at + count;
  if (count === 0 || (total !== null && read >= total)) return null;
  url.searchParams.set(step, String(step === 'page' ? at + 1 : read));
  return url.href;
}

export const himalayas: Source = createSource({
  name: 'himalayas',
  title: 'Himalayas',
  policy: {
    intervalMinutes: 24 * 60,
    retentionDays: 30,
    attribution: 'Sourced from Himalayas; apply through the link there',
    mayRank: true,
    mayEmbed: true,
    mayFetchUnattended: true,
  },
  listing: 'window',
  manners: { mostRequests: 20 },
  form: 'json',
  first: ({ words, country }) => {
    if (words === undefined && country === undefined) return { url: `${BROWSE}?limit=20&offset=0` };
    const search = new URLSearchParams({ sort: 'recent', page: '1' });
    if (words !== undefined) search.set('q', words);
    if (country !== undefined) search.set('country', country);
    return { url: `${BROWSE}/search?${search.toString()}` };
  },
  page: (value, request) => {
    const parsed = answer.safeParse(value);
    if (!parsed.success) return null;
    const { jobs, totalCount } = parsed.data;
    const next = nextOf(request.url, jobs.length, totalCount);
    return { items: jobs, next: next === null ? null : { url: next }, context: null };
  },
  item: z.object({
    guid: text,
    title: text,
    companyName: text,
    companySlug: text,
    employmentType: text,
    minSalary: number,
    maxSalary: number,
    salaryPeriod: text,
    currency: text,
    locationRestrictions: z.array(z.unknown()).nullish().catch(null),
    categories: texts,
    parentCategories: texts,
    description: text,
    excerpt: text,
    pubDate: moment,
    expiryDate: moment,
    applicationLink: text,
  }),
  posting: (job) => {
    const places = job.locationRestrictions === null ? [] : listOf(place).parse(job.locationRestrictions);
    const nameless = job.companyName === null || job.companyName === 'name';
    return {
      sourceId: job.guid,
      url: job.guid?.startsWith('https://') === true ? job.guid : job.applicationLink,
      applyUrl: job.applicationLink,
      title: job.title,
      company: nameless ? companyFromSlug(job.companySlug ?? '') : job.companyName,
      locations: job.locationRestrictions?.length === 0 ? ['Worldwide'] : places,
      isRemote: true,
      employment: employmentOf(job.employmentType),
      html: [job.description ?? job.excerpt],
      isSnippet: job.description === null,
      pay: payField({
        min: job.minSalary,
        max: job.maxSalary,
        currency: job.currency,
        // Older answers have no period; their amounts are a year's.
        period: job.salaryPeriod === null ? 'year' : periodOf(job.salaryPeriod),
      }),
      skills: job.categories.map((category) => category.replaceAll('-', ' ')),
      department: job.parentCategories[0] ?? null,
      datePosted: job.pubDate,
      validThrough: job.expiryDate,
    };
  },
  usual: {
    guid: 1,
    title: 1,
    companyName: 1,
    employmentType: 1,
    minSalary: 0.45,
    maxSalary: 0.45,
    seniority: 0.9,
    locationRestrictions: 0.8,
    categories: 0.95,
    description: 1,
    pubDate: 1,
    expiryDate: 1,
    applicationLink: 1,
  },
});
