/** JSON Resume, the fields Perch reads, as jsonresume.org/schema names them. What is of another shape is left out. */
import { z } from 'zod';
import { cleanLine, cleanText } from '../kernel/clean-text.ts';

const MOST_WORDS = 300;
const MOST_TEXT = 20_000;
const MOST_ENTRIES = 200;

const line = z
  .string()
  .transform((text) => cleanLine(text, MOST_WORDS))
  .optional()
  .catch(undefined);
const prose = z
  .string()
  .transform((text) => cleanText(text.slice(0, MOST_TEXT)).replace(/\s+/gu, ' ').trim())
  .optional()
  .catch(undefined);
const words = z
  .array(z.unknown())
  .catch([])
  .transform((list) =>
    list.slice(0, MOST_ENTRIES).flatMap((word) => (typeof word === 'string' ? [cleanLine(word, MOST_WORDS * 10)] : [])),
  );
/** A list whose broken entries are left out. */
const listOf = <Entry extends z.ZodType>(entry: Entry) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((list) =>
      list.slice(0, MOST_ENTRIES).flatMap((raw) => {
        const parsed = entry.safeParse(raw);
        return parsed.success ? [parsed.data] : [];
      }),
    );

export const resumeSchema = z.object({
  basics: z
    .object({
      name: line,
      label: line,
      email: line,
      phone: line,
      url: line,
      summary: prose,
      location: z.object({ city: line, region: line, countryCode: line }).catch({}),
      profiles: listOf(z.object({ network: line, username: line, url: line })),
    })
    .catch({ location: {}, profiles: [] }),
  work: listOf(
    z.object({
      name: line,
      /** Older files call the employer so. */
      company: line,
      position: line,
      location: line,
      startDate: line,
      endDate: line,
      summary: prose,
      highlights: words,
    }),
  ),
  education: listOf(
    z.object({ institution: line, area: line, studyType: line, startDate: line, endDate: line, courses: words }),
  ),
  skills: listOf(z.object({ name: line, level: line, keywords: words })),
  languages: listOf(z.object({ language: line, fluency: line })),
  projects: listOf(z.object({ name: line, description: prose, highlights: words, keywords: words })),
});
export type Resume = z.infer<typeof resumeSchema>;
