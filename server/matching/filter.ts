/**
 * The Filter: the hard criteria of one conversation, a value with a revision.
 * Chips, chat, URL, exports and SQL all speak this shape. All fields are optional, lists are sets,
 * an absent field does not constrain. What sentences do to it is decided in `language/`.
 */
import { z } from 'zod';
import { EMPLOYMENTS, PAY_PERIODS, SENIORITIES, WORKPLACES } from '../postings/job-posting.ts';

export const REGIONS = [
  'EU',
  'EEA',
  'EUROPE',
  'DACH',
  'NORDICS',
  'BENELUX',
  'BALTICS',
  'CEE',
  'UK_IE',
  'NORTH_AMERICA',
  'LATAM',
  'APAC',
  'MENA',
  'EMEA',
  'AFRICA',
  'WORLDWIDE',
] as const;
export const SORTS = ['score', 'newest', 'pay'] as const;

const word = z.string().trim().min(1).max(120);
const words = z.array(word).max(50);
const country = z.string().regex(/^[A-Z]{2}$/, 'a two-letter country code such as DE');

/** Amounts are in whole units of `currency` per `period`; only the parts that were said are present. */
export const paySchema = z.strictObject({
  min: z.number().positive().max(1e9).optional(),
  max: z.number().positive().max(1e9).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'a three-letter currency code such as EUR')
    .optional(),
  period: z.enum(PAY_PERIODS).optional(),
});

/** The client of a freelance project. */
export const clientSchema = z
  .strictObject({
    countries: z.array(country).max(250),
    paymentVerified: z.boolean(),
    minRating: z.number().min(0).max(5),
  })
  .partial();

/** The list facets: each may also stand in `exclude`, where only a sure yes hides. */
export const listFacets = {
  titles: words,
  skills: words,
  companies: words,
  countries: z.array(country).max(250),
  regions: z.array(z.enum(REGIONS)).max(REGIONS.length),
  cities: words,
  workplace: z.array(z.enum(WORKPLACES)).max(3),
  employment: z.array(z.enum(EMPLOYMENTS)).max(6),
  seniority: z.array(z.enum(SENIORITIES)).max(6),
  /** Languages of work, ISO 639-1. */
  languages: z.array(z.string().regex(/^[a-z]{2}$/, 'a two-letter language code such as de')).max(50),
  sources: words,
} as const;

export const excludeSchema = z.strictObject({ ...listFacets, keywords: words }).partial();

export const filterSchema = z
  .strictObject({
    /** Meaning left over after the facets: ranks, never excludes. */
    query: z.string().trim().min(1).max(500),
    ...listFacets,
    /** At least one of these. */
    anySkills: words,
    /** A source's own catalogue entries or employers' departments, by exact name. */
    categories: words,
    pay: paySchema,
    postedWithinDays: z.number().int().positive().max(3650),
    visaSponsorship: z.literal(true),
    client: clientSchema,
    /** 0 to 100; sleeps while there is no CV. */
    minScore: z.number().int().min(0).max(100),
    exclude: excludeSchema,
    sort: z.enum(SORTS),
  })
  .partial();

export type Filter = z.infer<typeof filterSchema>;
export type FilterField = keyof Filter;
export type Exclude = z.infer<typeof excludeSchema>;
export type Pay = z.infer<typeof paySchema>;

const listChange = z
  .strictObject({ ...listFacets, anySkills: words, categories: words, exclude: excludeSchema })
  .partial();

/**
 * A change to the newest revision. `clear` runs first, then `remove`, `set`, `add`; `set.exclude`,
 * `add.exclude` and `remove.exclude` work per list. An emptied list or object disappears.
 */
export const filterChangeSchema = z
  .strictObject({
    set: filterSchema,
    add: listChange,
    remove: listChange,
    clear: z.array(z.enum(filterSchema.keyof().options)).max(30),
  })
  .partial();

export type FilterChange = z.infer<typeof filterChangeSchema>;

/** The criteria a posting answers with yes, no or unclear. `countries` covers countries and regions together. */
export const CRITERIA = [
  'titles',
  'skills',
  'anySkills',
  'companies',
  'countries',
  'cities',
  'workplace',
  'employment',
  'seniority',
  'languages',
  'sources',
  'categories',
  'pay',
  'postedWithinDays',
  'visaSponsorship',
  'client',
  'minScore',
  'exclude',
] as const;
export type Criterion = (typeof CRITERIA)[number];
