/** All SQL that the index is made from: the search rows, those that changed, and who names which words. */
import { z } from 'zod';
import type { Unit } from '../../store/store.ts';
import type { IndexRow } from './posting-index.ts';

const elsewhere = z.union([z.literal(-1), z.literal(0), z.literal(1)]);
const searchRow = z.object({
  number: z.number().int(),
  posting_id: z.uuid(),
  is_open: z.boolean(),
  is_sample: z.boolean(),
  is_complete: z.boolean(),
  elsewhere,
  posted_day: z.number().int(),
  pay: z.array(z.number().nullable()).length(4),
  facets: z.string(),
  meaning: z.instanceof(Uint8Array).nullable(),
  meaning_model: z.string().nullable(),
});

const sinceRow = z.object({ horizon: z.string(), gone: z.array(z.number().int()) });

/** A search row; `row` is null for one that can no longer be found. */
export interface ChangedRow {
  number: number;
  row: IndexRow | null;
}

const COLUMNS = `s.number, s.posting_id, s.is_open, s.is_sample, s.is_complete, s.elsewhere, s.posted_on - date '1970-01-01' as posted_day,
  array[s.pay_min_year, s.pay_max_year, s.pay_min_eur, s.pay_max_eur] as pay, s.facets || s.also as facets, s.meaning, s.meaning_model`;

/** Up to `limit` rows after a number, in order of their numbers. */
export async function rowsAfter(unit: Unit, number: number, limit: number): Promise<ChangedRow[]> {
  const rows = await unit.all(
    searchRow,
    `select ${COLUMNS} from posting_search s where s.number > $1 order by s.number limit $2`,
    [number, limit],
  );
  return rows.map(toChanged);
}

/**
 * What transactions from `horizon` on have written and deleted, and the next horizon: every transaction before it is
 * over, so that none can commit unseen behind it.
 */
export async function rowsSince(unit: Unit, horizon: string): Promise<{ rows: ChangedRow[]; horizon: string }> {
  const found = await unit.all(
    z.union([sinceRow.extend(searchRow.shape), sinceRow]),
    `select h.horizon, h.gone, ${COLUMNS}
       from (select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
                    array(select number from posting_gone where changed_in >= $1::text::xid8) as gone) h
       left join posting_search s on s.changed_in >= $1::text::xid8`,
    [horizon],
  );
  const gone = (found[0]?.gone ?? []).map((number) => ({ number, row: null }));
  return {
    rows: [...gone, ...found.flatMap((row) => ('facets' in row ? [toChanged(row)] : []))],
    horizon: found[0]?.horizon ?? horizon,
  };
}

/** The horizon of now. */
export async function readHorizon(unit: Unit): Promise<string> {
  const row = await unit.one(
    z.object({ horizon: z.string() }),
    'select pg_snapshot_xmin(pg_current_snapshot())::text as horizon',
  );
  return row?.horizon ?? '0';
}

/** Numbers of the postings whose words hold the phrase. */
export async function numbersNaming(unit: Unit, phrase: string): Promise<number[]> {
  const row = await unit.one(
    z.object({ numbers: z.array(z.number().int()) }),
    `select coalesce(array_agg(number), '{}') as numbers from posting_search where words @@ phraseto_tsquery('simple', $1)`,
    [phrase],
  );
  return row?.numbers ?? [];
}

/** Numbers of the postings that this person has hidden. */
export async function numbersHidden(unit: Unit): Promise<number[]> {
  const row = await unit.one(
    z.object({ numbers: z.array(z.number().int()) }),
    `select coalesce(array_agg(s.number), '{}') as numbers
       from posting_mark m join posting_search s using (posting_id) where m.mark = 'hidden'`,
  );
  return row?.numbers ?? [];
}

/** What became known after a moment, ISO 8601, and when, in milliseconds; an opening is as old as its first posting. */
export async function knownSince(unit: Unit, since: string): Promise<{ number: number; knownAt: number }[]> {
  const row = await unit.one(
    z.object({ numbers: z.array(z.number().int()), times: z.array(z.number()) }),
    `select coalesce(array_agg(number), '{}') as numbers, coalesce(array_agg(known_at), '{}') as times
       from (select s.number, extract(epoch from coalesce(
                      (select min(q.first_seen_at) from posting_opening o join job_posting q on q.id = o.posting_id
                        where o.opening_id = p.id), p.first_seen_at))::float8 * 1000 as known_at
               from job_posting p join posting_search s on s.posting_id = p.id
              where p.first_seen_at > $1 and s.is_open) fresh`,
    [since],
  );
  return (row?.numbers ?? []).map((number, place) => ({ number, knownAt: row?.times[place] ?? 0 }));
}

function toChanged(row: z.output<typeof searchRow>): ChangedRow {
  const [minYear = null, maxYear = null, minEur = null, maxEur = null] = row.pay;
  if (!row.is_open) return { number: row.number, row: null };
  return {
    number: row.number,
    row: {
      number: row.number,
      id: row.posting_id,
      isSample: row.is_sample,
      isComplete: row.is_complete,
      elsewhere: row.elsewhere,
      postedOn: row.posted_day,
      pay: { minYear, maxYear, minEur, maxEur },
      facets: row.facets.split('\n'),
      meaning: row.meaning === null ? null : new Int8Array(row.meaning),
      model: row.meaning_model,
    },
  };
}
