/**
 * SmartRecruiters' Posting API (https://developers.smartrecruiters.com/docs/posting-api): a list by pages of a hundred
 * and a page of its own for each text. Off by default: the host's robots.txt lets nobody but LinkedIn in. The name of
 * whoever wrote a posting is not read.
 */
import { z } from 'zod';
import { type EmployerBoard, employerPolicy, segmentsOf, slugIn } from './employer-board.ts';
import { employmentOf } from './employment-words.ts';
import { createSource } from './read-board.ts';
import { flag, moment, number, part, text } from './tolerant.ts';

const SIZE = 100;
const labelled = part({ label: text });
const section = part({ title: text, text });
const sections = part({
  companyDescription: section,
  jobDescription: section,
  qualifications: section,
  additionalInformation: section,
});
const own = { jobAd: part({ sections }), postingUrl: text, applyUrl: text };
const answer = z.object({ content: z.array(z.unknown()), totalFound: number });
const page = z.object(own);

export const smartrecruiters: EmployerBoard = {
  name: 'smartrecruiters',
  title: 'SmartRecruiters',
  offBecause: "api.smartrecruiters.com/robots.txt allows only LinkedIn's crawler",
  slugOf: (url) => {
    const segments = segmentsOf(url);
    if (/^(?:jobs|careers)\.smartrecruiters\.com$/u.test(url.hostname)) return slugIn(segments[0]);
    return url.hostname === 'api.smartrecruiters.com' ? slugIn(segments[2]) : null;
  },
  source: (slug) => {
    const company = encodeURIComponent(slug);
    const list = `https://api.smartrecruiters.com/v1/companies/${company}/postings`;
    return createSource({
      name: 'smartrecruiters',
      title: 'SmartRecruiters',
      policy: { ...employerPolicy('SmartRecruiters'), retentionDays: 30, mayFetchUnattended: false },
      listing: 'complete',
      manners: { mostDetails: 200 },
      form: 'json',
      first: () => ({ url: `${list}?limit=${SIZE}&offset=0` }),
      page: (value, asked) => {
        const parsed = answer.safeParse(value);
        if (!parsed.success) return null;
        const { content, totalFound } = parsed.data;
        const read = Number(new URL(asked.url).searchParams.get('offset')) + content.length;
        const ended = content.length === 0 || read >= (totalFound ?? 0);
        return { items: content, next: ended ? null : { url: `${list}?limit=${SIZE}&offset=${read}` }, context: null };
      },
      item: z.object({
        id: text,
        name: text,
        company: part({ name: text }),
        releasedDate: moment,
        location: part({ city: text, region: text, country: text, fullLocation: text, remote: flag, hybrid: flag }),
        department: labelled,
        function: labelled,
        typeOfEmployment: part({ id: text, label: text }),
        ...own,
      }),
      posting: (job) => {
        const { city, region, country, fullLocation, remote, hybrid } = job.location;
        const { companyDescription, jobDescription, qualifications, additionalInformation } = job.jobAd.sections;
        const place = [city, region, country?.toUpperCase()].filter((words) => typeof words === 'string').join(', ');
        const url =
          job.id === null ? null : `https://jobs.smartrecruiters.com/${company}/${encodeURIComponent(job.id)}`;
        return {
          sourceId: job.id,
          url: job.postingUrl ?? url,
          applyUrl: job.applyUrl ?? url,
          title: job.name,
          company: job.company.name,
          locations: [fullLocation ?? place],
          locationCountry: country?.toUpperCase() ?? null,
          workplace: hybrid === true ? 'hybrid' : remote === true ? 'remote' : null,
          isRemote: remote === true ? true : null,
          employment: employmentOf(job.typeOfEmployment.label),
          html: [companyDescription, jobDescription, qualifications, additionalInformation].flatMap((words) =>
            words.text === null ? [] : [`<p>${words.title ?? ''}</p>`, words.text],
          ),
          department: job.department.label ?? job.function.label,
          datePosted: job.releasedDate,
        };
      },
      detail: {
        request: (job) => (job.id === null ? null : { url: `${list}/${encodeURIComponent(job.id)}` }),
        join: (job, value) => {
          const found = page.safeParse(value);
          return found.success ? { ...job, ...found.data } : job;
        },
      },
      usual: {
        id: 1,
        name: 1,
        'company.name': 1,
        releasedDate: 1,
        'location.country': 0.95,
        'typeOfEmployment.label': 0.95,
      },
    });
  },
};
