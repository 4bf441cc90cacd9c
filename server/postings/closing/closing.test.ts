import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { HttpFailure } from '../../kernel/http-client-failure.ts';
import { createLogger } from '../../kernel/logger.ts';
import { createBuiltinEmbedder } from '../../llm/builtin-embedder.ts';
import { openTestStore, type TestStore } from '../../store/testing.ts';
import type { SourcePosting } from '../job-posting.ts';
import { bare } from '../testing/bare-posting.ts';
import { createStreamWriter } from '../write-stream.ts';
import { createClosingService } from './closing-service.ts';
import { createPageCheck } from './page-check.ts';
import { pageSaysClosed } from './page-says-closed.ts';

let test: TestStore;
let now = new Date();
const heard: string[] = [];
const events = { emit: (name: string): void => void heard.push(name) };
const clock = (): Date => now;
const signal = AbortSignal.timeout(60_000);
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(async () => await test.close());
beforeEach(async () => {
  heard.length = 0;
  now = new Date('2026-11-20T09:00:00Z');
  await test.store.asSystem('ingest', async (unit) => await unit.run('delete from job_posting'));
});

async function write(feed: string | null, postings: readonly SourcePosting[]): Promise<void> {
  const writer = createStreamWriter({ store: test.store, clock, embedder: createBuiltinEmbedder(), feed });
  for (const posting of postings) await writer.take(posting);
  await writer.finish();
}
const all = async <Shape extends z.ZodRawShape>(shape: Shape, sql: string) =>
  await test.store.asSystem('ingest', async (unit) => await unit.all(z.object(shape), sql));
const open = async (): Promise<string[]> =>
  (
    await all(
      { word: z.string() },
      `select p.source_id as word from job_posting p join posting_search s on s.posting_id = p.id where s.is_open order by 1`,
    )
  ).map(({ word }) => word);
const closed = async (): Promise<string[]> =>
  (
    await all(
      { word: z.string() },
      `select source_id || ' ' || closed_because as word from job_posting where closed_at is not null order by 1`,
    )
  ).map(({ word }) => word);

const service = (retentionDays: number | null = null) =>
  createClosingService({ store: test.store, clock, events, policies: [{ name: 'test', policy: { retentionDays } }] });
const jobs = (...ids: string[]): SourcePosting[] =>
  ids.map((sourceId) => bare({ sourceId, title: `Job ${sourceId}`, url: `https://a.example/${sourceId}` }));

describe('absence from a complete list', () => {
  it('closes what the list no longer has, and nothing of other lists; what comes back is open again', async () => {
    await write('test:a', jobs('1', '2', '3'));
    await write('test:b', jobs('7'));
    now = new Date('2026-11-21T09:00:00Z');
    await write('test:a', jobs('1', '3'));
    expect(await service().closeAbsent({ feed: 'test:a', started: now, previous: null })).toBe(1);
    expect(await open()).toEqual(['1', '3', '7']);
    expect(await closed()).toEqual(['2 absent']);
    expect(heard).toEqual(['postings-changed']);
    await write('test:a', jobs('2'));
    expect(await open()).toEqual(['1', '2', '3', '7']);
  });

  it('doubts a list that lost most of what it had, until it says so again', async () => {
    const first = now;
    await write('test:a', jobs(...'0123456789'));
    now = new Date('2026-11-21T09:00:00Z');
    const second = now;
    await write('test:a', jobs('0'));
    expect(await service().closeAbsent({ feed: 'test:a', started: second, previous: first })).toBe(0);
    expect(await open()).toHaveLength(10);
    now = new Date('2026-11-22T09:00:00Z');
    await write('test:a', jobs('0'));
    expect(await service().closeAbsent({ feed: 'test:a', started: now, previous: second })).toBe(9);
    expect(await open()).toEqual(['0']);
  });
});

describe('the daily tidying', () => {
  it('closes what has expired, also when it comes already expired', async () => {
    const posting = (sourceId: string, validThrough: string): SourcePosting => bare({ sourceId, validThrough });
    await write(null, [
      posting('1', '2026-11-20T12:00:00Z'),
      posting('2', '2026-12-24T00:00:00Z'),
      posting('3', '2026-01-01T00:00:00Z'),
    ]);
    expect(await open()).toEqual(['1', '2']);
    now = new Date('2026-11-21T00:00:00Z');
    expect(await service().tidy(signal)).toEqual({ expired: 1, deleted: 0 });
    expect(await open()).toEqual(['2']);
    await write(null, [posting('1', '2026-11-20T12:00:00Z')]);
    expect(await closed()).toEqual(['1 expired', '3 expired']);
  });

  it('deletes what a source’s terms do not let us keep, but for the name of what a person saved', async () => {
    await write(
      null,
      jobs('1', '2').map((posting) => ({ ...posting, description: 'We need a cook.' })),
    );
    await write(null, [bare({ source: 'other', sourceId: '9' })]);
    await test.store.asPerson(
      test.userId,
      async (unit) =>
        await unit.run(
          `insert into posting_mark select $1, id, 'saved', now() from job_posting where source_id = '2'`,
          [test.userId],
        ),
    );
    now = new Date('2026-12-21T00:00:00Z');
    await write(null, jobs('3'));
    expect(await service(30).tidy(signal)).toEqual({ expired: 0, deleted: 2 });
    expect(await service(30).tidy(signal)).toEqual({ expired: 0, deleted: 0 });
    expect(
      await all(
        { id: z.string(), text: z.string() },
        'select source_id as id, description as text from job_posting order by 1',
      ),
    ).toEqual([
      { id: '2', text: '' },
      { id: '3', text: '' },
      { id: '9', text: '' },
    ]);
    expect(await open()).toEqual(['3', '9']);
  });

  it('shows another board’s posting when the one that was shown is deleted', async () => {
    const link = 'https://jobs.lever.co/amsel/0b1c2d3e-0000-4000-8000-123456789abc';
    await write(null, [bare({ sourceId: '1', url: link })]);
    now = new Date('2026-12-01T00:00:00Z');
    await write(null, [bare({ source: 'adzuna', sourceId: '2', applyUrl: link })]);
    expect(await open()).toEqual(['1']);
    now = new Date('2026-12-25T00:00:00Z');
    await service(30).tidy(signal);
    expect(await open()).toEqual(['2']);
  });
});

describe('the page of a posting that is opened', () => {
  const look = async (answer: () => Promise<string>): Promise<boolean> => {
    const http = { send: async () => ({ status: 200 as const, url: '', headers: {}, text: await answer() }) };
    const check = createPageCheck({
      store: test.store,
      http,
      isOn: true,
      onlyAsked: [],
      clock,
      events,
      logger: createLogger({ level: 'silent' }),
    });
    const [posting] = await all({ id: z.uuid() }, 'select id from job_posting');
    return await check.look(posting?.id ?? '');
  };
  const gone = async (): Promise<string> => {
    throw new HttpFailure({ en: '', de: '', uk: '' }, { status: 404 });
  };

  it('closes the posting when it is gone or says so, and is not asked again soon', async () => {
    await write(null, jobs('1'));
    expect(await look(gone)).toBe(false);
    now = new Date('2026-11-22T09:00:00Z');
    let asked = 0;
    const fine = async (): Promise<string> => `<h1>Cook</h1> ${(asked += 1)}`;
    expect([await look(fine), await look(fine)]).toEqual([false, false]);
    expect(asked).toBe(1);
    now = new Date('2026-11-23T09:00:00Z');
    expect(await look(gone)).toBe(true);
    expect(await open()).toEqual([]);
    expect(heard).toEqual(['postings-changed']);
  });

  it('says nothing when the site does not answer', async () => {
    await write(null, jobs('1'));
    now = new Date('2026-11-23T09:00:00Z');
    for (const status of [403, 429, 500, null]) {
      now = new Date(now.getTime() + 86_400_000);
      expect(
        await look(async () => {
          throw new HttpFailure({ en: '', de: '', uk: '' }, status === null ? {} : { status });
        }),
      ).toBe(false);
    }
    expect(await open()).toEqual(['1']);
  });

  it('that no list shows any more is looked at by the daily tidying, the longest unseen first, few a day', async () => {
    await write(null, jobs(...Array.from({ length: 45 }, (_, at) => String(at))));
    await write(null, [bare({ source: 'asked', sourceId: '1', url: 'https://asked.example/1' })]);
    now = new Date('2026-12-10T09:00:00Z');
    await write(null, jobs('new'));
    const asked: string[] = [];
    const send = async ({ url }: { url: string }) => {
      asked.push(url);
      if (url.endsWith('/7')) throw new HttpFailure({ en: '', de: '', uk: '' }, { status: 410 });
      return { status: 200 as const, url, headers: {}, text: '' };
    };
    const check = createPageCheck({
      store: test.store,
      http: { send },
      isOn: true,
      onlyAsked: ['asked'],
      pauseMs: 0,
      clock,
      events,
      logger: createLogger({ level: 'silent' }),
    });
    await check.lookAtUnseen(signal);
    expect(asked).toHaveLength(40);
    await check.lookAtUnseen(signal);
    expect(new Set(asked).size).toBe(45);
    for (const url of ['https://a.example/new', 'https://asked.example/1']) expect(asked).not.toContain(url);
    expect(await closed()).toEqual(['7 gone']);
  });

  it('is understood when it says that the opening is filled, not when it tells of something else', () => {
    for (const words of ['This position has been filled.', 'Diese Stelle ist nicht mehr verfügbar', 'Вакансія закрита'])
      expect(pageSaysClosed(`<script>x</script><main><h1>${words}</h1></main>`), words).toBe(true);
    for (const words of [
      'You handle closed positions.',
      '<script>"This job is no longer available"</script>',
      'Apply now',
    ])
      expect(pageSaysClosed(`<main>${words}</main>`), words).toBe(false);
  });
});
