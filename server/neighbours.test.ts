/** Two processes on one native server: what one does, the other shows. */
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { composePerch, type Perch } from './compose.ts';
import { loadConfig } from './kernel/config.ts';
import { newId } from './kernel/ids.ts';
import { createLogger } from './kernel/logger.ts';
import { samplePostings } from './postings/sample/sample-board.ts';
import { openTestPlace } from './store/testing.ts';

const nativeServer = process.env['TEST_DATABASE_URL'] ?? '';

/** Runs `work` with two processes' worth of Perch on one server. */
async function withTwo(work: (one: Perch, other: Perch) => Promise<void>): Promise<void> {
  const place = await openTestPlace();
  const compose = async (): Promise<Perch> =>
    await composePerch(loadConfig({ PERCH_FETCH: 'off' }, place.config), createLogger({ level: 'error' }));
  const [one, other] = [await compose(), await compose()];
  try {
    await work(one, other);
  } finally {
    await one.close();
    await other.close();
    await place.dispose();
  }
}

describe.skipIf(nativeServer === '')('two processes on one server (TEST_DATABASE_URL)', () => {
  it('hear of each other’s postings, and count them', { timeout: 60_000 }, async () => {
    await withTwo(async (page, worker) => {
      const heard: number[] = [];
      const own: number[] = [];
      page.events.on('postings-changed', ({ added }) => heard.push(added));
      worker.events.on('postings-changed', ({ added }) => own.push(added));
      async function* postings() {
        for (const posting of samplePostings(30, new Date()))
          yield { ...posting, isSample: false, source: 'neighbour' };
      }
      await worker.services.ingest.importPostings(postings(), { signal: AbortSignal.timeout(20_000) });
      await expect.poll(() => heard, { timeout: 5000 }).toEqual([30]);
      await wait(200);
      // Nothing comes back to where it came from.
      expect(own).toEqual([30]);
      expect((await page.services.matches.count({ userId: page.ownerId, filter: {} })).total).toBe(30);
    });
  });

  it('hear of a search that is saved, and of whose it is', { timeout: 60_000 }, async () => {
    await withTwo(async (watches, saves) => {
      const told: unknown[] = [];
      watches.events.on('searches-changed', (whose) => told.push(whose));
      const place = { userId: saves.ownerId, conversationId: '' };
      place.conversationId = (await saves.services.conversations.open({ ...place, conversationId: undefined })).id;
      const change = { set: { titles: ['welder'] } };
      await saves.services.filters.change({ ...place, change, by: 'person', action: 'set_filter' });
      await saves.services.searches.save({ ...place, frequency: 'daily' });
      await expect.poll(() => told, { timeout: 5000 }).toEqual([{ userId: saves.ownerId }]);
    });
  });

  it('hear of a turn that another runs, a few times', { timeout: 60_000 }, async () => {
    await withTwo(async (watches, runs) => {
      const place = { userId: runs.ownerId, conversationId: '' };
      place.conversationId = (await runs.services.conversations.open({ ...place, conversationId: undefined })).id;
      const told: unknown[] = [];
      const back: unknown[] = [];
      watches.events.on('changed-elsewhere', (what) => told.push(what));
      runs.events.on('changed-elsewhere', (what) => back.push(what));
      const turn = await runs.agent.send({ ...place, messageId: newId(), text: 'remote Python jobs', revision: 0 });
      await turn.done;
      await expect.poll(() => told.length, { timeout: 5000 }).toBeGreaterThan(1);
      expect(new Set(told.map((what) => JSON.stringify(what)))).toEqual(new Set([JSON.stringify(place)]));
      expect(told.length).toBeLessThan(5);
      expect(back).toEqual([]);
      const messages = await watches.services.conversations.messages(place);
      expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant']);
    });
  });
});
