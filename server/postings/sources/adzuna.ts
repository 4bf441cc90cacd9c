/**
 * Adzuna (https://developer.adzuna.com/), with a free key: 25 requests a minute, 250 a day, 1000 a week. One country a
 * request; texts are the first 500 characters, pay may be Adzuna's guess, which is not what the posting says and is
 * left out. Nothing is kept longer than a day.
 */
import { z } from 'zod';
import type { SourcePosting } from '../job-posting.ts';
import { employmentOf } from './employment-words.ts';
import { payField } from './pay-field.ts';
import { createSource } from './read-board.ts';
import type { BoardRequest, Source } from './source.ts';
import { flag, moment, number, part, text, texts } from './tolerant.ts';

const BASE = 'https://api.adzuna.com/v1/api/jobs';
/** Countries that Adzuna serves, and what pay is in there. */
const CURRENCY: Readonly<Record<string, string>> = {
  at: 'EUR',
  au: 'AUD',
  be: 'EUR',
  br: 'BRL',
  ca: 'CAD',
  ch: 'CHF',
  de: 'EUR',
  es: 'EUR',
  fr: 'EUR',
  gb: 'GBP',
  in: 'INR',
  it: 'EUR',
  mx: 'MXN',
  nl: 'EUR',
  nz: 'NZD',
  pl: 'PLN',
  sg: 'SGD',
  us: 'USD',
  za: 'ZAR',
};
/** Asked when no country is. */
const COUNTRIES = ['us', 'gb', 'de'];
const SIZE = 50;

const answer = z.object({ results: z.array(z.unknown()), count: number });

function countriesOf(wanted: string | undefined): readonly string[] {
  const code = wanted?.toLowerCase() ?? '';
  return Object.hasOwn(CURRENCY, code) ? [code] : COUNTRIES;
}

type Amounts = { salary_min: number | null; salary_max: number | null; salary_is_predicted: boolean | null };

/** A guess says that it is one: the posting itself names no pay. */
function payOf(job: Amounts, currency: string | null): SourcePosting['pay'] {
  const pay = payField({ min: job.salary_min, max: job.salary_max, currency, period: 'year' });
  return pay === null || job.salary_is_predicted !== true
    ? pay
    : { ...pay, words: `${pay.words}, estimated by Adzuna` };
}

/** The board with the keys of whoever runs Perch. */
export function createAdzuna(keys: { id: string; key: string }): Source {
  const search = (country: string, words: string | undefined): BoardRequest => {
    const query = new URLSearchParams({
      app_id: keys.id,
      app_key: keys.key,
      results_per_page: String(SIZE),
      sort_by: 'date',
      'content-type': 'application/json',
    });
    if (words !== undefined) query.set('what', words);
    return { url: `${BASE}/${country}/search/1?${query.toString()}` };
  };

  return createSource({
    name: 'adzuna',
    title: 'Adzuna',
    policy: {
      intervalMinutes: 60,
      retentionDays: 1,
      attribution: 'Jobs by Adzuna',
      mayRank: true,
      mayEmbed: false,
      mayFetchUnattended: false,
      requestsPerDay: 250,
    },
    listing: 'window',
    manners: { pauseMs: 2500, mostRequests: 3 },
    form: 'json',
    first: ({ words, country }) => search(countriesOf(country)[0] ?? 'us', words),
    page: (value, asked, { words, country: wanted }) => {
      const parsed = answer.safeParse(value);
      if (!parsed.success) return null;
      const country = /\/jobs\/(\w\w)\//u.exec(new URL(asked.url).pathname)?.[1] ?? '';
      const countries = countriesOf(wanted);
      const next = countries[countries.indexOf(country) + 1];
      return {
        items: parsed.data.results,
        next: next === undefined ? null : search(next, words),
        context: { country },
      };
    },
    item: z.object({
      id: text,
      title: text,
      description: text,
      created: moment,
      redirect_url: text,
      company: part({ display_name: text }),
      location: part({ display_name: text, area: texts }),
      category: part({ label: text }),
      salary_min: number,
      salary_max: number,
      salary_is_predicted: flag,
      contract_type: text,
      contract_time: text,
    }),
    posting: (job, { country }) => ({
      sourceId: job.id,
      url: job.redirect_url,
      applyUrl: job.redirect_url,
      title: job.title,
      company: job.company.display_name,
      locations: [job.location.display_name ?? job.location.area.toReversed().join(', ')],
      locationCountry: country.toUpperCase(),
      employment: employmentOf(job.contract_time, job.contract_type === 'permanent' ? null : job.contract_type),
      html: [job.description],
      isSnippet: true,
      pay: payOf(job, CURRENCY[country] ?? null),
      department: job.category.label,
      datePosted: job.created,
    }),
    usual: {
      id: 1,
      title: 1,
      description: 1,
      created: 1,
      redirect_url: 1,
      'company.display_name': 0.95,
      'location.display_name': 1,
      'category.label': 1,
      contract_time: 0.5,
    },
  });
}
