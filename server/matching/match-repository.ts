/** The rows that cards and details are made of. */
import { z } from 'zod';
import { evidenceSchema, factsSchema } from '../postings/job-posting.ts';
import { isoTimestamp } from '../store/columns.ts';
import { linkSchema } from './match.ts';
import type { Unit } from '../store/store.ts';

const wideRow = z.object({
  id: z.uuid(),
  source: z.string(),
  url: z.string(),
  apply_url: z.string().nullable(),
  title: z.string(),
  company: z.string().nullable(),
  locations: z.array(z.string()),
  department: z.string().nullable(),
  description: z.string(),
  completeness: z.enum(['full', 'snippet', 'none']),
  facts: factsSchema.extend({ evidence: z.record(z.string(), z.array(evidenceSchema)) }),
  date_posted: isoTimestamp.nullable(),
  valid_through: isoTimestamp.nullable(),
  first_seen_at: isoTimestamp,
  last_seen_at: isoTimestamp,
  closed_at: isoTimestamp.nullable(),
  links: z.array(linkSchema),
  is_sample: z.boolean(),
  mark: z.enum(['seen', 'saved', 'hidden', 'applied']).nullable(),
});
export type WideRow = z.output<typeof wideRow>;

/** The wide rows of these ids, in their order; ids that are gone are left out. */
export async function wideRows(unit: Unit, ids: readonly string[]): Promise<WideRow[]> {
  return await unit.all(
    wideRow,
    `select p.id, p.source, p.url, p.apply_url, p.title, p.company, p.locations, p.department, p.description, p.completeness,
            p.facts, p.date_posted, p.valid_through, p.first_seen_at, p.last_seen_at, p.closed_at, p.is_sample, m.mark,
            coalesce((select jsonb_agg(jsonb_build_object('id', q.id, 'source', q.source, 'url', q.url, 'because', o.because,
                        'isClosed', q.closed_at is not null) order by q.source, q.id)
               from posting_opening o join job_posting q on q.id = o.posting_id
              where o.opening_id = p.id and o.posting_id <> p.id), '[]') as links
       from unnest($1::uuid[]) with ordinality wanted(id, place)
       join job_posting p on p.id = wanted.id left join posting_mark m on m.posting_id = p.id
      order by wanted.place`,
    [[...ids]],
  );
}
