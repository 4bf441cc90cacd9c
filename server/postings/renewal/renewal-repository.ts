/** SQL of renewal: open postings that were read by older rules or embedded by another model, as their source gave them. */
import { z } from 'zod';
import { toStoredMeaning } from '../../llm/embedder.ts';
import { isoTimestamp } from '../../store/columns.ts';
import type { Unit } from '../../store/store.ts';
import { type SourcePosting, sourcePostingSchema } from '../job-posting.ts';
import { NOT_EMBEDDED } from '../posting-repository.ts';
import { READING_VERSION } from '../reading/read-posting.ts';

const row = z.object({
  id: z.uuid(),
  posted: isoTimestamp.nullable(),
  through: isoTimestamp.nullable(),
  may_embed: z.boolean(),
  rest: z.unknown(),
});

/** `mayEmbed`: its source's terms allow it. */
type Found = { id: string; source: SourcePosting; mayEmbed: boolean }[];
type Range = { after: string; limit: number };

/** At most `limit` of them behind the id `after`, those with the smallest ids first; vectors of any of `models` are fine. */
export async function readOutdated(
  unit: Unit,
  { models, ...range }: Range & { models: readonly string[] },
): Promise<Found> {
  return await read(unit, '(s.reading <> $3 or s.meaning_model is null or s.meaning_model <> all($4))', range, [
    READING_VERSION,
    [...models, NOT_EMBEDDED],
  ]);
}

/** Postings read by today's rules whose vectors another model made. */
export async function readEmbeddedByOthers(unit: Unit, { model, ...range }: Range & { model: string }): Promise<Found> {
  return await read(unit, 's.reading = $3 and (s.meaning_model is null or s.meaning_model <> all($4))', range, [
    READING_VERSION,
    [model, NOT_EMBEDDED],
  ]);
}

/** Replaces the vectors of these postings and nothing else of them. */
export async function writeMeanings(
  unit: Unit,
  meanings: readonly { id: string; vector: Float32Array }[],
  model: string,
): Promise<void> {
  const rows = meanings.map(({ id, vector }) => ({
    id,
    meaning: Buffer.from(toStoredMeaning(vector).buffer).toString('base64'),
  }));
  await unit.run(
    `update posting_search s set meaning = decode(r.meaning, 'base64'), meaning_model = $2,
            changed_in = pg_current_xact_id()
       from jsonb_to_recordset($1::jsonb) as r(id uuid, meaning text) join job_posting p using (id)
      where s.posting_id = r.id and p.closed_at is null`,
    [JSON.stringify(rows), model],
  );
}

async function read(unit: Unit, condition: string, { after, limit }: Range, values: unknown[]): Promise<Found> {
  const rows = await unit.all(
    row,
    `select p.id, p.date_posted as posted, p.valid_through as through,
        s.meaning_model is distinct from '${NOT_EMBEDDED}' as may_embed, jsonb_build_object(
        'source', p.source, 'sourceId', p.source_id, 'url', p.url, 'applyUrl', p.apply_url, 'title', p.title,
        'company', p.company, 'locations', p.locations, 'department', p.department, 'description', p.description,
        'completeness', p.completeness, 'pay', p.pay, 'workplace', p.workplace, 'skills', p.skills,
        'isSample', p.is_sample, 'isRemote', p.raw->'isRemote', 'locationCountry', p.raw->'locationCountry',
        'employment', p.raw->'employment') as rest
       from posting_search s join job_posting p on p.id = s.posting_id
      where p.id > $1 and p.closed_at is null and ${condition}
      order by p.id limit $2`,
    [after, limit, ...values],
  );
  const whole = z.record(z.string(), z.unknown());
  return rows.map(({ id, posted, through, may_embed, rest }) => ({
    id,
    mayEmbed: may_embed,
    source: sourcePostingSchema.parse({ ...whole.parse(rest), datePosted: posted, validThrough: through }),
  }));
}
