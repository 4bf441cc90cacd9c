/** A Cv: what somebody uploaded, what was read from it and what they corrected. Schemas that the page knows too; pure. */
import { z } from 'zod';
import { localizedSchema } from '../kernel/text.ts';
import { correctionsSchema } from './corrections.ts';
import { FORMATS } from './extracted.ts';
import { profileSchema } from './profile.ts';

export const cvSchema = z.object({
  id: z.uuid(),
  /** The file's name, or what the person called pasted text. */
  name: z.string(),
  format: z.enum(FORMATS),
  quality: z.enum(['ok', 'columns']),
  pages: z.number(),
  isCut: z.boolean(),
  text: z.string(),
  /** Text that a reader of the document cannot see; not part of `text`. */
  hidden: z.array(z.string()),
  /** As the rules read it. */
  profile: profileSchema,
  corrections: correctionsSchema,
  /** Grows with every correction. */
  revision: z.number().int(),
  isActive: z.boolean(),
  createdAt: z.iso.datetime(),
  lastAnalyzedAt: z.iso.datetime().nullable(),
  /** What a language model added to the profile, word for word from the text; null when none was asked. */
  filled: z.object({ model: z.string(), prompt: z.string(), added: z.array(z.string()) }).nullable(),
});
export type Cv = z.infer<typeof cvSchema>;

export const cvSummarySchema = cvSchema.pick({ id: true, name: true, isActive: true, createdAt: true });

/** What the page, the assistant and HTTP callers see of a CV. */
export const cvViewSchema = cvSchema.omit({ profile: true }).extend({
  /** With what the person corrected; spans point into `text`, which has what they added at its end. */
  profile: profileSchema,
  /** Of each entry of experience, its place in what was read; corrections name it so. */
  entries: z.array(z.number().int()),
  /** How well the file could be read, for people; null when there is nothing to say. */
  qualityWords: localizedSchema.nullable(),
});
export type CvView = z.infer<typeof cvViewSchema>;

/** The person's CVs, the newest first, and the active one in full. */
export const cvsSchema = z.object({ cvs: z.array(cvSummarySchema), active: cvViewSchema.nullable() });
export type Cvs = z.infer<typeof cvsSchema>;

/** A change to corrections, as clicks and sentences say it: what is said last wins. */
export const correctionChangeSchema = z
  .strictObject({
    set: correctionsSchema.shape.values.unwrap(),
    addSkills: z.array(z.string().trim().min(1).max(120)).max(50),
    removeSkills: z.array(z.string().trim().min(1).max(120)).max(50),
    addTitles: z.array(z.string().trim().min(1).max(120)).max(20),
    removeTitles: z.array(z.string().trim().min(1).max(120)).max(20),
    addLanguages: correctionsSchema.shape.languages.unwrap().shape.added,
    removeLanguages: correctionsSchema.shape.languages.unwrap().shape.hidden,
    /** `entry` is the place of the entry in the CV as read, from 0. */
    experience: correctionsSchema.shape.experience.unwrap(),
    wishes: correctionsSchema.shape.wishes.unwrap(),
    /** Takes all corrections back first. */
    reset: z.literal(true),
  })
  .partial();
export type CorrectionChange = z.infer<typeof correctionChangeSchema>;

/** What having a model read the CV would cost, and who would read it. */
export const fillingEstimateSchema = z.object({
  model: z.string(),
  host: z.string(),
  /** A guess, both ways together. */
  tokens: z.number().int(),
  /** Nobody has agreed yet that this server may read the CV. */
  needsConsent: z.boolean(),
});
export type FillingEstimate = z.infer<typeof fillingEstimateSchema>;
