/** One opening, once, in a real store: however often and in whatever order its postings come. */
import { createReadStream, existsSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createBuiltinEmbedder } from '../../llm/builtin-embedder.ts';
import { openTestStore, type TestStore } from '../../store/testing.ts';
import { readImport } from '../import-reader.ts';
import type { SourcePosting } from '../job-posting.ts';
import { isRefusal } from '../refusal.ts';
import { renewPostings } from '../renewal/renew-postings.ts';
import { samplePostings } from '../sample/sample-board.ts';
import { bare } from '../testing/bare-posting.ts';
import { createStreamWriter } from '../write-stream.ts';
import { writeApart } from './opening-repository.ts';
import { settleOpenings } from './settle-openings.ts';
import { COOK_TEXT } from './testing.ts';

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(async () => await test.close());
beforeEach(async () => {
  await test.store.asSystem('ingest', async (unit) => await unit.run('delete from job_posting'));
});

async function write(postings: readonly SourcePosting[]): Promise<void> {
  const clock = (): Date => new Date('2026-11-20T09:00:00Z');
  const writer = createStreamWriter({ store: test.store, clock, embedder: createBuiltinEmbedder() });
  for (const posting of postings) await writer.take(posting);
  await writer.finish();
}

async function rows<Shape extends z.ZodRawShape>(shape: Shape, sql: string): Promise<z.output<z.ZodObject<Shape>>[]> {
  return await test.store.asSystem('ingest', async (unit) => await unit.all(z.object(shape), sql));
}

/** What is shown, with the boards that carry it. */
const shown = async (): Promise<string[]> =>
  (
    await rows(
      { words: z.string() },
      `select p.source || ' ' || p.source_id || replace(s.also, E'\\nalso=', ' +') as words
         from job_posting p join posting_search s on s.posting_id = p.id where s.is_open order by 1`,
    )
  ).map(({ words }) => words);

/** All that is kept of postings, but for times and numbers given in the order of arrival. */
const contents = async (): Promise<unknown> =>
  await rows(
    { words: z.string() },
    `select (to_jsonb(p) - 'last_seen_at' - 'first_seen_at')::text || (to_jsonb(s) - 'number' - 'changed_in')::text
         || to_jsonb(o)::text as words
       from job_posting p join posting_search s on s.posting_id = p.id join posting_opening o on o.posting_id = p.id
      order by p.id`,
  );

const vacancy = 'https://jobs.lever.co/amsel/0b1c2d3e-0000-4000-8000-123456789abc';
const cook = (said: Partial<SourcePosting>): SourcePosting =>
  bare({
    title: 'Cook',
    company: 'Gasthof Amsel GmbH',
    locations: ['Graz, Austria'],
    description: COOK_TEXT,
    datePosted: '2026-11-01T00:00:00Z',
    ...said,
  });
const own = cook({ source: 'lever', sourceId: 'a', url: vacancy });
const linked = cook({ source: 'hn', title: 'Cook (full time)', description: '', applyUrl: `${vacancy}/apply` });
const alike = cook({ source: 'jobicy', url: 'https://jobicy.com/jobs/123456-cook' });
const elsewhere = cook({ source: 'jobicy', sourceId: '2', locations: ['Linz, Austria'] });

describe('openings', () => {
  it('are shown once, the employer’s posting first, and found under every board', async () => {
    const expected = ['jobicy 2', 'lever a +hn +jobicy'];
    await write([linked, alike, elsewhere]);
    expect(await shown()).toHaveLength(3);
    await write([own]);
    expect(await shown()).toEqual(expected);
    await write([alike, own, linked]);
    expect(await shown()).toEqual(expected);
  });

  it('give the same store in every order', async () => {
    await write([own, linked, alike, elsewhere]);
    const once = await contents();
    for (const order of [
      [elsewhere, alike, linked, own],
      [alike, own, elsewhere, linked],
    ]) {
      await test.store.asSystem('ingest', async (unit) => await unit.run('delete from job_posting'));
      for (const posting of order) await write([posting]);
      expect(await contents()).toEqual(once);
    }
  });

  it('fall apart when a posting turns out to be about something else', async () => {
    await write([own, alike]);
    expect(await shown()).toEqual(['lever a +jobicy']);
    await write([{ ...alike, title: 'Head of Kitchen' }]);
    expect(await shown()).toEqual(['jobicy 1', 'lever a']);
  });

  it('carry over what a person marked, and are taken apart and put together again', async () => {
    await write([alike]);
    const [posting] = await rows({ id: z.uuid() }, 'select id from job_posting');
    const id = posting?.id ?? '';
    await test.store.asPerson(
      test.userId,
      async (unit) =>
        await unit.run(`insert into posting_mark values ($1, $2, 'saved', '2026-11-20')`, [test.userId, id]),
    );
    await write([own]);
    expect(
      await rows(
        { source: z.string(), mark: z.string() },
        'select p.source, m.mark from posting_mark m join job_posting p on p.id = m.posting_id order by 1',
      ),
    ).toEqual([
      { source: 'jobicy', mark: 'saved' },
      { source: 'lever', mark: 'saved' },
    ]);
    for (const [isApart, expected] of [
      [true, ['jobicy 1', 'lever a']],
      [false, ['lever a +jobicy']],
    ] as const) {
      await test.store.asSystem('ingest', async (unit) => {
        expect(await writeApart(unit, id, isApart)).not.toBeNull();
        await settleOpenings(unit, [id], { alone: true });
      });
      expect(await shown()).toEqual(expected);
      await write([own, alike]);
      expect(await shown()).toEqual(expected);
    }
  });

  it('stay together when their postings are read anew', async () => {
    await write([own, linked, alike, elsewhere]);
    const once = await shown();
    await test.store.asSystem('ingest', async (unit) => await unit.run('update posting_search set reading = 0'));
    const embedder = createBuiltinEmbedder();
    expect(await renewPostings({ store: test.store, embedder }, AbortSignal.timeout(20_000))).toBe(4);
    expect(await shown()).toEqual(once);
  });

  it('boards written at the same moment find each other', async () => {
    const posted = samplePostings(80, new Date('2026-11-20')).map((posting) => ({ ...posting, isSample: false }));
    const vacancyOf = (at: number): string => `https://jobs.lever.co/acme/0b1c2d3e-0000-4000-8000-${1e11 + at}`;
    const boards = ['lever', 'jobicy', 'adzuna'].map((source) =>
      posted.map((posting, at) => ({ ...posting, source, sourceId: `${at}`, applyUrl: vacancyOf(at) })),
    );
    await Promise.all(boards.map(write));
    expect(await shown()).toHaveLength(80);
  });

  it('many boards at once: twice and shuffled is the same store', async () => {
    const posted = samplePostings(60, new Date('2026-11-20')).map((posting) => ({ ...posting, isSample: false }));
    const boards = ['arbeitnow', 'jobicy', 'himalayas'].flatMap((source) =>
      posted.map((posting, at) => ({ ...posting, source, sourceId: `${at}`, url: `https://${source}.example/${at}` })),
    );
    await write(boards);
    const once = await contents();
    const open = await shown();
    expect(open.length).toBeLessThan(80);
    await write(boards.toReversed());
    await write(boards.toSorted((a, b) => (a.sourceId + a.source < b.sourceId + b.source ? -1 : 1)));
    expect(await contents()).toEqual(once);
    expect(await shown()).toEqual(open);
  });
});

const corpus = new URL('../../../../shared/data/postings/ashby.jsonl.gz', import.meta.url);
describe('the recorded corpus', () => {
  it.skipIf(!existsSync(corpus))(
    'twice and shuffled is the same store (needs ../shared)',
    { timeout: 120_000 },
    async () => {
      const postings: SourcePosting[] = [];
      for await (const row of readImport(createReadStream(corpus), {
        signal: AbortSignal.timeout(60_000),
        board: 'ashby',
      })) {
        if (!isRefusal(row)) postings.push(row);
        if (postings.length === 400) break;
      }
      await write(postings);
      const once = await contents();
      await write(postings);
      expect(await contents()).toEqual(once);
      await test.store.asSystem('ingest', async (unit) => await unit.run('delete from job_posting'));
      await write(postings.toSorted((a, b) => (a.sourceId.slice(5) < b.sourceId.slice(5) ? -1 : 1)));
      expect(await contents()).toEqual(once);
    },
  );
});
