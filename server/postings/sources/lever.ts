/**
 * Lever's postings API (https://github.com/lever/postings-api): a bare array by pages of a hundred. What is asked of
 * people stands in `lists`. One second between requests, as its robots.txt wants. European employers have another host.
 */
import { z } from 'zod';
import { type EmployerBoard, employerPolicy, segmentsOf, slugIn, splitPlaces } from './employer-board.ts';
import { employmentOf, workplaceOf } from './employment-words.ts';
import { companyFromSlug } from './fields.ts';
import { payField, periodOf } from './pay-field.ts';
import { createSource } from './read-board.ts';
import { listOf, moment, number, part, text, texts } from './tolerant.ts';

const SIZE = 100;
/** Marks an employer on the European host. */
const EUROPE = 'eu:';

const item = z.object({
  id: text,
  text,
  hostedUrl: text,
  applyUrl: text,
  country: text,
  workplaceType: text,
  createdAt: moment,
  categories: part({ commitment: text, department: text, location: text, team: text, allLocations: texts }),
  opening: text,
  description: text,
  descriptionPlain: text,
  additional: text,
  additionalPlain: text,
  lists: listOf(z.object({ text, content: text })),
  salaryRange: part({ currency: text, interval: text, min: number, max: number }),
  salaryDescription: text,
});
type Item = z.output<typeof item>;

/** Plain parts as paragraphs, so that all parts are HTML. */
function paragraphs(plain: string | null): string {
  const escaped = (plain ?? '').replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
  return `<p>${escaped.replace(/\n\s*\n/gu, '</p><p>').replace(/\n/gu, '<br>')}</p>`;
}

function htmlOf(job: Item): string[] {
  return [
    job.description ?? paragraphs(job.descriptionPlain),
    ...job.lists.map((list) => `<p>${list.text ?? ''}</p><ul>${list.content ?? ''}</ul>`),
    job.additional ?? paragraphs(job.additionalPlain),
    job.salaryDescription ?? '',
  ];
}

export const lever: EmployerBoard = {
  name: 'lever',
  title: 'Lever',
  slugOf: (url) => {
    const host = /^(?:jobs|api)\.(eu\.)?lever\.co$/u.exec(url.hostname);
    if (host === null) return null;
    const segments = segmentsOf(url);
    const slug = slugIn(segments[0] === 'v0' ? segments[2] : segments[0]);
    return slug === null || host[1] === undefined ? slug : `${EUROPE}${slug}`;
  },
  source: (slug) => {
    const site = slug.replace(EUROPE, '');
    const host = slug.startsWith(EUROPE) ? 'api.eu.lever.co' : 'api.lever.co';
    const list = `https://${host}/v0/postings/${encodeURIComponent(site)}?mode=json&limit=${SIZE}&skip=`;
    return createSource({
      name: 'lever',
      title: 'Lever',
      policy: employerPolicy('Lever'),
      listing: 'complete',
      manners: { pauseMs: 1000, mostRequests: 30 },
      form: 'json',
      first: () => ({ url: `${list}0` }),
      page: (value, asked) => {
        if (!Array.isArray(value)) return null;
        const skip = Number(new URL(asked.url).searchParams.get('skip'));
        const next = value.length < SIZE ? null : { url: `${list}${skip + value.length}` };
        return { items: value, next, context: null };
      },
      item,
      posting: (job) => ({
        sourceId: job.id,
        url: job.hostedUrl,
        applyUrl: job.applyUrl,
        title: job.text,
        company: companyFromSlug(site),
        locations: [job.categories.location, ...job.categories.allLocations].flatMap(splitPlaces),
        locationCountry: job.country,
        workplace: workplaceOf(job.workplaceType),
        employment: employmentOf(job.categories.commitment),
        html: htmlOf(job),
        pay: payField({ ...job.salaryRange, period: periodOf(job.salaryRange.interval) }),
        department: job.categories.department ?? job.categories.team,
        datePosted: job.createdAt,
      }),
      usual: {
        id: 1,
        text: 1,
        hostedUrl: 1,
        applyUrl: 1,
        createdAt: 1,
        'categories.location': 0.95,
        'categories.commitment': 0.8,
        'categories.team': 0.9,
        workplaceType: 0.9,
      },
    });
  },
};
