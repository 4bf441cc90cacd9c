/** What the page shows of a source: its state, one honest line, how many postings. Pure. */
import { z } from 'zod';
import { localizedSchema } from '../kernel/text.ts';

export const sourceStateSchema = z.object({
  source: z.string(),
  title: z.string(),
  state: z.enum(['never', 'running', 'done', 'failed']),
  line: localizedSchema,
  postings: z.number().int(),
  endedAt: z.iso.datetime().nullable(),
  /** An employer's own board, which this person follows. */
  isFollowed: z.boolean(),
});
export type SourceState = z.infer<typeof sourceStateSchema>;
