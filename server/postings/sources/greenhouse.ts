/**
 * Greenhouse's job board API (https://developers.greenhouse.io/job-board.html): all postings of an employer in one
 * answer, texts as escaped HTML. No remote flag; some employers have a field of their own for it.
 */
import { z } from 'zod';
import type { PayPeriod, SourcePosting } from '../job-posting.ts';
import { type EmployerBoard, employerPolicy, segmentsOf, slugIn, splitPlaces } from './employer-board.ts';
import { employmentOf, workplaceOf } from './employment-words.ts';
import { companyFromSlug } from './fields.ts';
import { payField } from './pay-field.ts';
import { createSource } from './read-board.ts';
import { listOf, moment, number, part, text } from './tolerant.ts';

const answer = z.object({ jobs: z.array(z.unknown()) });
const range = z.object({ min_cents: number, max_cents: number, currency_type: text, title: text, blurb: text });
const field = z.object({ name: text, value: text });

const item = z.object({
  id: text,
  title: text,
  absolute_url: text,
  company_name: text,
  location: part({ name: text }),
  offices: listOf(part({ name: text, location: text })),
  departments: listOf(part({ name: text })),
  metadata: listOf(field),
  content: text,
  first_published: moment,
  updated_at: moment,
  application_deadline: moment,
  pay_input_ranges: listOf(range),
});
type Item = z.output<typeof item>;

/** The board does not say per what: its words may, and nobody is paid a hundred a year. */
function periodOf(words: string, amount: number): PayPeriod {
  if (/\bhour|\/ ?hr\b/iu.test(words)) return 'hour';
  if (/\bmonth/iu.test(words)) return 'month';
  return amount < 1000 ? 'hour' : 'year';
}

/** Lowest to highest of the ranges in the first one's currency. */
function payOf(ranges: Item['pay_input_ranges']): SourcePosting['pay'] {
  const [first] = ranges;
  if (first === undefined) return null;
  const same = ranges.filter(({ currency_type: currency }) => currency === first.currency_type);
  const amounts = same.flatMap(({ min_cents: min, max_cents: max }) => [min ?? max ?? 0, max ?? min ?? 0]);
  const some = amounts.filter((cents) => cents > 0).map((cents) => cents / 100);
  if (some.length === 0) return null;
  const [low, high] = [Math.min(...some), Math.max(...some)];
  return payField({
    min: low,
    max: high,
    currency: first.currency_type,
    period: periodOf(`${first.title ?? ''} ${first.blurb ?? ''}`, high),
  });
}

function metadata(job: Item, name: RegExp): string | null {
  return job.metadata.find((one) => one.name !== null && name.test(one.name))?.value ?? null;
}

export const greenhouse: EmployerBoard = {
  name: 'greenhouse',
  title: 'Greenhouse',
  slugOf: (url) => {
    if (!/(?:^|\.)greenhouse\.io$/u.test(url.hostname)) return null;
    const segments = segmentsOf(url);
    const first = segments[0] === 'v1' ? segments[2] : segments[0] === 'embed' ? undefined : segments[0];
    return slugIn(url.searchParams.get('for') ?? first);
  },
  source: (slug) =>
    createSource({
      name: 'greenhouse',
      title: 'Greenhouse',
      policy: employerPolicy('Greenhouse'),
      listing: 'complete',
      form: 'json',
      first: () => ({
        url: `https://boards-api.greenhouse.io/v1/boards/${encodeURIComponent(slug)}/jobs?content=true&pay_transparency=true`,
      }),
      page: (value) => {
        const parsed = answer.safeParse(value);
        return parsed.success ? { items: parsed.data.jobs, next: null, context: null } : null;
      },
      item,
      posting: (job) => {
        const named = splitPlaces(job.location.name);
        const offices = job.offices.map((office) => office.location ?? office.name);
        return {
          sourceId: job.id,
          url: job.absolute_url,
          applyUrl: job.absolute_url,
          title: job.title,
          company: job.company_name ?? companyFromSlug(slug),
          locations: named.length > 0 ? named : offices,
          workplace: workplaceOf(metadata(job, /\b(?:location|workplace|remote) ?(?:type|policy|status)?\b/iu)),
          employment: employmentOf(metadata(job, /\b(?:employment|time|job|contract) ?type\b/iu)),
          html: [job.content],
          pay: payOf(job.pay_input_ranges),
          department: job.departments[0]?.name ?? null,
          datePosted: [job.first_published, job.updated_at],
          validThrough: job.application_deadline,
        };
      },
      usual: {
        id: 1,
        title: 1,
        absolute_url: 1,
        'location.name': 0.95,
        content: 1,
        first_published: 0.95,
        'departments[].name': 0.9,
      },
    }),
};
