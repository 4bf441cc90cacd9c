/**
 * Ashby's public job board: one posting object to a SourcePosting. Used by `import` for board responses and for
 * JSON lines where `_board` names the employer. The board gives no employer's name, only its slug.
 */
import { z } from 'zod';
import { type Employment, type SourcePosting, type Workplace } from '../job-posting.ts';
import { fold } from '../../taxonomy/fold.ts';
import { cityOf, countryOf, findPlaces } from '../../taxonomy/places.ts';
import { cleanLine } from '../../kernel/clean-text.ts';
import { cleanParagraphs, htmlToText } from '../html-to-text.ts';
import { companyFromSlug, webUrl } from './fields.ts';
import { momentOf } from './moments.ts';

const text = z.string().nullish();
const component = z.object({
  compensationType: text,
  interval: text,
  currencyCode: text,
  minValue: z.number().nullish(),
  maxValue: z.number().nullish(),
});
const postal = z
  .object({ postalAddress: z.object({ addressLocality: text, addressRegion: text, addressCountry: text }).nullish() })
  .nullish();

/** The object as the board gives it; fields that we do not read are ignored, most may be missing. */
export const ashbyJobSchema = z.object({
  _board: text,
  id: z.string().min(1),
  title: z.string(),
  department: text,
  team: text,
  employmentType: text,
  location: text,
  secondaryLocations: z.array(z.object({ location: text, address: postal })).nullish(),
  publishedAt: z.union([z.string(), z.number()]).nullish(),
  isListed: z.boolean().nullish(),
  isRemote: z.boolean().nullish(),
  workplaceType: text,
  address: postal,
  shouldDisplayCompensationOnJobPostings: z.boolean().nullish(),
  jobUrl: text,
  applyUrl: text,
  descriptionHtml: text,
  descriptionPlain: text,
  compensation: z
    .object({
      compensationTierSummary: text,
      scrapeableCompensationSalarySummary: text,
      summaryComponents: z.array(component).nullish(),
    })
    .nullish(),
});
export type AshbyJob = z.infer<typeof ashbyJobSchema>;

const EMPLOYMENT: Record<string, Employment> = {
  FullTime: 'full_time',
  PartTime: 'part_time',
  Intern: 'internship',
  Contract: 'contract',
  Temporary: 'temporary',
};
const WORKPLACE: Record<string, Workplace> = {
  Remote: 'remote',
  Hybrid: 'hybrid',
  OnSite: 'onsite',
  'On-site': 'onsite',
};
const PERIOD = { '1 YEAR': 'year', '1 MONTH': 'month', '1 WEEK': 'week', '1 DAY': 'day', '1 HOUR': 'hour' } as const;

function periodOf(interval: string | null | undefined): (typeof PERIOD)[keyof typeof PERIOD] | null {
  for (const [words, period] of Object.entries(PERIOD)) if (words === interval) return period;
  return null;
}

function payOf(job: AshbyJob): SourcePosting['pay'] {
  if (job.shouldDisplayCompensationOnJobPostings === false) return null;
  const salaries = (job.compensation?.summaryComponents ?? []).filter((part) => part.compensationType === 'Salary');
  const first = salaries[0];
  if (first === undefined) return null;
  const same = salaries.filter((part) => part.currencyCode === first.currencyCode && part.interval === first.interval);
  const lows = same.flatMap((part) => (typeof part.minValue === 'number' ? [part.minValue] : []));
  const highs = same.flatMap((part) => (typeof part.maxValue === 'number' ? [part.maxValue] : []));
  return {
    min: lows.length === 0 ? null : Math.min(...lows),
    max: highs.length === 0 ? null : Math.max(...highs),
    currency: first.currencyCode ?? null,
    period: periodOf(first.interval),
    words: cleanLine(
      job.compensation?.compensationTierSummary ?? job.compensation?.scrapeableCompensationSalarySummary ?? '',
      300,
    ),
  };
}

type Postal = z.output<typeof postal>;

/** Words of a location that name no place and no way of working: the name of an office. */
const NO_NAME =
  /\b(?:remote|hybrid|on-?site|in-person|office|anywhere|worldwide|global|multiple|locations?|other|countries|only|or|and|the|from|home|time ?zones?|[A-Z]{2,5})\b|[^\p{L}]/giu;

/** Does the location name an office ("Gulf Canada Square", "Headquarters") and no city? Then its address tells where. */
function isOfficeName(words: string): boolean {
  if (/\bremote\b|\banywhere\b/iu.test(words)) return false;
  const places = findPlaces(words, { location: true });
  if (places.some(({ kind }) => kind !== 'country')) return false;
  let rest = words;
  for (const { start, end } of places.toReversed()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return rest.replace(NO_NAME, '').length >= 3 || /\b(?:office|hq|headquarters)\b/iu.test(words);
}

/** A location as published; the name of an office gets the town that the board gives beside it. */
function locationOf(location: string | null | undefined, address: Postal): string {
  const words = cleanLine(location ?? '', 200);
  const [town, region] = [address?.postalAddress?.addressLocality, address?.postalAddress?.addressRegion].map((part) =>
    cleanLine(part ?? '', 80),
  );
  // A town that is no town ("Remote", the country's own name) tells nothing.
  if (
    town === undefined ||
    town === '' ||
    (cityOf(town) === null && countryOf(town) !== null) ||
    (words !== '' && !isOfficeName(words))
  )
    return words;
  const place = [town, region].filter((part) => part !== undefined && part !== '').join(', ');
  if (fold(words).includes(fold(town))) return words;
  return words === '' ? place : `${words} – ${place}`;
}

function locationsOf(job: AshbyJob): string[] {
  const home = countryOf(cleanLine(job.address?.postalAddress?.addressCountry ?? '', 120));
  const others = (job.secondaryLocations ?? []).flatMap((other) => {
    const words = locationOf(other.location, other.address);
    const country = cleanLine(other.address?.postalAddress?.addressCountry ?? '', 120);
    // A bare "Remote" whose address lies in another country names that country.
    const isElsewhere = /^\W*remote\W*$/iu.test(words) && countryOf(country) !== null && countryOf(country) !== home;
    return isElsewhere ? [words, country] : [words];
  });
  return [...new Set([locationOf(job.location, job.address), ...others])].filter((words) => words !== '').slice(0, 100);
}

/** Maps a board's posting; `board` is the slug of the employer. Null when it lacks an address of its own. */
export function fromAshby(job: AshbyJob, board: string): SourcePosting | null {
  const slug = job._board ?? board;
  const url =
    webUrl(job.jobUrl) ??
    (slug === '' ? null : webUrl(`https://jobs.ashbyhq.com/${encodeURIComponent(slug)}/${encodeURIComponent(job.id)}`));
  const title = cleanLine(job.title, 500);
  if (url === null || title === '') return null;
  const plain = job.descriptionPlain ?? '';
  const description = plain === '' ? htmlToText(job.descriptionHtml ?? '') : cleanParagraphs(plain);
  const country = cleanLine(job.address?.postalAddress?.addressCountry ?? '', 120);
  const employment = EMPLOYMENT[job.employmentType ?? ''];
  return {
    source: 'ashby',
    sourceId: job.id.slice(0, 300),
    url,
    applyUrl: webUrl(job.applyUrl),
    title,
    company: slug === '' ? null : companyFromSlug(slug),
    locations: locationsOf(job),
    locationCountry: country === '' ? null : country,
    workplace: WORKPLACE[job.workplaceType ?? ''] ?? null,
    isRemote: job.isRemote ?? null,
    employment: employment === undefined ? [] : [employment],
    description,
    completeness: description === '' ? 'none' : 'full',
    pay: payOf(job),
    skills: [],
    department: cleanLine(job.department ?? job.team ?? '', 200) || null,
    datePosted: momentOf(job.publishedAt),
    validThrough: null,
    isSample: false,
  };
}
