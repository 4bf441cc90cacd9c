/** The rows that scores are made of. */
import { z } from 'zod';
import { factsSchema } from '../../postings/job-posting.ts';
import { isoTimestamp } from '../../store/columns.ts';
import type { Unit } from '../../store/store.ts';
import type { ScoredPosting } from './requirements.ts';

const versionRow = z
  .object({
    id: z.uuid(),
    revision: z.number(),
    user_id: z.uuid(),
    home_country: z.string().nullable(),
    marks: z.string(),
    learns: z.boolean(),
    leanings_off: z.array(z.string()),
  })
  .transform((row) => ({
    id: row.id,
    revision: row.revision,
    userId: row.user_id,
    homeCountry: row.home_country,
    marks: row.marks,
    learns: row.learns,
    leaningsOff: row.leanings_off,
  }));

/** Whose CV counts now, and which state of it, of their saves and hides (`marks`), and of what they prefer; null without one. */
export async function activeVersion(unit: Unit): Promise<z.output<typeof versionRow> | null> {
  return await unit.one(
    versionRow,
    `select c.id, c.revision, c.user_id, p.preferences ->> 'homeCountry' as home_country,
            (select count(*) || ' ' || coalesce(max(marked_at)::text, '') from posting_mark
              where user_id = c.user_id and mark in ('saved', 'applied', 'hidden')) as marks,
            coalesce((p.preferences ->> 'learnsFromMarks')::boolean, true) as learns,
            coalesce(p.preferences -> 'leaningsOff', '[]') as leanings_off
     from cv c left join person_preference p on p.user_id = c.user_id where c.is_active`,
  );
}

const markedRow = z
  .object({ is_saved: z.boolean(), company: z.string().nullable(), facts: factsSchema })
  .transform(({ is_saved, ...row }) => ({ ...row, isSaved: is_saved }));
/** What was marked long ago says little of what is wanted now. */
const MOST_MARKED = 100;

/** What the person of this unit saved and hid last. */
export async function markedPostings(unit: Unit): Promise<z.output<typeof markedRow>[]> {
  return await unit.all(
    markedRow,
    `select m.mark <> 'hidden' as is_saved, p.company, p.facts
       from posting_mark m join job_posting p on p.id = m.posting_id
      where m.mark in ('saved', 'applied', 'hidden') order by m.marked_at desc limit ${MOST_MARKED}`,
  );
}

const scoredRow = z
  .object({
    id: z.uuid(),
    source: z.string(),
    title: z.string(),
    company: z.string().nullable(),
    description: z.string(),
    completeness: z.enum(['full', 'snippet', 'none']),
    facts: factsSchema,
    date_posted: isoTimestamp.nullable(),
    first_seen_at: isoTimestamp,
    valid_through: isoTimestamp.nullable(),
  })
  .transform(
    ({ date_posted, first_seen_at, valid_through, ...row }): ScoredPosting & { id: string; source: string } => ({
      ...row,
      postedOn: (date_posted ?? first_seen_at).slice(0, 10),
      validThrough: valid_through,
    }),
  );

/** What is scored of these postings; ids that are gone are left out. */
export async function scoredRows(
  unit: Unit,
  ids: readonly string[],
): Promise<(ScoredPosting & { id: string; source: string })[]> {
  return await unit.all(
    scoredRow,
    `select id, source, title, company, description, completeness, facts, date_posted, first_seen_at, valid_through
       from job_posting where id = any ($1::uuid[])`,
    [[...ids]],
  );
}
