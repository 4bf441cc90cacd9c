/** The scorer of dialogues that lies beside this repository, with what it returns; null when it is not there. */
import { existsSync } from 'node:fs';
import { z } from 'zod';

const bucketSchema = z.object({
  n: z.number(),
  exact: z.number(),
  tp: z.number(),
  fp: z.number(),
  fn: z.number(),
  tools: z.number(),
});
const reportSchema = z.object({
  all: bucketSchema,
  lang: z.record(z.string(), bucketSchema),
  tag: z.record(z.string(), bucketSchema),
  keep: z.tuple([z.number(), z.number()]),
  args: z.tuple([z.number(), z.number()]),
});
export type Bucket = z.infer<typeof bucketSchema>;
export type Report = z.infer<typeof reportSchema>;

/** What a scorer compares: filters and tools by dialogue and turn. */
export interface Scored {
  id: string;
  turn: number;
  filter: object;
  tools: readonly { name: string; args: object }[];
}

const moduleSchema = z.object({
  evaluate: z.custom<(gold: unknown, predictions: readonly Scored[]) => unknown>(
    (value) => typeof value === 'function',
  ),
});

/** Loads the scorer. Throws when it is there and is none. */
export async function loadScorer(): Promise<((gold: unknown, predictions: readonly Scored[]) => Report) | null> {
  const file = new URL('../../../shared/bin/score-understanding.mjs', import.meta.url);
  if (!existsSync(file)) return null;
  const { evaluate } = moduleSchema.parse({ ...(await import(file.href)) });
  return (gold, predictions) => reportSchema.parse(evaluate(gold, predictions));
}

/** F1 over single values of fields. */
export function f1({ tp, fp, fn }: Bucket): number {
  return tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn);
}
