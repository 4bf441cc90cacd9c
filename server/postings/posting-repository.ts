/** All SQL of postings. A posting and its search row are written in one statement each, many at once. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { stableId } from '../kernel/ids.ts';
import { toStoredMeaning } from '../llm/embedder.ts';
import { count } from '../store/columns.ts';
import type { Unit } from '../store/store.ts';
import { lockOpenings, writeKeys } from './duplicates/opening-repository.ts';
import { settleOpenings } from './duplicates/settle-openings.ts';
import type { Facts, SourcePosting } from './job-posting.ts';
import { READING_VERSION } from './reading/read-posting.ts';
import { searchRow, TEXT_SEARCHED } from './search-row.ts';

/** A posting with what was read from it and what it means, null where its source forbids to embed it; ready to be written. */
export type ReadyPosting = {
  id: string;
  hash: string;
  source: SourcePosting;
  facts: Facts;
  embedding: Float32Array | null;
};
/** Stands for the model of a posting that may not be embedded. */
export const NOT_EMBEDDED = 'none';
export type WriteResult = { added: number; updated: number; unchanged: number };

/** The id that a source's posting has in every store. */
export function postingId(source: Pick<SourcePosting, 'source' | 'sourceId'>): string {
  return stableId(source.source, source.sourceId);
}

/** Changes when the posting changes, or the rules by which it is read. */
export function contentHash(source: SourcePosting): string {
  return createHash('sha256')
    .update(
      `${READING_VERSION}\n${JSON.stringify(source, Object.keys(source).toSorted().concat('min', 'max', 'currency', 'period', 'words'))}`,
    )
    .digest('base64url')
    .slice(0, 27);
}

function wideRow({ id, hash, source, facts }: ReadyPosting): object {
  return {
    id,
    source: source.source,
    source_id: source.sourceId,
    url: source.url,
    apply_url: source.applyUrl,
    title: source.title,
    company: source.company,
    locations: source.locations,
    department: source.department,
    description: source.description,
    completeness: source.completeness,
    pay: source.pay,
    workplace: source.workplace,
    skills: source.skills,
    facts,
    raw: { isRemote: source.isRemote, locationCountry: source.locationCountry, employment: source.employment },
    content_hash: hash,
    date_posted: source.datePosted,
    valid_through: source.validThrough,
    is_sample: source.isSample,
  };
}

const WRITE_WIDE = `
insert into job_posting (id, source, source_id, url, apply_url, title, company, locations, department, description, completeness,
  pay, workplace, skills, facts, raw, content_hash, date_posted, valid_through, is_sample, first_seen_at, last_seen_at, feed,
  closed_at, closed_because)
select r.*, $2::timestamptz, $2::timestamptz, $3, case when r.valid_through <= $2 then r.valid_through end,
  case when r.valid_through <= $2 then 'expired' end
from jsonb_to_recordset($1::jsonb) as r(id uuid, source text, source_id text, url text, apply_url text, title text, company text,
  locations jsonb, department text, description text, completeness text, pay jsonb, workplace text, skills jsonb, facts jsonb,
  raw jsonb, content_hash text, date_posted timestamptz, valid_through timestamptz, is_sample boolean)
on conflict (id) do update set url = excluded.url, apply_url = excluded.apply_url, title = excluded.title, company = excluded.company,
  locations = excluded.locations, department = excluded.department, description = excluded.description,
  completeness = excluded.completeness, pay = excluded.pay, workplace = excluded.workplace, skills = excluded.skills,
  facts = excluded.facts, raw = excluded.raw, content_hash = excluded.content_hash, date_posted = excluded.date_posted,
  valid_through = excluded.valid_through, is_sample = excluded.is_sample, last_seen_at = excluded.last_seen_at,
  feed = coalesce(excluded.feed, job_posting.feed), closed_at = excluded.closed_at, closed_because = excluded.closed_because`;

const WRITE_SEARCH = `
insert into posting_search (posting_id, is_open, is_sample, is_complete, source, elsewhere, facets, pay_min_year, pay_max_year,
  pay_min_eur, pay_max_eur, posted_on, words, meaning, meaning_model, reading)
select r.posting_id, p.closed_at is null, r.is_sample, r.is_complete, r.source, r.elsewhere, r.facets, r.pay_min_year, r.pay_max_year, r.pay_min_eur,
  r.pay_max_eur, (coalesce(r.posted, p.first_seen_at) at time zone 'UTC')::date,
  to_tsvector('simple', concat_ws(E'\\n', p.title, r.named, p.company, left(p.description, ${TEXT_SEARCHED}))),
  decode(r.meaning, 'base64'), r.model, $2
from jsonb_to_recordset($1::jsonb) as r(posting_id uuid, is_sample boolean, is_complete boolean, source text, elsewhere smallint,
  facets text, pay_min_year float8, pay_max_year float8, pay_min_eur float8, pay_max_eur float8, posted timestamptz,
  named text, meaning text, model text)
join job_posting p on p.id = r.posting_id
on conflict (posting_id) do update set changed_in = pg_current_xact_id(), is_open = excluded.is_open, is_sample = excluded.is_sample,
  is_complete = excluded.is_complete, source = excluded.source, elsewhere = excluded.elsewhere, facets = excluded.facets,
  pay_min_year = excluded.pay_min_year, pay_max_year = excluded.pay_max_year, pay_min_eur = excluded.pay_min_eur,
  pay_max_eur = excluded.pay_max_eur, posted_on = excluded.posted_on, words = excluded.words, meaning = excluded.meaning,
  meaning_model = excluded.meaning_model, reading = excluded.reading`;

const known = z.object({ id: z.uuid(), content_hash: z.string() });

/** The content hashes of those of these postings that are in the store; empty for one whose opening was never settled. */
export async function readHashes(unit: Unit, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await unit.all(
    known,
    `select p.id, case when p.is_sample or o.posting_id is not null then p.content_hash else '' end as content_hash
       from job_posting p left join posting_opening o on o.posting_id = p.id where p.id = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.content_hash]));
}

/** Writes postings with their search rows and settles which are one opening, all or none. The first time a posting was seen stays. */
export async function writePostings(
  unit: Unit,
  ready: readonly ReadyPosting[],
  { now, model, feed = null }: { now: Date; model: string; feed?: string | null },
): Promise<void> {
  if (ready.length === 0) return;
  await lockOpenings(unit);
  await unit.run(WRITE_WIDE, [JSON.stringify(ready.map(wideRow)), now, feed]);
  await writeSearch(unit, ready, model);
}

/** Writes what is read anew of postings that are there and open, and nothing else of them. */
export async function rewritePostings(unit: Unit, ready: readonly ReadyPosting[], model: string): Promise<void> {
  await lockOpenings(unit);
  const rows = await unit.all(
    z.object({ id: z.uuid() }),
    `update job_posting p set facts = r.facts, content_hash = r.content_hash
       from jsonb_to_recordset($1::jsonb) as r(id uuid, facts jsonb, content_hash text)
      where p.id = r.id and p.closed_at is null returning p.id`,
    [JSON.stringify(ready.map(({ id, facts, hash }) => ({ id, facts, content_hash: hash })))],
  );
  const open = new Set(rows.map(({ id }) => id));
  const still = ready.filter(({ id }) => open.has(id));
  if (still.length > 0) await writeSearch(unit, still, model);
}

async function writeSearch(unit: Unit, ready: readonly ReadyPosting[], model: string): Promise<void> {
  const rows = ready.map(({ id, source, facts, embedding }) => ({
    ...searchRow(id, source, facts),
    meaning: embedding === null ? null : Buffer.from(toStoredMeaning(embedding).buffer).toString('base64'),
    model: embedding === null ? NOT_EMBEDDED : model,
  }));
  await unit.run(WRITE_SEARCH, [JSON.stringify(rows), READING_VERSION]);
  const real = ready.filter(({ source }) => !source.isSample);
  if (real.length === 0) return;
  await writeKeys(
    unit,
    real.map(({ id, source, facts }) => ({ ...source, id, facts })),
  );
  await settleOpenings(
    unit,
    real.map(({ id }) => id),
  );
}

/** Notes that these were seen again, unchanged; one that had been closed is open again. */
export async function touchPostings(
  unit: Unit,
  ids: readonly string[],
  { now, feed = null }: { now: Date; feed?: string | null },
): Promise<void> {
  if (ids.length === 0) return;
  await lockOpenings(unit);
  const reopened = await unit.all(
    z.object({ id: z.uuid() }),
    `update job_posting set closed_at = null, closed_because = null where id = any($1::uuid[]) and closed_at is not null
        and (valid_through is null or valid_through > $2) returning id`,
    [ids, now],
  );
  await unit.run('update job_posting set last_seen_at = $2, feed = coalesce($3, feed) where id = any($1::uuid[])', [
    ids,
    now,
    feed,
  ]);
  await settleOpenings(
    unit,
    reopened.map(({ id }) => id),
    { alone: true },
  );
}

/** How many real postings and samples there are, by source. */
export async function countBySource(unit: Unit): Promise<{ source: string; postings: number; isSample: boolean }[]> {
  const row = z
    .object({ source: z.string(), postings: count, is_sample: z.boolean() })
    .transform(({ source, postings, is_sample }) => ({ source, postings, isSample: is_sample }));
  return await unit.all(
    row,
    'select source, is_sample, count(*) as postings from posting_search group by 1, 2 order by 1',
  );
}

/** Is any real posting there? */
export async function hasRealPosting(unit: Unit): Promise<boolean> {
  const row = await unit.one(
    z.object({ real: z.boolean() }),
    'select exists (select 1 from posting_search where not is_sample) as real',
  );
  return row?.real ?? false;
}
