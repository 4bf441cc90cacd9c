/** What lands in a real store: the same however often and in whatever order it comes, and honest lines when it does not. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { savePreferences } from '../accounts/preference-repository.ts';
import { preferencesSchema } from '../accounts/preferences.ts';
import { createLogger } from '../kernel/logger.ts';
import { createBuiltinEmbedder } from '../llm/builtin-embedder.ts';
import { openTestStore, type TestStore } from '../store/testing.ts';
import { createIngestService, type IngestService, type PostingEvents } from './ingest-service.ts';
import type { SourcePosting } from './job-posting.ts';
import { embedSlowly } from './renewal/embed-slowly.ts';
import { renewPostings } from './renewal/renew-postings.ts';
import { refuse } from './refusal.ts';
import type { Source } from './sources/source.ts';
import { boardOf, emptyStore, realPostings, streamOf } from './testing/arriving.ts';
import { bare } from './testing/bare-posting.ts';

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

function service(sources: Source[] = []): IngestService {
  const emit = <Name extends keyof PostingEvents>(name: Name, payload: PostingEvents[Name]): void =>
    void heard.push([name, payload]);
  return createIngestService({
    store: test.store,
    http: { send: async () => ({ text: '{}' }) },
    sources,
    embedder: createBuiltinEmbedder(),
    clock: () => now,
    logger: createLogger({ level: 'silent' }),
    events: { emit },
  });
}

/** The whole store but for the times at which things were seen, and in what order. */
async function contents(): Promise<unknown> {
  const row = z.object({ content: z.string() });
  return await test.store.asSystem(
    'sources',
    async (unit) =>
      await unit.all(
        row,
        `select (to_jsonb(p) - 'last_seen_at' - 'first_seen_at')::text || (to_jsonb(s) - 'number' - 'changed_in')::text as content
       from job_posting p join posting_search s on s.posting_id = p.id order by p.id`,
      ),
  );
}

async function column(sql: string): Promise<unknown[]> {
  return (
    await test.store.asSystem('sources', async (unit) => await unit.all(z.object({ value: z.unknown() }), sql))
  ).map((row) => row.value);
}

describe('import', () => {
  it('twice and shuffled gives the same store, and keeps when a posting was first seen', async () => {
    const rows = realPostings(120, 'example');
    const first = await service().importPostings(streamOf(rows), { signal });
    expect(first).toMatchObject({ read: 120, added: 120, updated: 0, unchanged: 0, refused: 0 });
    const once = await contents();
    now = new Date('2026-11-21T10:00:00Z');
    const again = await service().importPostings(streamOf(rows.toReversed().concat(rows.slice(0, 7))), { signal });
    expect(again).toMatchObject({ added: 0, updated: 0, unchanged: 120 });
    expect(await contents()).toEqual(once);
    expect(await column('select distinct first_seen_at::text as value from job_posting')).toHaveLength(1);
    expect(await column("select count(*)::int as value from job_posting where last_seen_at > '2026-11-21'")).toEqual([
      120,
    ]);
  });

  it('takes of two versions in one file the later published, in either order', async () => {
    const old = bare({ title: 'Old', datePosted: '2026-11-01T00:00:00.000Z' });
    const young = bare({ title: 'Young', datePosted: '2026-11-02T00:00:00.000Z' });
    await service().importPostings(streamOf([young, old]), { signal });
    const one = await contents();
    expect(await column('select title as value from job_posting')).toEqual(['Young']);
    await test.store.asSystem('ingest', async (unit) => await unit.run('delete from job_posting'));
    await service().importPostings(streamOf([old, young]), { signal });
    expect(await contents()).toEqual(one);
  });

  it('updates what changed, and says so', async () => {
    await service().importPostings(streamOf([bare({ title: 'Cook' })]), { signal });
    heard.length = 0;
    const report = await service().importPostings(streamOf([bare({ title: 'Chef' })]), { signal });
    expect(report).toMatchObject({ added: 0, updated: 1 });
    expect(await column("select substring(facets from 'role=(\\w+)') as value from posting_search")).toEqual(['chef']);
    expect(heard).toContainEqual(['postings-changed', { added: 0, samplesEnded: false }]);
  });

  it('refuses what does not hold the shape and goes on; hostile text is only text', async () => {
    const evil = `<script>alert(1)</script>'); drop table job_posting; -- \\ $1 "%_`;
    const rows = [
      bare({ sourceId: '1', url: 'not a url' }),
      refuse(7, 'not_json', 'Line 7 is not JSON'),
      bare({ sourceId: '2', title: evil, company: evil, locations: [evil], description: evil, skills: [evil] }),
    ];
    const report = await service().importPostings(streamOf(rows), { signal });
    expect(report).toMatchObject({ read: 3, added: 1, refused: 2 });
    expect(report.refusals.map((refusal) => refusal.line)).toEqual([1, 7]);
    expect(await column('select title as value from job_posting')).toEqual([evil]);
  });

  it('keeps what was written before it was stopped', async () => {
    const controller = new AbortController();
    async function* slow(): AsyncGenerator<SourcePosting> {
      yield* realPostings(90, 'example');
      controller.abort();
      yield* realPostings(10, 'example');
    }
    await expect(service().importPostings(slow(), { signal: controller.signal })).rejects.toThrow();
    expect((await column('select 1 as value from job_posting')).length).toBeGreaterThan(30);
    expect(
      await column(
        'select 1 as value from job_posting p where not exists (select 1 from posting_search s where s.posting_id = p.id)',
      ),
    ).toEqual([]);
  });

  it('gives each row as it was read', async () => {
    const seen: string[] = [];
    await service().importPostings(streamOf(realPostings(5, 'example')), {
      signal,
      onRow: ({ id, source, facts }) =>
        void seen.push(`${id.length} ${source.sourceId} ${facts.countries.length >= 0}`),
    });
    expect(seen).toHaveLength(5);
    expect(seen[0]).toBe('36 sample-1 true');
  });
});

describe('a fetch', () => {
  const off = async (userId: string, sourcesOff: string[]): Promise<void> =>
    await test.store.asPerson(
      userId,
      async (unit) =>
        await savePreferences(unit, {
          userId,
          preferences: preferencesSchema.parse({ sourcesOff }),
          sealedModelKey: null,
          now,
        }),
    );
  const boards = ['one', 'two'].map((name) => boardOf(() => streamOf(realPostings(1, name)), name));

  it('leaves out what the person turned off, unless it is named, and daily what everybody did', async () => {
    const asked = async (options: Pick<Parameters<IngestService['fetchSources']>[0], 'names' | 'followedBy'>) =>
      (await service(boards).fetchSources({ ...options, signal })).map(({ source }) => source);
    await off(test.userId, ['one']);
    expect(await asked({ followedBy: { userId: test.userId } })).toEqual(['two']);
    expect(await asked({ followedBy: { userId: test.userId }, names: ['one'] })).toEqual(['one']);
    expect(await asked({ followedBy: { userId: test.strangerId } })).toEqual(['one', 'two']);
    expect(await asked({ followedBy: 'anybody' })).toEqual(['one', 'two']);
    await off(test.strangerId, ['one']);
    expect(await asked({ followedBy: 'anybody' })).toEqual(['two']);
    await off(test.userId, []);
    await off(test.strangerId, []);
  });

  it('embeds nothing whose source forbids it, neither then nor when all is embedded anew', async () => {
    const [board] = boards;
    if (board === undefined) throw new Error('no board');
    await service([{ ...board, policy: { ...board.policy, mayEmbed: false } }]).fetchSources({ signal });
    const meanings = "select (meaning is null)::text || ' ' || meaning_model as value from posting_search";
    expect(await column(meanings)).toEqual(['true none']);
    await test.store.asSystem('ingest', async (unit) => await unit.run('update posting_search set reading = 0'));
    expect(await renewPostings({ store: test.store, embedder: createBuiltinEmbedder() }, signal)).toBe(1);
    expect(await column(meanings)).toEqual(['true none']);
    const slow = { model: 'slow', embedAll: async () => [new Float32Array(384).fill(1)] };
    expect(await embedSlowly({ store: test.store, embedder: slow }, signal)).toBe(0);
  });
});

describe('samples', () => {
  it('answer while there is nothing real, and end with the first import', async () => {
    const ingest = service();
    await ingest.ensureSamples();
    await ingest.ensureSamples();
    expect(await column('select count(*)::int as value from job_posting where is_sample')).toEqual([200]);
    expect(await ingest.samplesActive()).toBe(true);
    expect((await ingest.sourceStates({ userId: test.userId }))[0]).toMatchObject({ source: 'sample', postings: 200 });
    await ingest.importPostings(streamOf(realPostings(3, 'example')), { signal });
    expect(await ingest.samplesActive()).toBe(false);
    expect(heard).toContainEqual(['postings-changed', { added: 3, samplesEnded: true }]);
    expect(await ingest.sourceStates({ userId: test.userId })).toMatchObject([
      { source: 'example', postings: 3, line: { en: '3 postings', uk: '3 вакансії' } },
    ]);
  });
});
