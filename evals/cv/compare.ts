/** Compares a read CV with what it says: right and wanted, per field. */
import { z } from 'zod';
import type { Profile } from '../../server/cv/profile.ts';
import type { Truth } from './truth.ts';

export const lineSchema = z.object({
  name: z.string().nullable(),
  emails: z.array(z.string()),
  urls: z.array(z.string()),
  location: z.object({ city: z.string().nullable(), country: z.string().nullable() }),
  experience: z.array(
    z.object({
      title: z.string().nullable(),
      company: z.string().nullable(),
      start: z.string().nullable(),
      end: z.string().nullable(),
    }),
  ),
  education: z.array(
    z.object({ institution: z.string().nullable(), degree: z.string().nullable(), end: z.string().nullable() }),
  ),
  skills: z.array(z.string()),
});
export type Line = z.infer<typeof lineSchema>;

/** "right/wanted", and how many were read that are not wanted. */
export type Count = { right: number; wanted: number; more: number };

const same = (a: string | null, b: string | null): boolean => (a ?? '').toLowerCase() === (b ?? '').toLowerCase();

function list<Item>(wanted: readonly Item[], read: readonly Item[], isSame: (a: Item, b: Item) => boolean): Count {
  const right = wanted.filter((item) => read.some((other) => isSame(item, other))).length;
  const more = read.filter((item) => !wanted.some((other) => isSame(item, other))).length;
  return { right, wanted: wanted.length, more };
}

/** The fields of a CV against the truth. Every part of an entry has to be right for it to count. */
export function compare(truth: Truth, line: Line): Record<string, Count> {
  const one = (isRight: boolean): Count => ({ right: isRight ? 1 : 0, wanted: 1, more: 0 });
  const experience = (field: 'title' | 'company' | 'start' | 'end'): Count => {
    const right = truth.experience.filter((entry, index) =>
      same(entry[field], line.experience[index]?.[field] ?? null),
    );
    const more = Math.max(0, line.experience.length - truth.experience.length);
    return { right: right.length, wanted: truth.experience.length, more };
  };
  return {
    name: one(same(truth.name, line.name)),
    emails: list(truth.emails, line.emails, same),
    urls: list(truth.urls, line.urls, (a, b) => a.includes(b) || b.includes(a)),
    city: one(same(truth.city, line.location.city)),
    title: experience('title'),
    company: experience('company'),
    start: experience('start'),
    end: experience('end'),
    education: list(
      truth.education,
      line.education,
      (a, b) => same(a.institution, b.institution) && same(a.degree, b.degree) && same(a.end, b.end),
    ),
    skills: list(truth.skills, line.skills, same),
  };
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const spanSchema = z.object({ span: z.object({ start: z.number(), end: z.number() }), value: z.unknown() });

/**
 * Values that are nowhere in the file: those whose place does not hold their words, or whose words another reader of
 * the same file (`raw`: its text in any order) does not find.
 */
export function invented(profile: Profile, text: string, raw: string): string[] {
  const all = letters(raw);
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    else if (value !== null && typeof value === 'object') {
      const said = spanSchema.safeParse(value);
      if (!said.success) for (const part of Object.values(value)) visit(part);
      else {
        const words = text.slice(said.data.span.start, said.data.span.end);
        const isPlain =
          typeof said.data.value === 'string' && /\s|\p{L}{4}/u.test(said.data.value) && said.data.value !== 'present';
        const isHere = words !== '' && words.split(/\s+/u).every((word) => all.includes(letters(word)));
        if (!isHere || (isPlain && 'canonical' in value && letters(words) !== letters(String(said.data.value)))) {
          found.push(words);
        }
      }
    }
  };
  const { targetTitles: _roles, ...said } = profile;
  visit(said);
  return found;
}
