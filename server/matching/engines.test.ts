/** One store, two engines: the same postings give the same pages, in the same order, and the same counts. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { composePerch, type Perch } from '../compose.ts';
import { loadConfig } from '../kernel/config.ts';
import { createLogger } from '../kernel/logger.ts';
import { samplePostings } from '../postings/sample/sample-board.ts';
import { openTestPlace } from '../store/testing.ts';
import type { Filter } from './filter.ts';

const nativeServer = process.env['TEST_DATABASE_URL'] ?? '';
const now = new Date('2026-11-21T08:00:00Z');
const FILTERS: readonly Filter[] = [
  {},
  { query: 'caring for people at night' },
  { query: 'payments', sort: 'newest' },
  { workplace: ['remote'], countries: ['DE'], skills: ['Python'] },
  { titles: ['nurse', 'teacher'], sort: 'pay' },
  { regions: ['EU'], exclude: { keywords: ['night shift'], seniority: ['senior'] } },
  { pay: { min: 60_000, currency: 'EUR' }, postedWithinDays: 30 },
];

async function answers(perch: Perch): Promise<unknown> {
  async function* postings() {
    for (const posting of samplePostings(1500, now)) yield { ...posting, isSample: false, source: 'two' };
  }
  await perch.services.ingest.importPostings(postings(), { signal: AbortSignal.timeout(120_000) });
  const userId = perch.ownerId;
  return await Promise.all(
    FILTERS.map(async (filter) => {
      const { matches } = await perch.services.matches.list({ userId, filter, offset: 0, limit: 300 });
      const counts = await perch.services.matches.count({ userId, filter });
      return { filter, counts, ids: matches.map(({ id }) => id) };
    }),
  );
}

describe.skipIf(nativeServer === '')('embedded and native (TEST_DATABASE_URL)', () => {
  it('give the same pages and counts', { timeout: 300_000 }, async () => {
    const native = await openTestPlace();
    const dataDir = await mkdtemp(join(tmpdir(), 'perch-two-'));
    const logger = createLogger({ level: 'error' });
    const compose = async (place: { dataDir: string; databaseUrl: string | undefined }): Promise<Perch> =>
      await composePerch(loadConfig({ PERCH_FETCH: 'off' }, place), logger, { clock: () => now });
    const perches = [await compose(native.config), await compose({ dataDir, databaseUrl: undefined })];
    try {
      const found = [];
      for (const perch of perches) found.push(await answers(perch));
      expect(found[1]).toEqual(found[0]);
    } finally {
      for (const perch of perches) await perch.close();
      await native.dispose();
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});
