/**
 * Profile: what was read from a CV. Every value carries the place of the words it came from in the CV's text, so that
 * it can be shown beside them, corrected, and never be invented. Types and schemas; pure.
 */
import { z } from 'zod';
import { SENIORITIES } from '../postings/job-posting.ts';

/** Offsets into the CV's text, end exclusive. */
export const spanSchema = z.object({ start: z.int().min(0), end: z.int().min(0) });
export type Span = z.infer<typeof spanSchema>;

/** A value with the words it was read from. */
const said = <Value extends z.ZodType>(value: Value) => z.object({ value, span: spanSchema });
export type Said<Value> = { value: Value; span: Span };

const words = said(z.string());
/** "2021-05" or "2021"; an end may be "present". */
const DATE = /^\d{4}(?:-\d{2})?$/u;
const date = said(z.string().regex(DATE));
const endDate = said(z.union([z.literal('present'), z.string().regex(DATE)]));

/** Common European Framework, or native. */
export const LANGUAGE_LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'] as const;

export const profileSchema = z.object({
  name: words.nullable(),
  headline: words.nullable(),
  emails: z.array(words),
  phones: z.array(words),
  urls: z.array(words),
  /** `city` in English, `country` as ISO 3166-1 alpha-2. */
  location: said(z.object({ city: z.string().nullable(), country: z.string().nullable() })).nullable(),
  summary: words.nullable(),
  experience: z.array(
    z.object({
      title: words.nullable(),
      company: words.nullable(),
      place: words.nullable(),
      start: date.nullable(),
      end: endDate.nullable(),
      /** What was done there, an item each. */
      details: z.array(words),
    }),
  ),
  education: z.array(
    z.object({
      institution: words.nullable(),
      degree: words.nullable(),
      area: words.nullable(),
      start: date.nullable(),
      end: endDate.nullable(),
    }),
  ),
  /** `value` as written; `canonical` as the taxonomy calls it, null when it does not know it. */
  skills: z.array(
    words.extend({ canonical: z.string().nullable(), isListed: z.boolean(), evidence: z.array(spanSchema) }),
  ),
  /** `lang` as ISO 639-1. */
  languages: z.array(said(z.object({ lang: z.string(), level: z.enum(LANGUAGE_LEVELS).nullable() }))),
  /** The level of the latest title; null when no title says one. */
  seniority: said(z.enum(SENIORITIES)).nullable(),
  /** Roles, by the taxonomy, that the headline and the latest titles name. */
  targetTitles: z.array(words),
});
export type Profile = z.infer<typeof profileSchema>;
export type Experience = Profile['experience'][number];
export type Education = Profile['education'][number];
export type SkillFound = Profile['skills'][number];
