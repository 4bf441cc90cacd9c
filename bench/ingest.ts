/**
 * Ingest: how many postings a second are read, settled with their openings and written, how much memory that takes from
 * beginning to end, and how long a page of the list takes meanwhile. Beside it the same page with nothing else going on,
 * and what writing costs a program that reads nothing and writes one row a statement.
 *
 * `npm run bench -- ingest [postings]` (100000 without a number; TEST_DATABASE_URL for a native server)
 */
import { setTimeout as wait } from 'node:timers/promises';
import { digits, writeFigures } from '../evals/figures.ts';
import type { Filter } from '../server/matching/filter.ts';
import type { SourcePosting } from '../server/postings/job-posting.ts';
import { generateSamples } from '../server/postings/sample/sample-board.ts';
import { openTestPerch } from '../server/testing.ts';

const SIZE = 100_000;
/** Boards that carry the postings: every third one is also on the second board, under another address. */
const BOARDS = ['bench', 'other'] as const;
const TODAY = new Date('2026-11-21T00:00:00Z');
const PAGE_EVERY_MS = 250;
const NAIVE_ROWS = 2000;
const FILTER: Filter = { workplace: ['remote'], query: 'payments and banking' };

type Perch = Awaited<ReturnType<typeof openTestPerch>>['perch'];
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

async function* postings(size: number): AsyncGenerator<SourcePosting> {
  let given = 0;
  for (const posting of generateSamples(size, TODAY)) {
    yield { ...posting, source: BOARDS[0], isSample: false };
    given += 1;
    if (given === size) return;
    if (given % 4 !== 0) continue;
    const url = `https://other.perch.invalid/postings/${given}`;
    yield { ...posting, source: BOARDS[1], url, title: `${posting.title} (m/w/d)`, isSample: false };
    given += 1;
    if (given === size) return;
  }
}

type Latency = { median: number; p99: number; worst: number; pages: number };

/** Asks for a page again and again until told to end; by the clock, in milliseconds. */
async function watchPages(perch: Perch, ended: AbortSignal): Promise<Latency> {
  const times: number[] = [];
  while (!ended.aborted) {
    const began = performance.now();
    await perch.services.matches.list({ userId: perch.ownerId, filter: FILTER, offset: 0, limit: 20 });
    times.push(performance.now() - began);
    await wait(PAGE_EVERY_MS);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    digits(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
  return { median: at(0.5), p99: at(0.99), worst: at(1), pages: times.length };
}

/** Rows a second of one insert a posting, without reading, meaning, openings or search. */
async function naiveRate(perch: Perch): Promise<number> {
  const began = performance.now();
  for (const posting of generateSamples(NAIVE_ROWS, TODAY)) {
    await perch.store.asSystem(
      'ingest',
      async (unit) =>
        await unit.run(
          `insert into job_posting (id, source, source_id, url, title, company, locations, description, completeness, skills,
             facts, content_hash, first_seen_at, last_seen_at) values (gen_random_uuid(), 'naive', $1, $2, $3, $4, $5::jsonb,
             $6, 'full', $7::jsonb, '{}', '', now(), now())`,
          [
            posting.sourceId,
            posting.url,
            posting.title,
            posting.company,
            JSON.stringify(posting.locations),
            posting.description,
            JSON.stringify(posting.skills),
          ],
        ),
    );
  }
  return NAIVE_ROWS / ((performance.now() - began) / 1000);
}

async function main([given]: string[]): Promise<void> {
  const size = given === undefined ? SIZE : Number(given);
  const test = await openTestPerch();
  const { perch } = test;
  try {
    const naive = await naiveRate(perch);
    await perch.store.asSystem(
      'ingest',
      async (unit) => await unit.run(`delete from job_posting where source = 'naive'`),
    );
    const ended = new AbortController();
    const watching = watchPages(perch, ended.signal);
    const memory: { postings: number; heap: number; all: number }[] = [];
    let written = 0;
    const began = performance.now();
    const report = await perch.services.ingest.importPostings(postings(size), {
      signal: AbortSignal.timeout(3_600_000),
      onRow: () => {
        written += 1;
        if (written % Math.ceil(size / 10) !== 0) return;
        const { heapUsed, rss } = process.memoryUsage();
        memory.push({ postings: written, heap: megabytes(heapUsed), all: megabytes(rss) });
        print(`${written} written, heap ${megabytes(heapUsed)} MB, process ${megabytes(rss)} MB`);
      },
    });
    const seconds = (performance.now() - began) / 1000;
    ended.abort();
    const meanwhile = await watching;
    const stop = AbortSignal.timeout(10_000);
    const idle = await watchPages(perch, stop);
    const { postings: shown } = await perch.services.matches.count({ userId: perch.ownerId, filter: {} });
    const rate = Math.round(size / seconds);
    print(`${report.added} postings, shown as ${shown} openings, on the ${perch.store.engine} store: ${rate} a second`);
    print(`one insert a posting, nothing read: ${Math.round(naive)} a second`);
    print(`a page meanwhile: ${JSON.stringify(meanwhile)} ms; with nothing else going on: ${JSON.stringify(idle)} ms`);
    writeFigures(`ingest-${size}-${perch.store.engine}`, {
      unit: 'postings a second, megabytes, milliseconds by the clock',
      postings: report.added,
      openings: shown,
      postingsASecond: rate,
      oneInsertEachNothingRead: Math.round(naive),
      memory,
      pageMeanwhile: meanwhile,
      pageAlone: idle,
    });
  } finally {
    await test.close();
  }
}

await main(process.argv.slice(2));
