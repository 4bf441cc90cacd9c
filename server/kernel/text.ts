/** Text in the three languages of the interface. */
import { z } from 'zod';

export const LANGUAGES = ['en', 'de', 'uk'] as const;
export type Language = (typeof LANGUAGES)[number];
export const localizedSchema = z.object({ en: z.string(), de: z.string(), uk: z.string() });
export type Localized = z.infer<typeof localizedSchema>;
