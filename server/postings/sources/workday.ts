/**
 * Workday's careers sites (…myworkdayjobs.com/wday/cxs/…), undocumented: a list by pages of twenty, asked with POST,
 * whose dates are relative ("Posted 3 Days Ago") and places may be a count ("2 Locations"). Texts, places and the day
 * stand on each posting's own page. Employers are known by host, tenant and site.
 */
import { z } from 'zod';
import { type EmployerBoard, employerPolicy, segmentsOf } from './employer-board.ts';
import { employmentOf, workplaceOf } from './employment-words.ts';
import { companyFromSlug } from './fields.ts';
import { createSource } from './read-board.ts';
import type { BoardRequest } from './source.ts';
import { moment, number, part, text, texts } from './tolerant.ts';

const SIZE = 20;
const HOST = /^([a-z\d-]{1,63})\.wd\d{1,3}\.myworkdayjobs(?:-impl)?\.com$/u;
const answer = z.object({ jobPostings: z.array(z.unknown()), total: number });
const own = {
  jobPostingInfo: part({
    id: text,
    jobDescription: text,
    location: text,
    additionalLocations: texts,
    startDate: moment,
    endDate: moment,
    timeType: text,
    remoteType: text,
    externalUrl: text,
    jobReqId: text,
    country: part({ descriptor: text }),
  }),
  hiringOrganization: part({ name: text }),
};
const page = z.object(own);
/** "2 Locations" names none. */
const COUNT = /^\d+ locations?$/iu;

export const workday: EmployerBoard = {
  name: 'workday',
  title: 'Workday',
  slugOf: (url) => {
    if (!HOST.test(url.hostname)) return null;
    const segments = segmentsOf(url);
    const named =
      segments[0] === 'wday' ? segments[3] : segments.find((segment) => !/^[a-z]{2}-[A-Z]{2}$/u.test(segment));
    return named !== undefined && /^[\w-]{1,80}$/u.test(named) ? `${url.hostname}/${named}` : null;
  },
  source: (slug) => {
    const [host = '', site = ''] = slug.split('/');
    const tenant = HOST.exec(host)?.[1] ?? '';
    const base = `https://${host}/wday/cxs/${tenant}/${encodeURIComponent(site)}`;
    const list = (offset: number): BoardRequest => ({
      url: `${base}/jobs`,
      json: { appliedFacets: {}, limit: SIZE, offset, searchText: '' },
    });
    return createSource({
      name: 'workday',
      title: 'Workday',
      policy: employerPolicy('Workday'),
      listing: 'complete',
      manners: { mostRequests: 25, mostDetails: 200 },
      form: 'json',
      first: () => list(0),
      page: (value, asked) => {
        const parsed = answer.safeParse(value);
        if (!parsed.success) return null;
        const { jobPostings: items, total } = parsed.data;
        const before = z.object({ offset: z.number() }).safeParse(asked.json).data?.offset ?? 0;
        // Only the first page says how many there are; later ones say 0.
        const ended = items.length < SIZE || (total !== null && total > 0 && before + items.length >= total);
        return { items, next: ended ? null : list(before + items.length), context: null };
      },
      item: z.object({ title: text, externalPath: text, locationsText: text, bulletFields: texts, ...own }),
      posting: (job) => {
        const { jobPostingInfo: info, hiringOrganization: organization } = job;
        const path = job.externalPath?.startsWith('/job/') === true ? job.externalPath : null;
        const id = info.jobReqId ?? job.bulletFields[0] ?? path;
        const places = [info.location, ...info.additionalLocations].filter((words) => words !== null);
        const listed = COUNT.test(job.locationsText ?? '') ? null : job.locationsText;
        return {
          // Numbers of requisitions are the employer's own.
          sourceId: id === null ? null : `${tenant}:${id}`,
          url: info.externalUrl ?? (path === null ? null : `https://${host}/${site}${path}`),
          applyUrl: info.externalUrl,
          title: job.title,
          company: organization.name ?? companyFromSlug(tenant),
          locations: places.length > 0 ? places : [listed],
          locationCountry: info.country.descriptor,
          workplace: workplaceOf(info.remoteType),
          employment: employmentOf(info.timeType),
          html: [info.jobDescription],
          datePosted: info.startDate,
          validThrough: info.endDate,
        };
      },
      detail: {
        request: (job) =>
          job.externalPath?.startsWith('/job/') === true ? { url: `${base}${job.externalPath}` } : null,
        join: (job, value) => {
          const found = page.safeParse(value);
          return found.success ? { ...job, ...found.data } : job;
        },
      },
      usual: { title: 1, externalPath: 1, locationsText: 0.95, postedOn: 0.95, 'bulletFields[]': 0.9 },
    });
  },
};
