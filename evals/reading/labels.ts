/**
 * Labels of real postings, written by people who read the texts and saw no output of the program. A line holds the
 * posting's id and what is right; the texts themselves lie in the corpus beside the project.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { EMPLOYMENTS, PAY_PERIODS, SENIORITIES, WORKPLACES } from '../../server/postings/job-posting.ts';

const answer = z.enum(['yes', 'no', 'unclear']);
const paySchema = z
  .object({
    min: z.number().nullable(),
    max: z.number().nullable(),
    currency: z.string().nullable(),
    period: z.enum(PAY_PERIODS).nullable(),
  })
  .nullable();
/** `null` and an absent list mean "not said". */
const list = <T extends z.ZodType<string>>(member: T) =>
  z
    .array(member)
    .nullish()
    .transform((values) => values ?? []);

const labelSchema = z.object({
  id: z.string(),
  workplace: z.enum(WORKPLACES).nullable(),
  eligible: z.record(z.string(), answer),
  countries: z.array(z.string()),
  cities: z.array(z.string()),
  pay: paySchema,
  /** Further readings that count as right. */
  payAlso: z.array(paySchema).prefault([]),
  employment: list(z.enum(EMPLOYMENTS)),
  seniority: list(z.enum(SENIORITIES)),
  languages: list(z.string()),
  visa: z.boolean().nullable(),
  skillsAsked: list(z.string()),
  skillsNice: list(z.string()),
});
export type Label = z.output<typeof labelSchema>;
export type LabelledPay = z.output<typeof paySchema>;

const folder = new URL('./', import.meta.url);

/** The numbers of the parts that are there, in order. */
export function partsThere(): number[] {
  return readdirSync(folder)
    .flatMap((file) => /^labels-(\d+)\.jsonl$/u.exec(file)?.[1] ?? [])
    .map(Number)
    .toSorted((left, right) => left - right);
}

/** The labels of one part. Throws when a line is no label. */
export function readLabels(part: number): Label[] {
  return readFileSync(new URL(`labels-${part}.jsonl`, folder), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => labelSchema.parse(JSON.parse(line)));
}
