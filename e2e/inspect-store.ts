/** Looks into a store that no Perch has open, past all of Perch's code. */
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { z } from 'zod';

const countsSchema = z.object({
  postings: z.coerce.number(),
  searchable: z.coerce.number(),
  by_index: z.coerce.number(),
  orphans: z.coerce.number(),
  found: z.coerce.number(),
});
export type StoreCounts = z.infer<typeof countsSchema>;

/** Counts by reading the tables themselves and by their indexes: after damage the two differ. */
const COUNT = `
  select (select count(*) from job_posting) as postings,
         (select count(*) from posting_search) as searchable,
         (select count(*) from posting_search where not exists
            (select from job_posting where job_posting.id = posting_search.posting_id)) as orphans,
         (select count(*) from job_posting where id = any($1::uuid[])) as found`;
const COUNT_BY_INDEX = `select count(*) as by_index from job_posting where id > '00000000-0000-0000-0000-000000000000'`;

type Query = (sql: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;

async function count(query: Query, ids: readonly string[]): Promise<StoreCounts> {
  await query('set enable_indexscan = off');
  await query('set enable_indexonlyscan = off');
  await query('set enable_bitmapscan = off');
  const tables = await query(COUNT, [ids]);
  await query('reset all');
  await query('set enable_seqscan = off');
  const index = await query(COUNT_BY_INDEX);
  return countsSchema.parse(Object.assign({}, tables.rows[0], index.rows[0]));
}

/** Counts what is stored, and how many of `ids` are among it. Perch must not be running on that directory. */
export async function countEmbedded(dataDirectory: string, ids: readonly string[]): Promise<StoreCounts> {
  const database = await PGlite.create({ dataDir: join(dataDirectory, 'postgres') });
  try {
    return await count(async (sql, values) => await database.query(sql, values), ids);
  } finally {
    await database.close();
  }
}

export async function countNative(url: string, ids: readonly string[]): Promise<StoreCounts> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await count(async (sql, values) => await client.query(sql, values), ids);
  } finally {
    await client.end();
  }
}
