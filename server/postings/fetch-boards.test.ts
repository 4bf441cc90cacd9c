/**
 * One fetch of every board there is, over the network, from stand-ins on loopback: all at once, and when a third of
 * them misbehave the rest arrive whole and each of the others says why.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createHttpClient } from '../kernel/http-client.ts';
import { throughGateway } from '../kernel/http-client-gateway.ts';
import { createPoliteClient } from '../kernel/http-client-polite.ts';
import { createLogger } from '../kernel/logger.ts';
import { createBuiltinEmbedder } from '../llm/builtin-embedder.ts';
import { openTestStore, type TestStore } from '../store/testing.ts';
import { createClosingService } from './closing/closing-service.ts';
import { createFetchService, type FetchService } from './fetch-service.ts';
import type { SourceClient } from './sources/source.ts';
import { contracts } from './sources/testing/contracts.ts';
import { type Fault, type StandInBoards, startStandInBoards } from './sources/testing/stand-in-boards.ts';

const signal = new AbortController().signal;
let test: TestStore;
let boards: StandInBoards;
let now = new Date('2026-11-20T09:40:00Z');

beforeAll(async () => {
  test = await openTestStore();
  boards = await startStandInBoards();
}, 60_000);
afterAll(async () => {
  await boards.close();
  await test.close();
});
beforeEach(async () => {
  boards.faults.clear();
  boards.holdFor(0);
  await test.store.asSystem('ingest', async (unit) => {
    await unit.run('delete from job_posting');
    await unit.run('delete from source_run');
  });
});

/** The real client, but no pauses, little room, and little patience with the one that stalls. */
function http(): SourceClient {
  const client = createHttpClient({ allowInside: (url) => url.origin === boards.origin });
  const polite = createPoliteClient(throughGateway(client, boards.origin), { firstPauseMs: 1 });
  return {
    send: async (request) =>
      await polite.send({
        ...request,
        pauseMs: 0,
        timeoutMs: request.url.includes('jobicy') ? 1000 : 30_000,
        maxBytes: 1_000_000,
        retries: 1,
      }),
  };
}

function service(): FetchService {
  return createFetchService({
    store: test.store,
    http: http(),
    sources: contracts.map(({ source }) => source),
    followed: async () => [],
    turnedOff: async () => new Set(),
    embedder: createBuiltinEmbedder(),
    clock: () => now,
    logger: createLogger({ level: 'silent' }),
    events: { emit: () => undefined },
    announce: async () => undefined,
    closing: createClosingService({
      store: test.store,
      clock: () => now,
      events: { emit: () => undefined },
      policies: contracts.map(({ source }) => source),
    }),
  });
}

describe('a fetch of all boards', () => {
  it('asks them all before any has answered: it takes as long as the slowest', async () => {
    boards.holdFor(contracts.length);
    const runs = await service().fetchSources({ signal });
    expect(runs.filter(({ state }) => state !== 'done')).toEqual([]);
    expect(runs.map(({ source }) => source).toSorted()).toEqual(contracts.map(({ name }) => name).toSorted());
    for (const run of runs) expect(run.added, run.source).toBeGreaterThan(0);
    const bare = await test.store.asSystem(
      'sources',
      async (unit) =>
        await unit.all(
          z.object({ source: z.string() }),
          'select source from job_posting where id not in (select posting_id from posting_payload)',
        ),
    );
    expect(bare).toEqual([]);
  }, 120_000);

  it('brings the rest when a third misbehaves, and says of each of them why', async () => {
    const whole = await service().fetchSources({ signal });
    now = new Date('2026-11-22T09:40:00Z');
    const wrong: [string, Fault, RegExp][] = [
      ['remotive', 'error', /^The server answered HTTP 500\. Kept \d+ postings? from /u],
      ['jobicy', 'stall', /^No answer within 1 s\. Kept /u],
      ['arbeitnow', 'page', /^The answer is no JSON\. Kept /u],
      ['hn', 'cut', /^The connection broke off\. Kept /u],
      ['greenhouse', 'bomb', /^The answer is larger than 1 MB\. Kept /u],
      ['lever', 'inside', /^The address is inside a private network\. Kept /u],
      ['dou', 'empty', /^(?:The answer is no XML|DOU answered in a shape that Perch does not know)\. Kept /u],
      ['ashby', 'gone', /^There is nothing at this address \(HTTP 404\)\. Kept /u],
    ];
    for (const [name, fault] of wrong) boards.faults.set(name, fault);
    // The wrong charset is read all the same.
    boards.faults.set('arbeitsagentur', 'charset');
    const runs = await service().fetchSources({ signal });
    for (const [name, fault, line] of wrong) {
      const run = runs.find(({ source }) => source === name);
      expect(run?.state, `${name}: ${fault}`).toBe('failed');
      expect(run?.line.en, `${name}: ${fault}`).toMatch(line);
    }
    const others = runs.filter(({ source }) => !wrong.some(([name]) => name === source));
    expect(others.length).toBeGreaterThan(10);
    for (const run of others) {
      const before = whole.find(({ source }) => source === run.source);
      expect(run.state, run.source).toBe('done');
      expect(run.unchanged, run.source).toBe(before?.added);
    }
  }, 120_000);

  it('leaves a board alone that asks for peace, for as long as it asks', async () => {
    boards.faults.set('themuse', 'busy');
    const [run] = await service().fetchSources({ names: ['themuse'], signal });
    expect(run).toMatchObject({ state: 'failed', nextAllowedAt: new Date(now.getTime() + 7_200_000).toISOString() });
    const asked = boards.asked.get('themuse');
    await service().fetchSources({ names: ['themuse'], signal });
    expect(boards.asked.get('themuse')).toBe(asked);
  });
});
