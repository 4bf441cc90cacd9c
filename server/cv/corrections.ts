/** What a person changed in what was read from their CV: other values, more of them, fewer. Schemas; pure. */
import { z } from 'zod';
import { EMPLOYMENTS, PAY_PERIODS, SENIORITIES, WORKPLACES } from '../postings/job-posting.ts';
import { LANGUAGE_LEVELS } from './profile.ts';

const word = z.string().trim().min(1).max(120);
const line = z.string().trim().min(1).max(300);
const lang = z.string().regex(/^[a-z]{2}$/u, 'a two-letter language code such as de');
const country = z.string().regex(/^[A-Z]{2}$/u, 'a two-letter country code such as DE');
const date = z.string().regex(/^\d{4}(?:-\d{2})?$/u, 'a year or a month such as 2021-05');

/** What the person wants of work, beside what the CV says. */
export const wishesSchema = z
  .strictObject({
    workplace: z.array(z.enum(WORKPLACES)).max(3),
    employment: z.array(z.enum(EMPLOYMENTS)).max(6),
    /** Where they may work without a visa, ISO 3166-1 alpha-2. */
    countries: z.array(country).max(250),
    pay: z.strictObject({
      min: z.number().positive().max(1e9),
      currency: z.string().regex(/^[A-Z]{3}$/u, 'a three-letter currency code such as EUR'),
      period: z.enum(PAY_PERIODS),
    }),
  })
  .partial();
export type Wishes = z.infer<typeof wishesSchema>;

/** Null takes a value away. */
export const valuesSchema = z
  .strictObject({
    name: line.nullable(),
    headline: line.nullable(),
    city: word.nullable(),
    country: country.nullable(),
    seniority: z.enum(SENIORITIES).nullable(),
  })
  .partial();

const languageSchema = z.strictObject({ lang, level: z.enum(LANGUAGE_LEVELS).nullable() });

/** `entry` is its place in what was read, from 0; one beyond the last adds an entry. */
export const experienceSchema = z.strictObject({
  entry: z.int().min(0).max(199),
  isHidden: z.boolean().optional(),
  title: line.optional(),
  company: line.optional(),
  start: date.optional(),
  end: z.union([z.literal('present'), date]).optional(),
});

export const correctionsSchema = z
  .strictObject({
    values: valuesSchema,
    skills: z.strictObject({ added: z.array(word).max(100), hidden: z.array(word).max(300) }),
    titles: z.strictObject({ added: z.array(word).max(20), hidden: z.array(word).max(50) }),
    languages: z.strictObject({ added: z.array(languageSchema).max(30), hidden: z.array(lang).max(30) }),
    experience: z.array(experienceSchema).max(100),
    wishes: wishesSchema,
  })
  .partial();
export type Corrections = z.infer<typeof correctionsSchema>;
