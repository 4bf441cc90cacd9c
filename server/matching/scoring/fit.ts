/**
 * What a CV and a posting have to do with each other: requirements with a verdict and quotes from both, and the score
 * computed from them. Types and schemas; pure.
 */
import { z } from 'zod';

/** What can be asked of a person. `permit`: a clearance, a licence, a citizenship. */
export const REQUIREMENT_KINDS = [
  'skill',
  'years',
  'education',
  'language',
  'permit',
  'place',
  'visa',
  'pay',
  'employment',
  'workplace',
] as const;
export type RequirementKind = (typeof REQUIREMENT_KINDS)[number];

/** `unknown`: one of the two says nothing of it. It neither adds nor takes points; it lowers the confidence. */
export const FIT_VERDICTS = ['met', 'partly', 'missing', 'unknown'] as const;
export type FitVerdict = (typeof FIT_VERDICTS)[number];

export const assessedSchema = z.object({
  kind: z.enum(REQUIREMENT_KINDS),
  /** A skill's name, years, `bachelor`, a language or country code, the posting's words. */
  value: z.string(),
  necessity: z.enum(['must', 'should']),
  verdict: z.enum(FIT_VERDICTS),
  /** True: without this nobody is taken, whatever else fits; the score has a ceiling. */
  isStop: z.boolean(),
  /** The posting's own words; null when its structured fields say it. */
  posting: z.string().nullable(),
  /** The CV's own words; null when there are none. */
  cv: z.string().nullable(),
});

export const PARTS = ['requirements', 'title', 'seniority', 'conditions', 'freshness'] as const;

/** A part of a score: 0 to 1, null when nothing is known of it; `weight` is its share among those that are known. */
const partSchema = z.object({ part: z.enum(PARTS), value: z.number().nullable(), weight: z.number() });
export type FitPart = z.infer<typeof partSchema>;

const ofTen = z.number().min(0).max(10).nullable();
/** How a freelance project suits, from 0 to 10; null: not stated. */
const marketplaceSchema = z.object({
  skill: ofTen,
  budget: ofTen,
  complexity: ofTen,
  clientRating: z.number().nullable(),
  /** Of those that are known. */
  mean: ofTen,
  recommendation: z.enum(['yes', 'maybe', 'no']),
});
export type Marketplace = z.infer<typeof marketplaceSchema>;

/** Traits of postings that saves and hides are learnt from. */
const TRAITS = ['role', 'skill', 'company', 'workplace', 'seniority'] as const;
const traitSchema = z.object({ key: z.string(), kind: z.enum(TRAITS), value: z.string(), points: z.number().int() });
export type Trait = z.infer<typeof traitSchema>;

/** What the person's saves and hides add to a score or take from it; each reason can be taken away. */
const leaningSchema = z.object({ points: z.number().int(), because: z.array(traitSchema) });
export type Leaning = z.infer<typeof leaningSchema>;

/** What a card shows. */
export const scoreSchema = z.object({
  /** 0 to 100. */
  value: z.number().int(),
  /** How much the posting and the CV say about each other, 0 to 1. */
  confidence: z.number(),
  /** Version of the rules. */
  version: z.number().int(),
  met: z.number().int(),
  partly: z.number().int(),
  missing: z.number().int(),
  unknown: z.number().int(),
  /** The hard stops, worst first. */
  stops: z.array(z.enum(REQUIREMENT_KINDS)),
  /** In `value` already; null: none. */
  leaning: leaningSchema.nullable(),
});
export type Score = z.infer<typeof scoreSchema>;

/** Why: every requirement, and the parts. */
export const fitSchema = scoreSchema.extend({
  requirements: z.array(assessedSchema),
  parts: z.array(partSchema),
  /** Null for employment. */
  marketplace: marketplaceSchema.nullable(),
  /** The one missing requirement that would add most, and the score with it; null when nothing is missing. */
  gain: z.object({ kind: z.enum(REQUIREMENT_KINDS), value: z.string(), score: z.number().int() }).nullable(),
});
export type Fit = z.infer<typeof fitSchema>;

/**
 * Why words of a language model did not count: it answered something else than was asked, quoted what the CV or the
 * posting does not say, or judged what nobody asked about.
 */
export const REFUSALS = ['no_verdicts', 'cv_quote', 'posting_quote', 'not_asked'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** The score with a language model's verdicts in place of the rules' own, where its quotes stand in both texts. */
export const ratingSchema = z.object({
  model: z.string(),
  ratedAt: z.iso.datetime(),
  refused: z.array(z.enum(REFUSALS)),
  /** Null when nothing of the answer could be kept. */
  fit: fitSchema.nullable(),
});
export type Rating = z.infer<typeof ratingSchema>;

/** What rating postings with a model would cost, and who would read the CV. */
export const ratingEstimateSchema = z.object({
  model: z.string(),
  host: z.string(),
  /** Postings looked at, and how many of them have a rating already. */
  postings: z.number().int(),
  known: z.number().int(),
  calls: z.number().int(),
  /** A guess, both ways together. */
  tokens: z.number().int(),
  /** Nobody has agreed yet that this server may read the CV. */
  needsConsent: z.boolean(),
});
export type RatingEstimate = z.infer<typeof ratingEstimateSchema>;
