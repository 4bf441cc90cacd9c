/**
 * JSON of other makers: a posting in our own shape (what the JSON export writes), or schema.org JobPosting.
 * Both tolerant: what is missing is not said.
 */
import { z } from 'zod';
import { stableId } from '../../kernel/ids.ts';
import { cleanLine } from '../../kernel/clean-text.ts';
import { cleanParagraphs, htmlToText } from '../html-to-text.ts';
import {
  EMPLOYMENTS,
  type Employment,
  PAY_PERIODS,
  type PayPeriod,
  type SourcePosting,
  WORKPLACES,
} from '../job-posting.ts';
import { isoDate, webUrl } from './fields.ts';

const text = z.string().nullish();
/** JSON-LD writes one thing where a list has one member. */
const oneOrMany = <T extends z.ZodType>(schema: T): z.ZodPreprocess<z.ZodArray<T>> =>
  z.preprocess(
    (value) => (value === null || value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(schema),
  );

const amount = z.union([z.number(), z.string().transform(Number)]).nullish();

/** Our own shape: what `export` writes and what a SourcePosting is. */
export const ownShape = z.object({
  source: z.string().min(1).max(60),
  sourceId: z.string().min(1).max(300).nullish(),
  id: text,
  url: z.string(),
  applyUrl: text,
  title: z.string().min(1),
  company: text,
  locations: z.array(z.string()).nullish(),
  place: text,
  locationCountry: text,
  isRemote: z.boolean().nullish(),
  employment: z.array(z.enum(EMPLOYMENTS)).nullish(),
  description: text,
  completeness: z.enum(['full', 'snippet', 'none']).nullish(),
  pay: z
    .object({
      min: z.number().nullish(),
      max: z.number().nullish(),
      currency: text,
      period: z.enum(PAY_PERIODS).nullish(),
      words: text,
    })
    .nullish(),
  skills: z.array(z.string()).nullish(),
  department: text,
  datePosted: text,
  postedAt: text,
  validThrough: text,
});

const MODE = new Map<string, SourcePosting['workplace']>(WORKPLACES.map((mode) => [mode, mode]));

/** A posting of our own shape; null without a usable address or title. */
export function fromOwnShape(row: z.output<typeof ownShape>, workplace: unknown): SourcePosting | null {
  const url = webUrl(row.url);
  const title = cleanLine(row.title, 500);
  if (url === null || title === '') return null;
  const description = cleanParagraphs(row.description ?? '');
  const stated: unknown = Array.isArray(workplace) ? workplace[0] : workplace;
  const places = row.locations ?? (row.place === null || row.place === undefined ? [] : [row.place]);
  return {
    source: row.source.toLowerCase(),
    sourceId: row.sourceId ?? row.id ?? url.slice(0, 300),
    url,
    applyUrl: webUrl(row.applyUrl),
    title,
    company: cleanLine(row.company ?? '', 300) || null,
    locations: places
      .slice(0, 100)
      .map((place) => cleanLine(place, 300))
      .filter((place) => place !== ''),
    locationCountry: cleanLine(row.locationCountry ?? '', 120) || null,
    workplace: typeof stated === 'string' ? (MODE.get(stated) ?? null) : null,
    isRemote: row.isRemote ?? null,
    employment: row.employment ?? [],
    description,
    completeness: row.completeness ?? (description === '' ? 'none' : 'full'),
    pay:
      row.pay === null || row.pay === undefined
        ? null
        : {
            min: row.pay.min ?? null,
            max: row.pay.max ?? null,
            currency: row.pay.currency ?? null,
            period: row.pay.period ?? null,
            words: cleanLine(row.pay.words ?? '', 300),
          },
    skills: (row.skills ?? []).slice(0, 100).map((skill) => cleanLine(skill, 120)),
    department: cleanLine(row.department ?? '', 200) || null,
    datePosted: isoDate(row.datePosted ?? row.postedAt),
    validThrough: isoDate(row.validThrough),
    isSample: false,
  };
}

const address = z.object({
  addressLocality: text,
  addressRegion: text,
  addressCountry: z.union([z.string(), z.object({ name: text }).transform((country) => country.name ?? '')]).nullish(),
});
const place = z.object({
  address: z
    .union([
      address,
      z.string().transform((words) => ({ addressLocality: words, addressRegion: null, addressCountry: null })),
    ])
    .nullish(),
});
const named = z.union([z.string(), z.object({ name: text }).transform((thing) => thing.name ?? '')]);
const money = z.object({
  currency: text,
  value: z.union([amount, z.object({ value: amount, minValue: amount, maxValue: amount, unitText: text })]).nullish(),
});

/** schema.org JobPosting, as pages embed it. */
export const schemaOrg = z.object({
  '@type': z.union([z.literal('JobPosting'), z.array(z.string()).refine((types) => types.includes('JobPosting'))]),
  identifier: z
    .union([
      z.string(),
      z
        .object({ value: z.union([z.string(), z.number().transform(String)]).nullish() })
        .transform((id) => id.value ?? null),
    ])
    .nullish(),
  url: text,
  title: z.string().min(1),
  description: text,
  hiringOrganization: named.nullish(),
  jobLocation: oneOrMany(place),
  jobLocationType: text,
  applicantLocationRequirements: oneOrMany(named),
  employmentType: oneOrMany(z.string()),
  baseSalary: money.nullish(),
  skills: z.union([z.array(z.string()), z.string().transform((words) => words.split(','))]).nullish(),
  datePosted: text,
  validThrough: text,
});

const TYPES: Record<string, Employment> = {
  FULL_TIME: 'full_time',
  PART_TIME: 'part_time',
  CONTRACTOR: 'contract',
  TEMPORARY: 'temporary',
  INTERN: 'internship',
  PER_DIEM: 'temporary',
};
const UNITS: Record<string, PayPeriod> = { HOUR: 'hour', DAY: 'day', WEEK: 'week', MONTH: 'month', YEAR: 'year' };

function salary(value: z.output<typeof money> | null | undefined): SourcePosting['pay'] {
  const inner = value?.value;
  if (value === null || value === undefined || inner === null || inner === undefined) return null;
  const range =
    typeof inner === 'number'
      ? { min: inner, max: inner, unit: '' }
      : {
          min: inner.minValue ?? inner.value ?? null,
          max: inner.maxValue ?? inner.value ?? null,
          unit: inner.unitText ?? '',
        };
  const finite = (number: number | null): number | null => (number !== null && Number.isFinite(number) ? number : null);
  const [min, max] = [finite(range.min), finite(range.max)];
  if (min === null && max === null) return null;
  return {
    min,
    max,
    currency: value.currency ?? null,
    period: UNITS[range.unit.toUpperCase()] ?? null,
    words: `${[min, max].filter((number) => number !== null).join('–')} ${value.currency ?? ''} ${range.unit}`.trim(),
  };
}

/** A schema.org posting; null without an address or title. */
export function fromSchemaOrg(row: z.output<typeof schemaOrg>): SourcePosting | null {
  const url = webUrl(row.url) ?? webUrl(row.identifier);
  const title = cleanLine(row.title, 500);
  if (url === null || title === '') return null;
  const places = row.jobLocation.map((location) =>
    [location.address?.addressLocality, location.address?.addressRegion, location.address?.addressCountry]
      .filter((part) => typeof part === 'string' && part !== '')
      .join(', '),
  );
  const remote = row.jobLocationType?.toUpperCase() === 'TELECOMMUTE';
  const areas = row.applicantLocationRequirements.filter((words) => words !== '').map((words) => `Remote (${words})`);
  const description = htmlToText(row.description ?? '');
  return {
    source: 'jsonld',
    // An employer's own number means something on its own site only.
    sourceId: stableId(new URL(url).host, row.identifier ?? url),
    url,
    applyUrl: null,
    title,
    company: cleanLine(row.hiringOrganization ?? '', 300) || null,
    locations: [...(remote ? areas : []), ...places]
      .slice(0, 100)
      .map((words) => cleanLine(words, 300))
      .filter((words) => words !== ''),
    locationCountry: null,
    workplace: remote ? 'remote' : null,
    isRemote: remote ? true : null,
    employment: [
      ...new Set(
        row.employmentType
          .flatMap((words) => words.split(','))
          .flatMap((word) => TYPES[word.trim().toUpperCase()] ?? []),
      ),
    ],
    description,
    completeness: description === '' ? 'none' : 'full',
    pay: salary(row.baseSalary),
    skills: (row.skills ?? [])
      .slice(0, 100)
      .map((skill) => cleanLine(skill, 120))
      .filter((skill) => skill !== ''),
    department: null,
    datePosted: isoDate(row.datePosted),
    validThrough: isoDate(row.validThrough),
    isSample: false,
  };
}
