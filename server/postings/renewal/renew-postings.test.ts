/** What better rules and another embedder do to postings that are there already. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { createBuiltinEmbedder } from '../../llm/builtin-embedder.ts';
import { DIMENSIONS, type SlowEmbedder } from '../../llm/embedder.ts';
import { openTestStore, type TestStore } from '../../store/testing.ts';
import type { SourcePosting } from '../job-posting.ts';
import { contentHash, postingId, writePostings } from '../posting-repository.ts';
import { readPosting } from '../reading/read-posting.ts';
import { samplePostings } from '../sample/sample-board.ts';
import { meaningText } from '../search-row.ts';
import { embedSlowly } from './embed-slowly.ts';
import { renewPostings } from './renew-postings.ts';

let test: TestStore;
const embedder = createBuiltinEmbedder();
const now = new Date('2026-11-20T09:40:00Z');
const signal = new AbortController().signal;

const column = async (select: string): Promise<unknown[]> =>
  await test.store.asSystem('ingest', async (unit) =>
    (await unit.all(z.object({ value: z.unknown() }), select)).map(({ value }) => value),
  );
const content = `select (to_jsonb(p)::text || (to_jsonb(s) - 'changed_in')::text) as value
  from job_posting p join posting_search s on s.posting_id = p.id order by p.id`;

beforeAll(async () => {
  test = await openTestStore();
  const postings: SourcePosting[] = samplePostings(45, now).map((posting, index) => ({
    ...posting,
    source: 'example',
    isSample: index % 2 === 0,
  }));
  const ready = await Promise.all(
    postings.map(async (source) => {
      const facts = readPosting(source);
      const embedding = await embedder.embed(meaningText(source, facts));
      return { id: postingId(source), hash: contentHash(source), source, facts, embedding };
    }),
  );
  await test.store.asSystem('ingest', async (unit) => await writePostings(unit, ready, { now, model: embedder.model }));
});
afterAll(async () => await test.close());

it('leaves alone what was read by these rules', async () => {
  expect(await renewPostings({ store: test.store, embedder }, signal)).toBe(0);
});

it('gives what importing it today would give, whatever the row said before', async () => {
  const right = await column(content);
  await test.store.asSystem('ingest', async (unit) => {
    await unit.run(`update posting_search set reading = 0, facets = 'workplace=onsite', meaning = null`);
    await unit.run(`update job_posting set facts = '{"workplace":[]}', content_hash = 'old'`);
  });
  expect(await renewPostings({ store: test.store, embedder }, signal)).toBe(45);
  expect(await column(content)).toEqual(right);
  expect(await renewPostings({ store: test.store, embedder }, signal)).toBe(0);
});

it('takes vectors of another model for old, and leaves closed postings closed', async () => {
  await test.store.asSystem('ingest', async (unit) => {
    await unit.run(`update posting_search set meaning_model = 'another'`);
    await unit.run(
      `update job_posting set closed_at = now() where id in (select id from job_posting order by id limit 5)`,
    );
  });
  expect(await renewPostings({ store: test.store, embedder }, signal)).toBe(40);
  expect(await column('select count(*)::int as value from job_posting where closed_at is not null')).toEqual([5]);
  expect(
    await column(`select count(*)::int as value from posting_search where meaning_model = '${embedder.model}'`),
  ).toEqual([40]);
});

it('leaves what the configured embedder embedded, and has it embed the rest once', async () => {
  const sizes: number[] = [];
  const slow: SlowEmbedder = {
    model: 'theirs',
    async embedAll(texts) {
      sizes.push(texts.length);
      return await Promise.resolve(texts.map(() => new Float32Array(DIMENSIONS).fill(1)));
    },
  };
  const embed = async (): Promise<number> => await embedSlowly({ store: test.store, embedder: slow }, signal);
  expect(await embed()).toBe(40);
  expect(sizes).toEqual([32, 8]);
  expect(await embed()).toBe(0);
  expect(await renewPostings({ store: test.store, embedder, slow }, signal)).toBe(0);
  expect(
    await column(`select distinct meaning_model || get_byte(meaning, 383) as value from posting_search
      where posting_id in (select id from job_posting where closed_at is null)`),
  ).toEqual(['theirs127']);
  // Who goes back to the built-in one gets its vectors again.
  expect(await renewPostings({ store: test.store, embedder }, signal)).toBe(40);
});

it('keeps what was embedded before the embedder failed', async () => {
  let calls = 0;
  const slow: SlowEmbedder = {
    model: 'theirs',
    async embedAll(texts) {
      calls += 1;
      if (calls > 1) throw new Error('down');
      return await Promise.resolve(texts.map(() => new Float32Array(DIMENSIONS).fill(1)));
    },
  };
  await expect(embedSlowly({ store: test.store, embedder: slow }, signal)).rejects.toThrow('down');
  expect(await column(`select count(*)::int as value from posting_search where meaning_model = 'theirs'`)).toEqual([
    32,
  ]);
});
