/** What a person prefers, as a value. All that is null was never chosen: the page and the environment decide then. */
import { z } from 'zod';
import { LANGUAGES } from '../kernel/text.ts';
import { PROVIDERS } from '../llm/model-settings.ts';

export const THEMES = ['system', 'light', 'dark'] as const;

const country = z.string().regex(/^[A-Z]{2}$/, 'a two-letter country code such as DE');
const modelName = z.string().trim().min(1).max(120);
const limit = z.number().int().min(0).max(1_000_000_000);

/** Calls to models and their tokens, both ways together; null is no limit. */
export const limitsSchema = z.strictObject({
  callsPerHour: limit.nullable().default(1000),
  callsPerDay: limit.nullable().default(null),
  tokensPerHour: limit.nullable().default(null),
  tokensPerDay: limit.nullable().default(null),
});
export type Limits = z.infer<typeof limitsSchema>;

export const chosenModelSchema = z.strictObject({
  provider: z.enum(PROVIDERS),
  /** Without a slash at the end; null where the provider has one address. */
  address: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullable(),
  chat: modelName,
  extraction: modelName.nullable(),
  writing: modelName.nullable(),
});
export type ChosenModel = z.infer<typeof chosenModelSchema>;

export const preferencesSchema = z.object({
  homeCountry: country.nullable().default(null),
  language: z.enum(LANGUAGES).nullable().default(null),
  theme: z.enum(THEMES).nullable().default(null),
  /** Boards that are not fetched for this person. */
  sourcesOff: z.array(z.string().min(1).max(60)).max(50).default([]),
  /** The person's own model; null leaves what the environment says. */
  model: chosenModelSchema.nullable().default(null),
  limits: limitsSchema.prefault({}),
  /** The server whose model may read the person's CV, as they agreed; null: none. */
  cvGoesTo: z.string().max(300).nullable().default(null),
  /** Whether the model's ratings stand beside the scores. */
  showsRatings: z.boolean().default(false),
  /** Whether what the person saves and hides counts a little in scores. */
  learnsFromMarks: z.boolean().default(true),
  /** Traits of postings that shall not count in it, such as "skill PHP". */
  leaningsOff: z.array(z.string().min(1).max(200)).max(200).default([]),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** As the page knows them: of a key only that there is one, and who answers with them as they stand. */
export const shownPreferencesSchema = preferencesSchema.extend({
  hasModelKey: z.boolean(),
  assistant: z.object({
    kind: z.enum(['builtin', 'model']),
    name: z.string(),
    /** The server that hears what is said; null for the built-in assistant. */
    host: z.string().nullable(),
  }),
  /** What embeds beside the built-in embedder, chosen by whoever runs Perch; null for the built-in one alone. */
  embedder: z.string().nullable(),
});
export type ShownPreferences = z.infer<typeof shownPreferencesSchema>;

const spent = z.object({ calls: z.number().int(), tokens: z.number().int(), resetsAt: z.iso.datetime() });
/** What models have cost in this hour and this day (UTC). */
export const usageSchema = z.object({ hour: spent, day: spent });
export type Usage = z.infer<typeof usageSchema>;
