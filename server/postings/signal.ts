/** A reason to look at a posting twice, with its evidence. */
import { z } from 'zod';

const SIGNALS = ['old', 'reposted', 'pay-too-good', 'asks-money', 'free-mail'] as const;
export const signalSchema = z.object({
  kind: z.enum(SIGNALS),
  /** Days for `old`, earlier advertisements for `reposted`, else null. */
  count: z.number().int().nullable(),
  /** The posting's own words, or the day of the first advertisement. */
  evidence: z.array(z.string()),
});
export type Signal = z.infer<typeof signalSchema>;
