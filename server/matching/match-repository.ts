/** All SQL of the list: which postings pass, in what order, how many are hidden and by what. */
import { z } from 'zod';
import { evidenceSchema, factsSchema } from '../postings/job-posting.ts';
import { count, isoTimestamp } from '../store/columns.ts';
import type { Unit } from '../store/store.ts';
import { createSqlValues, type SqlValues } from './criteria/criterion.ts';
import { setCriteria } from './criteria/index.ts';
import type { Filter } from './filter.ts';
import type { Counts } from './match.ts';

export interface ListQuery {
  filter: Filter;
  /** YYYY-MM-DD. */
  today: string;
  showUnclear: boolean;
}

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
  is_sample: z.boolean(),
  mark: z.enum(['seen', 'saved', 'hidden', 'applied']).nullable(),
});
export type WideRow = z.output<typeof wideRow>;

/** Samples answer only while there is nothing real. */
const ANSWERING = 's.is_sample = not exists (select 1 from posting_search r where not r.is_sample)';

/** What the relevance of a posting is measured by: the words of the wish, any of them. */
function rankWords(filter: Filter): string[] {
  return [filter.query, ...(filter.titles ?? []), ...(filter.skills ?? []), ...(filter.anySkills ?? [])].filter(
    (words) => words !== undefined,
  );
}

/** Relevance in steps of a hundredth, so that postings of equal standing are told apart by what is sure and newer. */
function rankSql(filter: Filter, values: SqlValues): string {
  const queries = rankWords(filter).map((words) => `plainto_tsquery('simple', ${values.add(words)})`);
  if (queries.length === 0) return '0';
  return `round(ts_rank(s.words, ${queries.join(' || ')})::numeric, 2)`;
}

/** Sure ones before unclear ones of equal rank; the id last, so that the order is total and pages neither skip nor repeat. */
function orderSql(filter: Filter): string {
  if (filter.sort === 'newest') return 'posted_on desc, rank desc, unclear, posting_id';
  if (filter.sort === 'pay')
    return 'coalesce(pay_max_eur, pay_min_eur) desc nulls last, rank desc, unclear, posting_id';
  return 'rank desc, unclear, posted_on desc, posting_id';
}

function judgedSql(
  query: ListQuery,
  values: SqlValues,
): { sql: string; keys: Counts['hiddenBy'][number]['criterion'][] } {
  const set = setCriteria(query.filter);
  const columns = set.map(
    (criterion, index) => `(${criterion.sql(query.filter, values, query.today)})::smallint as v${index}`,
  );
  const sql = `select s.posting_id, s.posted_on, s.pay_min_eur, s.pay_max_eur, coalesce(m.mark = 'hidden', false) as by_person,
      ${rankSql(query.filter, values)} as rank${columns.map((column) => `, ${column}`).join('')}
    from posting_search s left join posting_mark m on m.posting_id = s.posting_id
    where ${ANSWERING}`;
  return { sql, keys: set.map(({ key }) => key) };
}

const verdictSums = (keys: readonly unknown[]): { failed: string; open: string } => ({
  failed: keys.map((_, index) => `(v${index} = -1)::int`).join(' + ') || '0',
  open: keys.map((_, index) => `(v${index} = 0)::int`).join(' + ') || '0',
});

/** Ids of the matches in order. */
export async function pageIds(unit: Unit, query: ListQuery & { offset: number; limit: number }): Promise<string[]> {
  const values = createSqlValues();
  const judged = judgedSql(query, values);
  const { failed, open } = verdictSums(judged.keys);
  const rows = await unit.all(
    z.object({ posting_id: z.uuid() }),
    `with judged as (${judged.sql})
     select posting_id from (select *, (${open}) > 0 as unclear from judged where (${failed}) = 0 and not by_person) passed
     where ${query.showUnclear ? 'true' : 'not unclear'}
     order by ${orderSql(query.filter)} limit ${values.add(query.limit)} offset ${values.add(query.offset)}`,
    values.list,
  );
  return rows.map(({ posting_id }) => posting_id);
}

/** All counts in one pass. */
export async function countMatches(unit: Unit, query: ListQuery): Promise<Omit<Counts, 'revision'>> {
  const values = createSqlValues();
  const judged = judgedSql(query, values);
  const { failed, open } = verdictSums(judged.keys);
  const hiddenBy = judged.keys.map(
    (_, index) => `count(*) filter (where failed = 1 and v${index} = -1 and not by_person)`,
  );
  const row = await unit.one(
    z.object({
      postings: count,
      passed: count,
      unclear: count,
      several: count,
      by_person: count,
      samples: z.boolean(),
      hidden_by: z.array(count),
    }),
    `with judged as (${judged.sql}), summed as (select *, ${failed} as failed, ${open} as open from judged)
     select count(*) as postings,
       count(*) filter (where failed = 0 and not by_person) as passed,
       count(*) filter (where failed = 0 and open > 0 and not by_person) as unclear,
       count(*) filter (where failed > 1 and not by_person) as several,
       count(*) filter (where failed = 0 and by_person) as by_person,
       not exists (select 1 from posting_search r where not r.is_sample) as samples,
       array[${hiddenBy.join(', ')}]::int[] as hidden_by
     from summed`,
    values.list,
  );
  if (row === null) throw new Error('an aggregate without a row');
  const by = judged.keys.map((criterion, index) => ({ criterion, count: row.hidden_by[index] ?? 0 }));
  return {
    postings: row.postings,
    total: query.showUnclear ? row.passed : row.passed - row.unclear,
    unclear: row.unclear,
    hidden: by.reduce((sum, entry) => sum + entry.count, 0) + row.several,
    hiddenBy: by.filter((entry) => entry.count > 0),
    hiddenBySeveral: row.several,
    hiddenByPerson: row.by_person,
    samples: row.samples,
  };
}

/** The wide rows of these ids, in their order; ids that are gone are left out. */
export async function wideRows(unit: Unit, ids: readonly string[]): Promise<WideRow[]> {
  return await unit.all(
    wideRow,
    `select p.id, p.source, p.url, p.apply_url, p.title, p.company, p.locations, p.department, p.description, p.completeness,
            p.facts, p.date_posted, p.valid_through, p.first_seen_at, p.is_sample, m.mark
       from unnest($1::uuid[]) with ordinality wanted(id, place)
       join job_posting p on p.id = wanted.id left join posting_mark m on m.posting_id = p.id
      order by wanted.place`,
    [[...ids]],
  );
}
