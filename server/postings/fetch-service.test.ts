/** What a fetch of live boards does in a real store: all at once, one line each, gently, and nothing lost when some fail. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PerchError } from '../kernel/errors.ts';
import { statusFailure } from '../kernel/http-client-failure.ts';
import { createLogger } from '../kernel/logger.ts';
import { createBuiltinEmbedder } from '../llm/builtin-embedder.ts';
import { openTestStore, type TestStore } from '../store/testing.ts';
import { createClosingService } from './closing/closing-service.ts';
import { createFetchService, type FetchService } from './fetch-service.ts';
import { createSourceStateService, type SourceStateService } from './source-state-service.ts';
import { refuse } from './refusal.ts';
import type { SourceRun } from './source-run.ts';
import type { Source } from './sources/source.ts';
import { boardOf, emptyStore, realPostings, streamOf } from './testing/arriving.ts';

let test: TestStore;
let now = new Date('2026-11-20T09:40:00Z');
const heard: [string, unknown][] = [];
const signal = new AbortController().signal;

beforeAll(async () => {
  test = await openTestStore();
});
afterAll(async () => await test.close());
beforeEach(async () => {
  heard.length = 0;
  now = new Date('2026-11-20T09:40:00Z');
  await emptyStore(test);
});

function service(sources: Source[] = []): FetchService & SourceStateService {
  const followed = async (): Promise<Source[]> => [];
  const fetching = createFetchService({
    store: test.store,
    http: { send: async () => ({ text: '{}' }) },
    sources,
    embedder: createBuiltinEmbedder(),
    clock: () => now,
    logger: createLogger({ level: 'silent' }),
    events: { emit: (name, payload) => void heard.push([name, payload]) },
    followed,
    turnedOff: async () => new Set(),
    announce: async (counts) => void heard.push(['announced', counts]),
    closing: createClosingService({
      store: test.store,
      clock: () => now,
      events: { emit: () => undefined },
      policies: [],
    }),
  });
  const { running } = fetching;
  return {
    ...fetching,
    ...createSourceStateService({ store: test.store, clock: () => now, sources, followed, running }),
  };
}

describe('live sources', () => {
  it('are written as they arrive, with a line, and not asked again too soon', async () => {
    const seen: SourceRun[] = [];
    const ingest = service([boardOf(() => streamOf([...realPostings(31, 'board'), refuse(1, 'unknown_shape', 'x')]))]);
    expect(await ingest.sourceStates({ userId: test.userId })).toMatchObject([
      { state: 'never', line: { en: 'Not asked yet' } },
    ]);
    const [run] = await ingest.fetchSources({ signal, progress: (part) => void seen.push(part) });
    expect(run).toMatchObject({
      state: 'done',
      added: 31,
      refused: 1,
      error: null,
      line: {
        en: '31 new postings, 1 unreadable; again from 10:40',
        de: '31 neue Anzeigen, 1 nicht lesbar; wieder ab 10:40',
        uk: '31 нова вакансія, не прочитано: 1; знову з 10:40',
      },
    });
    expect(seen[0]?.state).toBe('running');
    expect(heard.filter(([name]) => name === 'sources-changed')).toHaveLength(2);
    now = new Date('2026-11-20T10:00:00Z');
    expect((await ingest.fetchSources({ signal }))[0]).toMatchObject({
      state: 'done',
      added: 0,
      line: { en: expect.stringMatching(/^Fetched at .*; Board may be asked again at /) },
    });
  });

  it('say when a field is missing that they used to give, and for how long', async () => {
    let pay = 0.5;
    const drifting = boardOf(async function* (_client, { onReport }) {
      yield* realPostings(8, 'board');
      onReport?.({ items: 8, requests: 1, complete: false, shares: { title: 1, pay }, usual: { title: 1, pay: 0 } });
    });
    const ingest = service([drifting]);
    for (let day = 20; day < 23; day += 1) {
      now = new Date(`2026-11-${day}T09:40:00Z`);
      expect(await ingest.fetchSources({ signal })).toMatchObject([{ state: 'done', drift: [] }]);
    }
    pay = 0;
    for (let day = 23; day < 29; day += 1) {
      now = new Date(`2026-11-${day}T09:40:00Z`);
      expect(await ingest.fetchSources({ signal })).toMatchObject([
        { drift: [{ field: 'pay', usual: 0.5, now: 0 }], line: { en: expect.stringContaining('no pay') } },
      ]);
    }
    const [health] = await ingest.sourceHealth({ userId: test.userId });
    expect(health).toMatchObject({ drift: [{ field: 'pay' }] });
    expect(health?.history.map(({ drifted }) => drifted)).toEqual([...Array(6).fill(true), ...Array(3).fill(false)]);
  });

  it('that list all they have close what is gone, and say what other boards carry too', async () => {
    let listed = realPostings(12, 'lever');
    let report = { items: 12, requests: 1, complete: true, shares: {}, usual: {} };
    const complete: Source = {
      ...boardOf(async function* (_client, { onReport }) {
        yield* streamOf(listed);
        onReport?.(report);
      }, 'lever'),
      listing: 'complete',
    };
    const other = boardOf(
      () => streamOf(realPostings(3, 'jobicy').map((posting) => ({ ...posting, url: `${posting.url}?ref=x` }))),
      'jobicy',
    );
    await service([complete]).fetchSources({ signal });
    now = new Date('2026-11-20T12:00:00Z');
    listed = realPostings(10, 'lever');
    report = { ...report, complete: false };
    expect(await service([complete]).fetchSources({ signal })).toMatchObject([{ unchanged: 10, closed: 0 }]);
    now = new Date('2026-11-20T15:00:00Z');
    report = { ...report, complete: true };
    const [run] = await service([complete]).fetchSources({ signal });
    const [carried] = await service([other]).fetchSources({ signal });
    expect(run).toMatchObject({ unchanged: 10, closed: 2, line: { en: expect.stringContaining('2 closed') } });
    expect(carried).toMatchObject({
      added: 3,
      merged: 3,
      line: { uk: expect.stringContaining('є й на інших сайтах: 3') },
    });
  });

  it('that fail keep what is there and say from when', async () => {
    let broken = false;
    const why = new PerchError('unavailable', {
      en: 'No answer in 10 s',
      de: 'Keine Antwort in 10 s',
      uk: 'Немає відповіді за 10 с',
    });
    const ingest = service([
      boardOf(async function* () {
        yield* (broken ? realPostings(2, 'board') : realPostings(31, 'board')).map((posting) => ({
          ...posting,
          source: 'board',
        }));
        if (broken) throw why;
      }),
    ]);
    await ingest.fetchSources({ signal });
    broken = true;
    now = new Date('2026-11-20T11:00:00Z');
    const [run] = await ingest.fetchSources({ signal });
    expect(run?.line.en).toMatch(/^No answer in 10 s\. Kept 31 postings from \d\d:40\.$/);
    expect(run?.line.de).toMatch(/^Keine Antwort in 10 s\. 31 Anzeigen von \d\d:40 behalten\.$/);
    expect(run?.error).toBe(run?.line.en);
    expect((await ingest.sourceStates({ userId: test.userId }))[0]).toMatchObject({
      state: 'failed',
      postings: 31,
      line: run?.line,
    });
  });

  it('asked twice at once run once; a name nobody has runs nothing', async () => {
    let fetched = 0;
    const ingest = service([
      boardOf(async function* () {
        fetched += 1;
        yield* realPostings(3, 'board');
      }),
    ]);
    const [one, two] = await Promise.all([ingest.fetchSources({ signal }), ingest.fetchSources({ signal })]);
    expect(fetched).toBe(1);
    expect(one).toEqual(two);
    expect(await ingest.fetchSources({ signal, names: ['nobody'] })).toEqual([]);
  });

  it('left running by a process that died are said to be interrupted', async () => {
    await test.store.asSystem(
      'ingest',
      async (unit) =>
        await unit.run(
          `insert into source_run (id, source, state, started_at) values (gen_random_uuid(), 'board', 'running', now())`,
        ),
    );
    expect((await service([boardOf(() => streamOf([]))]).sourceStates({ userId: test.userId }))[0]).toMatchObject({
      state: 'failed',
      line: { en: 'The last fetch was interrupted.' },
    });
  });

  it('are all asked at once: each waits for the other, and the one that fails takes nobody along', async () => {
    let arrive = (): void => undefined;
    const both = new Promise<void>((resolve) => {
      let waiting = 0;
      arrive = () => void ((waiting += 1) === 2 && resolve());
    });
    const meeting = (name: string): Source =>
      boardOf(async function* () {
        arrive();
        await both;
        yield* realPostings(2, name);
      }, name);
    // oxlint-disable-next-line require-yield
    const broken = boardOf(async function* () {
      throw new TypeError('a bug');
    }, 'broken');
    const runs = await service([meeting('one'), broken, meeting('two')]).fetchSources({ signal });
    expect(runs.map(({ source, state, added }) => [source, state, added])).toEqual([
      ['one', 'done', 2],
      ['broken', 'failed', 0],
      ['two', 'done', 2],
    ]);
    expect(runs[1]?.error).toBe('The answer could not be read.');
  });

  it('that ask for peace get it', async () => {
    let asked = 0;
    // oxlint-disable-next-line require-yield
    const busy = boardOf(async function* () {
      asked += 1;
      throw statusFailure(429, 2 * 3_600_000);
    });
    const [run] = await service([busy]).fetchSources({ signal });
    expect(run).toMatchObject({ state: 'failed', nextAllowedAt: '2026-11-20T11:40:00.000Z' });
    expect(run?.line.en).toMatch(/^The server asks for fewer requests \(HTTP 429\)\./u);
    now = new Date('2026-11-20T11:39:00Z');
    const [refused] = await service([busy]).fetchSources({ signal });
    expect(refused?.line.en).toMatch(/^Failed at .*; Board may be asked again at 11:40\.$/u);
    now = new Date('2026-11-20T11:41:00Z');
    await service([busy]).fetchSources({ signal });
    expect(asked).toBe(2);
  });

  it('whose key allows so many requests a day are not asked beyond them, and list what is used', async () => {
    const keyed = boardOf(async function* (_client, { onReport }) {
      yield* realPostings(2, 'board');
      onReport?.({ items: 2, requests: 6, complete: false, shares: {}, usual: {} });
    });
    const limited = { ...keyed, policy: { ...keyed.policy, requestsPerDay: 10 } };
    const ingest = service([limited]);
    for (const time of ['09:40', '11:40']) {
      now = new Date(`2026-11-20T${time}:00Z`);
      await ingest.fetchSources({ signal });
    }
    now = new Date('2026-11-20T13:40:00Z');
    const [run] = await ingest.fetchSources({ signal });
    expect(run).toMatchObject({ unchanged: 0, nextAllowedAt: '2026-11-21T09:40:00.000Z' });
    expect(run?.line.en).toMatch(/^12 of 10 requests in 24 hours; again from .*09:40\.$/u);
    expect(await ingest.sourceHealth({ userId: test.userId })).toMatchObject([
      { budget: { requests: 12, perDay: 10 } },
    ]);
    now = new Date('2026-11-21T09:41:00Z');
    expect(await ingest.fetchSources({ signal })).toMatchObject([{ state: 'done', unchanged: 2 }]);
    expect(await service([keyed]).sourceHealth({ userId: test.userId })).toMatchObject([{ budget: null }]);
  });

  it('go on for who still waits when the one who began it stops, and stop with the last', async () => {
    let [began, ended] = [() => undefined as void, false];
    const begun = new Promise<void>((resolve) => void (began = resolve));
    const endless = boardOf(async function* (_client, { signal: stopped }) {
      yield* realPostings(2, 'board');
      began();
      await new Promise<void>((resolve) => stopped.addEventListener('abort', () => resolve()));
      ended = true;
      yield* realPostings(9, 'board');
    });
    const ingest = service([endless]);
    const [first, second] = [new AbortController(), new AbortController()];
    const one = ingest.fetchSources({ signal: first.signal });
    const two = ingest.fetchSources({ signal: second.signal });
    await begun;
    first.abort(new Error('gone'));
    await expect(one).rejects.toThrow('gone');
    expect(ended).toBe(false);
    second.abort();
    expect(await two).toMatchObject([
      { state: 'failed', added: 2, line: { en: expect.stringMatching(/^Stopped\./u) } },
    ]);
  });
});
