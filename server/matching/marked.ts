/** What a person has marked, across all filters. No I/O here. */
import { z } from 'zod';
import { matchSchema } from './match.ts';

/** The marks a person looks up. */
export const LOOKED_UP = ['saved', 'hidden'] as const;
export type LookedUp = (typeof LOOKED_UP)[number];

/** Newest mark first; `matches` are the first of `total`. */
export const markedListSchema = z.object({
  mark: z.enum(LOOKED_UP),
  total: z.number().int(),
  matches: z.array(matchSchema),
});
export type MarkedList = z.infer<typeof markedListSchema>;
