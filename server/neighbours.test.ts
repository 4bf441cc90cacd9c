/** Two processes on one native server: what one does, the other shows. */
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { composePerch, type Perch } from './compose.ts';
import { loadConfig } from './kernel/config.ts';
import { createLogger } from './kernel/logger.ts';
import { samplePostings } from './postings/sample/sample-board.ts';
import { openTestPlace } from './store/testing.ts';

const nativeServer = process.env['TEST_DATABASE_URL'] ?? '';

describe.skipIf(nativeServer === '')('two processes on one server (TEST_DATABASE_URL)', () => {
  it('hear of each other’s postings, and count them', { timeout: 60_000 }, async () => {
    const place = await openTestPlace();
    const compose = async (): Promise<Perch> =>
      await composePerch(loadConfig({ PERCH_FETCH: 'off' }, place.config), createLogger({ level: 'error' }));
    const [page, worker] = [await compose(), await compose()];
    try {
      const heard: number[] = [];
      const own: number[] = [];
      page.events.on('postings-changed', ({ added }) => heard.push(added));
      worker.events.on('postings-changed', ({ added }) => own.push(added));
      async function* postings() {
        for (const posting of samplePostings(30, new Date()))
          yield { ...posting, isSample: false, source: 'neighbour' };
      }
      await worker.services.ingest.importPostings(postings(), { signal: AbortSignal.timeout(20_000) });
      for (let tries = 0; tries < 100 && heard.length === 0; tries += 1) await wait(50);
      await wait(200);
      expect(heard).toEqual([30]);
      // Nothing comes back to where it came from.
      expect(own).toEqual([30]);
      expect((await page.services.matches.count({ userId: page.ownerId, filter: {} })).total).toBe(30);
    } finally {
      await page.close();
      await worker.close();
      await place.dispose();
    }
  });
});
