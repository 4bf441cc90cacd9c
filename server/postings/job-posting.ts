/**
 * JobPosting: one advertised opening, fields named as in schema.org/JobPosting, and the Facts that
 * reading it gives. `null` or an empty list means "not said", never a guess.
 */
import { z } from 'zod';

export const WORKPLACES = ['remote', 'hybrid', 'onsite'] as const;
export const EMPLOYMENTS = ['full_time', 'part_time', 'contract', 'freelance', 'internship', 'temporary'] as const;
export const SENIORITIES = ['intern', 'junior', 'mid', 'senior', 'lead', 'executive'] as const;
export const PAY_PERIODS = ['year', 'month', 'week', 'day', 'hour', 'fixed'] as const;
export type Workplace = (typeof WORKPLACES)[number];
export type Employment = (typeof EMPLOYMENTS)[number];
export type Seniority = (typeof SENIORITIES)[number];
export type PayPeriod = (typeof PAY_PERIODS)[number];

/** What an adapter or an import hands over: still the source's own words. */
export const sourcePostingSchema = z.object({
  source: z.string().min(1).max(60),
  sourceId: z.string().min(1).max(300),
  url: z.url({ protocol: /^https?$/ }).max(2000),
  applyUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullable(),
  title: z.string().min(1).max(500),
  company: z.string().max(300).nullable(),
  /** Locations as published, the main one first. */
  locations: z.array(z.string().max(300)).max(100),
  /** Structured country of the main location as published ("Germany", "DE"), if the source has one. */
  locationCountry: z.string().max(120).nullable(),
  /** The source's own field for the workplace, if it has one. */
  workplace: z.enum(WORKPLACES).nullable(),
  /** The source's remote flag: true, false, or null when it says nothing. */
  isRemote: z.boolean().nullable(),
  employment: z.array(z.enum(EMPLOYMENTS)),
  /** Plain text, paragraphs separated by newlines, list items begin with "- ". Cut at 100,000 characters. */
  description: z.string().max(100_000),
  /** full | snippet | none: a snippet cannot prove that a skill is not asked. */
  completeness: z.enum(['full', 'snippet', 'none']),
  pay: z
    .object({
      min: z.number().nullable(),
      max: z.number().nullable(),
      currency: z.string().nullable(),
      period: z.enum(PAY_PERIODS).nullable(),
      words: z.string(),
    })
    .nullable(),
  skills: z.array(z.string().max(120)).max(100),
  department: z.string().max(200).nullable(),
  datePosted: z.iso.datetime().nullable(),
  validThrough: z.iso.datetime().nullable(),
  isSample: z.boolean(),
});
export type SourcePosting = z.infer<typeof sourcePostingSchema>;

/** What a posting says beside title and text when it says nothing more. */
export const NOTHING_SAID = {
  applyUrl: null,
  company: null,
  locations: [],
  locationCountry: null,
  workplace: null,
  isRemote: null,
  employment: [],
  completeness: 'full',
  pay: null,
  skills: [],
  department: null,
  datePosted: null,
  validThrough: null,
  isSample: false,
} satisfies Partial<SourcePosting>;

/** Words of the posting that decided something, verbatim, and where they stand. */
export const evidenceSchema = z.object({
  words: z.string().max(300),
  where: z.enum(['title', 'location', 'field', 'text']),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** From where the work may be done. A country is in at most one of the three lists; all others answer `elsewhere`. */
export const eligibilitySchema = z.object({
  yes: z.array(z.string()),
  no: z.array(z.string()),
  unclear: z.array(z.string()),
  elsewhere: z.enum(['yes', 'no', 'unclear']),
});
export type Eligibility = z.infer<typeof eligibilitySchema>;

export const factsSchema = z.object({
  workplace: z.array(z.enum(WORKPLACES)),
  eligible: eligibilitySchema,
  countries: z.array(z.string()),
  cities: z.array(z.string()),
  /** Amounts as said; `words` is the original. */
  pay: z
    .object({
      min: z.number().nullable(),
      max: z.number().nullable(),
      currency: z.string().nullable(),
      period: z.enum(PAY_PERIODS),
      words: z.string(),
    })
    .nullable(),
  employment: z.array(z.enum(EMPLOYMENTS)),
  seniority: z.array(z.enum(SENIORITIES)),
  /** Canonical skill names of `taxonomy/skills`, each with the words that named it. */
  skills: z.array(z.object({ name: z.string(), words: z.string() })),
  /** Of these, the ones that the work requires, the most telling first; empty when the text does not tell them apart. */
  skillsAsked: z.array(z.string()).default([]),
  /** Skills that are a plus, canonical. */
  skillsNice: z.array(z.string()).default([]),
  /** Languages asked for at work, ISO 639-1. */
  languages: z.array(z.string()).default([]),
  /** Sponsorship offered or refused; null when not spoken of. */
  visa: z.boolean().nullable().default(null),
  /** Role keys of `taxonomy/titles` that the title names. */
  roles: z.array(z.string()),
  /** Deciding words per criterion (workplace, countries, cities, pay, employment, seniority, languages, visaSponsorship, titles). */
  evidence: z.record(z.string(), z.array(evidenceSchema)),
});
export type Facts = z.infer<typeof factsSchema>;

/** A posting as it stands in the store. */
export const jobPostingSchema = sourcePostingSchema.extend({
  id: z.uuid(),
  facts: factsSchema,
  firstSeenAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
});
/** @public The name everything here is about. */
export type JobPosting = z.infer<typeof jobPostingSchema>;
