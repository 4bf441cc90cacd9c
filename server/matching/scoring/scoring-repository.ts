/** The rows that scores are made of. */
import { z } from 'zod';
import { factsSchema } from '../../postings/job-posting.ts';
import { isoTimestamp } from '../../store/columns.ts';
import type { Unit } from '../../store/store.ts';
import type { ScoredPosting } from './requirements.ts';

const versionRow = z
  .object({ id: z.uuid(), revision: z.number(), user_id: z.uuid(), home_country: z.string().nullable() })
  .transform((row) => ({ id: row.id, revision: row.revision, userId: row.user_id, homeCountry: row.home_country }));

/** Whose CV counts now, and which state of it; null without one. */
export async function activeVersion(unit: Unit): Promise<z.output<typeof versionRow> | null> {
  return await unit.one(
    versionRow,
    `select c.id, c.revision, c.user_id, p.preferences ->> 'homeCountry' as home_country
     from cv c left join person_preference p on p.user_id = c.user_id where c.is_active`,
  );
}

const scoredRow = z
  .object({
    id: z.uuid(),
    title: z.string(),
    description: z.string(),
    completeness: z.enum(['full', 'snippet', 'none']),
    facts: factsSchema,
    date_posted: isoTimestamp.nullable(),
    first_seen_at: isoTimestamp,
    valid_through: isoTimestamp.nullable(),
  })
  .transform(({ date_posted, first_seen_at, valid_through, ...row }): ScoredPosting & { id: string } => ({
    ...row,
    postedOn: (date_posted ?? first_seen_at).slice(0, 10),
    validThrough: valid_through,
  }));

/** What is scored of these postings; ids that are gone are left out. */
export async function scoredRows(unit: Unit, ids: readonly string[]): Promise<(ScoredPosting & { id: string })[]> {
  return await unit.all(
    scoredRow,
    `select id, title, description, completeness, facts, date_posted, first_seen_at, valid_through
       from job_posting where id = any ($1::uuid[])`,
    [[...ids]],
  );
}
