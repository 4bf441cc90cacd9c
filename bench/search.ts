/**
 * Search by how much of the store a filter leaves: a page, the counts, and how many of the true twenty nearest are
 * found. Beside what a naive program does with the same vectors, and what the memory of this machine allows.
 *
 * `npm run bench -- search [postings … | corpus]` (100000 without a number; TEST_DATABASE_URL for a native server)
 */
import { createReadStream, existsSync } from 'node:fs';
import { z } from 'zod';
import { digits, writeFigures } from '../evals/figures.ts';
import { createBuiltinEmbedder } from '../server/llm/builtin-embedder.ts';
import { DIMENSIONS } from '../server/llm/embedder.ts';
import type { Filter } from '../server/matching/filter.ts';
import { readImport } from '../server/postings/import-reader.ts';
import type { SourcePosting } from '../server/postings/job-posting.ts';
import type { Refusal } from '../server/postings/refusal.ts';
import { generateSamples } from '../server/postings/sample/sample-board.ts';
import { openTestPerch } from '../server/testing.ts';
import { time } from './timing.ts';

const RUNS = 60;
const NEAREST = 20;
const DEFAULT = ['100000'];
const WISHES = [
  'payments and banking',
  'caring for people',
  'warehouse night shift',
  'machine learning platform',
  'teaching children',
];

const FILTERS: Record<string, Filter> = {
  'all of it': {},
  remote: { workplace: ['remote'] },
  'remote, two weeks': { workplace: ['remote'], postedWithinDays: 14 },
  Germany: { countries: ['DE'] },
  'remote Python': { workplace: ['remote'], skills: ['Python'] },
  'five criteria': {
    workplace: ['remote'],
    countries: ['DE'],
    skills: ['Python'],
    postedWithinDays: 14,
    pay: { min: 60_000, currency: 'EUR', period: 'year' },
  },
};

async function main(values: string[]): Promise<void> {
  for (const value of values.length === 0 ? DEFAULT : values) {
    const size = Number(value);
    if (Number.isInteger(size) && size > 0) await measure(value, generate(size));
    else if (value === 'corpus' && existsSync(corpus)) await measure(value, readCorpus());
    else print(`Skipped: ${value} is no number of postings, nor a corpus that is here.`);
  }
}

async function measure(name: string, postings: AsyncIterable<SourcePosting | Refusal>): Promise<void> {
  const test = await openTestPerch();
  const { store, services, ownerId: userId } = test.perch;
  const engine = store.engine;
  try {
    const started = performance.now();
    const { added: size } = await services.ingest.importPostings(postings, { signal: AbortSignal.timeout(3_600_000) });
    const seconds = (performance.now() - started) / 1000;
    print(`${size} postings on the ${engine} store, ${Math.round(size / seconds)} a second`);

    const vectors = await readVectors(test.perch);
    const naive = await time(15, async (turn) => naiveNearest(vectors.all, await wish(turn)));
    const limit = await time(15, async () => sum(vectors.all));
    print(`naive cosine and sort over the same vectors: ${naive.cpu} ms CPU; one pass over them: ${limit.cpu} ms`);
    const rows: Record<string, object> = {};
    for (const [breadth, facets] of Object.entries(FILTERS)) {
      const filter = (turn: number): Filter => ({ ...facets, query: WISHES[turn % WISHES.length] ?? '' });
      const page = await time(
        RUNS,
        async (turn) => await services.matches.list({ userId, filter: filter(turn), offset: 0, limit: 20 }),
      );
      const counts = await time(RUNS, async (turn) => await services.matches.count({ userId, filter: filter(turn) }));
      const { total } = await services.matches.count({ userId, filter: filter(0) });
      const recall = await recallOf(test.perch, vectors, facets);
      rows[breadth] = {
        matches: total,
        page,
        pageOfNaive: digits(page.cpu / naive.cpu),
        counts,
        countsOfNaive: digits(counts.cpu / naive.cpu),
        recall,
      };
      print(
        `${breadth.padEnd(18)} ${String(total).padStart(7)} matches · page ${page.cpu} ms CPU, ${page.median}/${page.p99} ms · counts ${counts.cpu} ms CPU, ${counts.median}/${counts.p99} ms · gap ${Math.max(page.loopGap, counts.loopGap)} ms · recall ${recall}`,
      );
    }
    writeFigures(`search-${name}-${engine}`, {
      unit: 'milliseconds; page and counts as CPU of all threads, median and 99th percentile by the clock',
      naiveCosine: naive.cpu,
      onePass: limit.cpu,
      postingsASecond: Math.round(size / seconds),
      filters: rows,
    });
  } finally {
    await test.close();
  }
}

/** The recorded corpus, when it lies beside the project. */
const corpus = new URL('../../shared/data/postings/ashby.jsonl.gz', import.meta.url);

async function* generate(size: number) {
  const today = new Date('2026-11-21T00:00:00Z');
  for (const posting of generateSamples(size, today)) yield { ...posting, isSample: false, source: 'bench' };
}

function readCorpus(): AsyncIterable<SourcePosting | Refusal> {
  return readImport(createReadStream(corpus), { signal: AbortSignal.timeout(600_000), board: 'ashby' });
}

interface Vectors {
  ids: string[];
  all: Float32Array;
}

async function readVectors({ store }: Perch): Promise<Vectors> {
  const ids: string[] = [];
  const parts: Float32Array[] = [];
  const row = z.object({ posting_id: z.uuid(), meaning: z.instanceof(Uint8Array) });
  for (;;) {
    const rows = await store.asSystem(
      'search',
      async (unit) =>
        await unit.all(
          row,
          'select posting_id, meaning from posting_search where posting_id > $1 order by 1 limit 2000',
          [ids.at(-1) ?? '00000000-0000-0000-0000-000000000000'],
        ),
    );
    for (const { posting_id, meaning } of rows) {
      ids.push(posting_id);
      parts.push(atLengthOne(new Int8Array(meaning)));
    }
    if (rows.length < 2000) break;
  }
  const all = new Float32Array(ids.length * DIMENSIONS);
  for (const [index, part] of parts.entries()) all.set(part, index * DIMENSIONS);
  return { ids, all };
}

/** The vector a store keeps, at length one. */
function atLengthOne(meaning: Int8Array): Float32Array {
  const length = Math.hypot(...meaning) || 1;
  return Float32Array.from(meaning, (value) => value / length);
}

type Perch = Awaited<ReturnType<typeof openTestPerch>>['perch'];

const embedder = createBuiltinEmbedder();
const wish = async (turn: number): Promise<Float32Array> => await embedder.embed(WISHES[turn % WISHES.length] ?? '');

/** What a program does that knows no better: cosine of everything, then a sort of everything. */
function naiveNearest(all: Float32Array, query: Float32Array): number[] {
  const scored: { at: number; score: number }[] = [];
  for (let at = 0; at < all.length / DIMENSIONS; at += 1) {
    let dot = 0;
    let a = 0;
    let b = 0;
    for (let i = 0; i < DIMENSIONS; i += 1) {
      const x = all[at * DIMENSIONS + i] ?? 0;
      const y = query[i] ?? 0;
      dot += x * y;
      a += x * x;
      b += y * y;
    }
    scored.push({ at, score: dot / Math.sqrt(a * b) });
  }
  return scored
    .toSorted((x, y) => y.score - x.score)
    .slice(0, NEAREST)
    .map(({ at }) => at);
}

function sum(all: Float32Array): number {
  let total = 0;
  for (let i = 0; i < all.length; i += 1) total += all[i] ?? 0;
  return total;
}

/** The share of the true twenty nearest among those that pass that the search's own nearest have. */
async function recallOf(perch: Perch, vectors: Vectors, facets: Filter): Promise<number> {
  const place = new Map(vectors.ids.map((id, index) => [id, index]));
  const { store, search, ownerId } = perch;
  const query = { filter: facets, today: perch.clock().toISOString().slice(0, 10), showUnclear: true };
  const ids = await store.asPerson(
    ownerId,
    async (unit) => await search.page(unit, { ...query, offset: 0, limit: 2_000_000 }),
  );
  let found = 0;
  let wanted = 0;
  for (let turn = 0; turn < WISHES.length; turn += 1) {
    const meant = await wish(turn);
    const scored = ids.map((id) => ({ id, score: dotAt(vectors.all, place.get(id) ?? 0, meant) }));
    // Equal likenesses are equally right: whatever is as near as the twentieth counts.
    const ordered = scored.toSorted((a, b) => b.score - a.score);
    const least = ordered[Math.min(NEAREST, ordered.length) - 1]?.score ?? 0;
    const near = new Set(
      await store.asPerson(
        ownerId,
        async (unit) => await search.nearest(unit, query, { model: embedder.model, vector: meant }, NEAREST),
      ),
    );
    wanted += Math.min(NEAREST, ordered.length);
    found += scored.filter(({ id, score }) => near.has(id) && score >= least - 1e-6).length;
  }
  return wanted === 0 ? 1 : digits(found / wanted, 4);
}

function dotAt(all: Float32Array, at: number, query: Float32Array): number {
  let dot = 0;
  for (let i = 0; i < DIMENSIONS; i += 1) dot += (all[at * DIMENSIONS + i] ?? 0) * (query[i] ?? 0);
  return dot;
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

await main(process.argv.slice(2));
