/**
 * A saved search: a filter that the person comes back to, and how often they want to be told of new matches. No I/O
 * here.
 */
import { z } from 'zod';
import { filterSchema } from '../matching/filter.ts';
import { isoTimestamp } from '../store/columns.ts';

export const FREQUENCIES = ['daily', 'weekly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export const savedSearchSchema = z.object({
  id: z.uuid(),
  /** As the person calls it; null: by the words of its filter. */
  name: z.string().nullable(),
  filter: filterSchema,
  showUnclear: z.boolean(),
  frequency: z.enum(FREQUENCIES),
  savedAt: isoTimestamp,
  /** When the person last opened it, or saved it. */
  seenAt: isoTimestamp,
});
export type SavedSearch = z.output<typeof savedSearchSchema>;

/** A saved search as it stands now. */
export const searchLineSchema = savedSearchSchema.extend({
  /** Matches that became known since `seenAt`. */
  newMatches: z.number().int(),
  /** There are new ones, and its day or week is over: the page says so. */
  hasNews: z.boolean(),
});
export type SearchLine = z.output<typeof searchLineSchema>;

/** The one saved last stands first. */
export const searchListSchema = z.object({ searches: z.array(searchLineSchema) });
export type SearchList = z.output<typeof searchListSchema>;

const DAY_MS = 24 * 60 * 60 * 1000;
const QUIET_MS: Readonly<Record<Frequency, number>> = { daily: DAY_MS, weekly: 7 * DAY_MS };

/** A daily search is quiet for a day after it was opened, a weekly one for a week. */
export function isQuiet({ frequency, seenAt }: Pick<SavedSearch, 'frequency' | 'seenAt'>, now: Date): boolean {
  return now.getTime() - Date.parse(seenAt) < QUIET_MS[frequency];
}
