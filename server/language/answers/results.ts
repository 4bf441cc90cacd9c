/** What actions give the assistant (`forModel`), read with care: the built-in assistant writes its numbers from here. */
import { z } from 'zod';
import { localizedSchema } from '../../kernel/text.ts';
import { filterSchema } from '../../matching/filter.ts';

const number = z.number();
const counts = { total: number, unclear: number.optional(), hidden: number.optional() };

/** What failed, for a model; `say` is the same for the person who reads it, `code` what kind of failure it is. */
export const failureSchema = z.object({
  error: z.string(),
  say: localizedSchema.optional(),
  code: z.string().optional(),
});
export const changedSchema = z.object({
  ...counts,
  filter: filterSchema.optional(),
  was: number.optional(),
  relief: z.object({ criteria: z.array(z.string()), count: number }).nullish(),
  top: z
    .array(z.object({ n: number.optional(), title: z.string(), company: z.string().nullable().optional() }))
    .optional(),
  samples: z.boolean().optional(),
  needsCv: z.boolean().optional(),
  undid: z.enum(['filter', 'mark', 'follow', 'cv', 'separate', 'search', 'nothing']).optional(),
  action: z.string().nullish(),
});
/** Actions that bring their own sentence. */
export const toldSchema = z.object({ say: localizedSchema });
export const filtersSchema = z.object({ ...counts, filter: filterSchema });
export const countSchema = z.object({ ...counts, postings: number.optional() });
export const moreSchema = z.object({ shown: number, total: number });
export const jobSchema = z.object({
  n: number.nullish(),
  title: z.string(),
  company: z.string().nullish(),
  place: z.string().nullish(),
  pay: z.union([z.string(), z.object({ words: z.string() }), z.null()]).optional(),
});
export const markedSchema = z.object({
  title: z.string().nullish(),
  company: z.string().nullish(),
  count: number.optional(),
});
export const comparedSchema = z.array(
  z.object({ title: z.string(), company: z.string().nullish(), fit: z.object({ score: number.nullish() }).nullish() }),
);
export const exportedSchema = z.object({ format: z.string(), count: number, url: z.string().optional() });
export const fetchedSchema = z.object({
  sources: z.array(
    z.object({
      title: z.string(),
      added: number.nullish(),
      updated: number.nullish(),
      failed: z.boolean().optional(),
      say: localizedSchema.optional(),
    }),
  ),
  total: number.optional(),
  was: number.optional(),
});
export type Changed = z.infer<typeof changedSchema>;

/** One finished call of this turn. */
export interface Done {
  name: string;
  input: Record<string, unknown>;
  output: unknown;
}
