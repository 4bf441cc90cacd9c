/** SQL of renewal: open postings that were read by older rules or embedded by another model, as their source gave them. */
import { z } from 'zod';
import { isoTimestamp } from '../../store/columns.ts';
import type { Unit } from '../../store/store.ts';
import { type SourcePosting, sourcePostingSchema } from '../job-posting.ts';
import { READING_VERSION } from '../reading/read-posting.ts';

const row = z.object({
  id: z.uuid(),
  posted: isoTimestamp.nullable(),
  through: isoTimestamp.nullable(),
  rest: z.unknown(),
});

/** At most `limit` of them behind the id `after`, those with the smallest ids first. */
export async function readOutdated(
  unit: Unit,
  { model, after, limit }: { model: string; after: string; limit: number },
): Promise<{ id: string; source: SourcePosting }[]> {
  const rows = await unit.all(
    row,
    `select p.id, p.date_posted as posted, p.valid_through as through, jsonb_build_object(
        'source', p.source, 'sourceId', p.source_id, 'url', p.url, 'applyUrl', p.apply_url, 'title', p.title,
        'company', p.company, 'locations', p.locations, 'department', p.department, 'description', p.description,
        'completeness', p.completeness, 'pay', p.pay, 'workplace', p.workplace, 'skills', p.skills,
        'isSample', p.is_sample, 'isRemote', p.raw->'isRemote', 'locationCountry', p.raw->'locationCountry',
        'employment', p.raw->'employment') as rest
       from posting_search s join job_posting p on p.id = s.posting_id
      where p.id > $4 and p.closed_at is null and (s.reading <> $2 or s.meaning_model is distinct from $1)
      order by p.id limit $3`,
    [model, READING_VERSION, limit, after],
  );
  const whole = z.record(z.string(), z.unknown());
  return rows.map(({ id, posted, through, rest }) => ({
    id,
    source: sourcePostingSchema.parse({ ...whole.parse(rest), datePosted: posted, validThrough: through }),
  }));
}
