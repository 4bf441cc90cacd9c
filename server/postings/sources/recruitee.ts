/**
 * Recruitee's careers site API (https://docs.recruitee.com/reference/intro-to-careers-site-api): all offers of an
 * employer in one answer. Amounts are texts, dates end in " UTC"; the mailbox of an offer is nobody's business.
 */
import { z } from 'zod';
import { type EmployerBoard, employerPolicy, slugIn } from './employer-board.ts';
import { employmentOf } from './employment-words.ts';
import { companyFromSlug } from './fields.ts';
import { payField, periodOf } from './pay-field.ts';
import { createSource } from './read-board.ts';
import { flag, listOf, moment, number, part, text, texts } from './tolerant.ts';
import type { Workplace } from '../job-posting.ts';

const answer = z.object({ offers: z.array(z.unknown()) });
const item = z.object({
  id: text,
  guid: text,
  title: text,
  company_name: text,
  description: text,
  requirements: text,
  city: text,
  state_name: text,
  country: text,
  country_code: text,
  location: text,
  locations: listOf(part({ name: text, city: text, state: text, country: text })),
  remote: flag,
  hybrid: flag,
  on_site: flag,
  salary: part({ min: number, max: number, period: text, currency: text }),
  employment_type_code: text,
  department: text,
  tags: texts,
  published_at: moment,
  created_at: moment,
  close_at: moment,
  careers_url: text,
  careers_apply_url: text,
});
type Item = z.output<typeof item>;

function placesOf(job: Item): (string | null)[] {
  const places = job.locations.map(({ city, state, country, name }) => {
    const words = [...new Set([city ?? name, state, country].filter((word) => word !== null))];
    return words.join(', ');
  });
  return places.some((words) => words !== '') ? places : [job.location ?? job.city, job.country];
}

/** One of the three says where; when several do, the choice is between them and the text knows. */
function workplaceOf(job: Item): Workplace | null {
  if (job.hybrid === true) return 'hybrid';
  if (job.remote === true) return job.on_site === true ? null : 'remote';
  return job.on_site === true ? 'onsite' : null;
}

export const recruitee: EmployerBoard = {
  name: 'recruitee',
  title: 'Recruitee',
  slugOf: (url) => slugIn(/^([\w-]+)\.recruitee\.com$/u.exec(url.hostname)?.[1]?.replace(/^(?:www|api|docs)$/u, '')),
  source: (slug) =>
    createSource({
      name: 'recruitee',
      title: 'Recruitee',
      policy: employerPolicy('Recruitee'),
      listing: 'complete',
      form: 'json',
      first: () => ({ url: `https://${slug}.recruitee.com/api/offers/` }),
      page: (value) => {
        const parsed = answer.safeParse(value);
        return parsed.success ? { items: parsed.data.offers, next: null, context: null } : null;
      },
      item,
      posting: (job) => ({
        sourceId: job.id ?? job.guid,
        url: job.careers_url,
        applyUrl: job.careers_apply_url,
        title: job.title,
        company: job.company_name ?? companyFromSlug(slug),
        locations: placesOf(job),
        locationCountry: job.country ?? job.country_code,
        workplace: workplaceOf(job),
        isRemote: job.remote === true ? true : null,
        employment: employmentOf(job.employment_type_code),
        html: [job.description, job.requirements],
        pay: payField({ ...job.salary, period: periodOf(job.salary.period) }),
        skills: job.tags,
        department: job.department,
        datePosted: [job.published_at, job.created_at],
        validThrough: job.close_at,
      }),
      usual: {
        id: 1,
        title: 1,
        company_name: 1,
        description: 1,
        requirements: 0.8,
        country: 0.9,
        employment_type_code: 0.95,
        department: 0.8,
        published_at: 1,
        careers_url: 1,
        careers_apply_url: 1,
      },
    }),
};
