/**
 * `npm run eval -- same-store`: the recorded corpus imported twice, and once shuffled into another store. Whatever the
 * order, the stores have to be equal in everything but times and numbers given on arrival.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readImport } from '../server/postings/import-reader.ts';
import type { SourcePosting } from '../server/postings/job-posting.ts';
import { isRefusal } from '../server/postings/refusal.ts';
import { openTestPerch } from '../server/testing.ts';
import { writeFigures } from './figures.ts';

const CORPUS = fileURLToPath(new URL('../../shared/data/postings/ashby.jsonl.gz', import.meta.url));
const AT_ONCE = 500;
type Perch = Awaited<ReturnType<typeof openTestPerch>>['perch'];
const print = (words: string): boolean => process.stdout.write(`${words}\n`);

/** A digest of every posting with its search row and its opening, by id. */
async function contents({ store }: Perch): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const row = z.object({ id: z.uuid(), digest: z.string() });
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await store.asSystem(
      'sources',
      async (unit) =>
        await unit.all(
          row,
          `select p.id, md5((to_jsonb(p) - 'last_seen_at' - 'first_seen_at')::text || to_jsonb(o)::text
                  || (to_jsonb(s) - 'number' - 'changed_in')::text) as digest
             from job_posting p join posting_search s on s.posting_id = p.id join posting_opening o on o.posting_id = p.id
            where p.id > $1 order by p.id limit ${AT_ONCE}`,
          [after],
        ),
    );
    for (const { id, digest } of rows) found.set(id, digest);
    if (rows.length < AT_ONCE) return found;
    after = rows.at(-1)?.id ?? after;
  }
}

async function bring({ services }: Perch, postings: readonly SourcePosting[]) {
  async function* stream() {
    yield* postings;
  }
  return await services.ingest.importPostings(stream(), { signal: AbortSignal.timeout(3_600_000) });
}

function different(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): number {
  return [...new Set([...a.keys(), ...b.keys()])].filter((id) => a.get(id) !== b.get(id)).length;
}

async function main(): Promise<void> {
  if (!existsSync(CORPUS)) {
    print('Skipped: the corpus of postings is not here.');
    return;
  }
  const postings: SourcePosting[] = [];
  for await (const row of readImport(CORPUS, { signal: AbortSignal.timeout(300_000) }))
    if (!isRefusal(row)) postings.push(row);
  const [one, two] = [await openTestPerch(), await openTestPerch()];
  try {
    const first = await bring(one.perch, postings);
    const once = await contents(one.perch);
    const second = await bring(one.perch, postings);
    const twice = await contents(one.perch);
    // By the tail of the id, which says nothing about the order that they came in.
    const mixed = postings.toSorted((a, b) => a.sourceId.slice(-9).localeCompare(b.sourceId.slice(-9)));
    await bring(two.perch, mixed);
    const shuffled = await contents(two.perch);
    const figures = {
      postings: postings.length,
      stored: once.size,
      addedTheSecondTime: second.added + second.updated,
      differentAfterTwice: different(once, twice),
      differentWhenShuffled: different(once, shuffled),
    };
    print(`${first.added} added, then ${second.added} added and ${second.updated} changed by the same again`);
    print(
      `rows that differ after twice: ${figures.differentAfterTwice}; when shuffled: ${figures.differentWhenShuffled}`,
    );
    writeFigures('same-store', figures);
  } finally {
    await one.close();
    await two.close();
  }
}

await main();
