/**
 * Arbeitnow's public job board API (https://www.arbeitnow.com/api/job-board-api): pages until `links.next` is null.
 * Mostly German and on-site; `remote: false` proves nothing, `created_at` is in seconds, descriptions are HTML that
 * is sometimes escaped once more.
 */
import { z } from 'zod';
import { PerchError } from '../../kernel/errors.ts';
import { cleanLine } from '../../kernel/clean-text.ts';
import { htmlToText } from '../html-to-text.ts';
import type { Employment, SourcePosting } from '../job-posting.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { isoDate, webUrl } from './fields.ts';
import type { Source } from './source.ts';

const FIRST = 'https://www.arbeitnow.com/api/job-board-api?page=1';
const HOST = 'www.arbeitnow.com';
/** A board that never ends is not followed for ever. */
const MOST_PAGES = 20;

const page = z.object({ data: z.array(z.unknown()), links: z.object({ next: z.string().nullish() }).nullish() });
const item = z.object({
  slug: z.string().min(1).max(300),
  company_name: z.string().nullish(),
  title: z.string().min(1),
  description: z.string().nullish(),
  remote: z.boolean().nullish(),
  url: z.string(),
  tags: z.array(z.string()).nullish(),
  job_types: z.array(z.string()).nullish(),
  location: z.string().nullish(),
  created_at: z.union([z.number(), z.string()]).nullish(),
});

/** The job types are free text in German and English; levels among them are no kind of employment. */
const TYPES: readonly (readonly [Employment, RegExp])[] = [
  ['full_time', /full.?time|vollzeit/iu],
  ['part_time', /part.?time|teilzeit|working student|werkstudent|minijob/iu],
  ['internship', /intern|praktik/iu],
  ['contract', /contract|befristet/iu],
  ['freelance', /freelanc|freiberuf/iu],
  ['temporary', /temporary|aushilfe|zeitarbeit/iu],
];

/** One item of the board, or why it was not taken. */
export function fromArbeitnow(value: unknown, place: number): SourcePosting | Refusal {
  const parsed = item.safeParse(value);
  if (!parsed.success)
    return refuse(
      place,
      'unknown_shape',
      `Posting ${place} of the page: ${z.prettifyError(parsed.error).split('\n')[0] ?? 'unknown shape'}`,
    );
  const job = parsed.data;
  const url = webUrl(job.url);
  const title = cleanLine(job.title, 500);
  if (url === null || title === '')
    return refuse(place, 'missing_field', `Posting ${place} of the page has no usable address or title.`);
  const location = cleanLine(job.location ?? '', 300);
  const description = htmlToText(job.description ?? '');
  const types = (job.job_types ?? []).join(' ');
  return {
    source: 'arbeitnow',
    sourceId: job.slug,
    url,
    applyUrl: url,
    title,
    company: cleanLine(job.company_name ?? '', 300) || null,
    locations: location === '' ? [] : [location],
    locationCountry: null,
    workplace: null,
    isRemote: job.remote === true ? true : null,
    employment: TYPES.filter(([, pattern]) => pattern.test(types)).map(([employment]) => employment),
    description,
    completeness: description === '' ? 'none' : 'full',
    pay: null,
    skills: (job.tags ?? [])
      .slice(0, 100)
      .map((tag) => cleanLine(tag, 120))
      .filter((tag) => tag !== ''),
    department: null,
    datePosted: isoDate(job.created_at),
    validThrough: null,
    isSample: false,
  };
}

/** The next page's address, only on the same host: a board cannot send us elsewhere. */
function nextPage(next: string | null | undefined): string | null {
  const url = webUrl(next);
  return url !== null && new URL(url).host === HOST ? url.replace(/^http:/, 'https:') : null;
}

export const arbeitnow: Source = {
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
  async *fetch(client, { signal }) {
    const asked = new Set<string>();
    let url: string | null = FIRST;
    while (url !== null && asked.size < MOST_PAGES && !asked.has(url)) {
      signal.throwIfAborted();
      asked.add(url);
      const answer = page.safeParse(await client.getJson(url, { signal }));
      if (!answer.success) throw notUnderstood();
      for (const [index, value] of answer.data.data.entries()) yield fromArbeitnow(value, index + 1);
      url = answer.data.data.length === 0 ? null : nextPage(answer.data.links?.next);
    }
  },
};

function notUnderstood(): PerchError {
  return new PerchError('unavailable', {
    en: 'Arbeitnow answered in a shape that Perch does not know.',
    de: 'Arbeitnow hat in einer Form geantwortet, die Perch nicht kennt.',
    uk: 'Arbeitnow відповів у форматі, якого Perch не знає.',
  });
}
