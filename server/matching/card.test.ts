import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEvents } from '../kernel/events.ts';
import { createLogger } from '../kernel/logger.ts';
import { openTestPerch, type TestPerch } from '../testing.ts';
import { createCardMaker } from './card.ts';
import { wideRows } from './match-repository.ts';
import { createScorer, type ScoringEvents } from './scoring/scorer.ts';

let test: TestPerch;
beforeAll(async () => {
  test = await openTestPerch();
}, 60_000);
afterAll(async () => await test.close());

it('a source whose terms allow no ranking gets neither a score nor a reason for one', async () => {
  const { store, clock, services, ownerId: userId } = test.perch;
  const words = 'Ana\nBackend Engineer\n\nSkills\nPython, Kubernetes';
  await services.cvs.add({ userId, bytes: new TextEncoder().encode(words), name: 'cv.txt' });
  const { matches } = await services.matches.page(await test.freshContext());
  const ids = matches.slice(0, 3).map(({ id }) => id);
  const logger = createLogger({ level: 'fatal' });
  const scorer = createScorer({ store, clock, logger, events: createEvents<ScoringEvents>(logger) });
  for (const allowed of [true, false]) {
    const cards = createCardMaker({ sourceTitle: (source) => source, mayRank: () => allowed, scorer });
    const details = await store.asPerson(userId, async (unit) => {
      const seen = await cards.for(unit, ids);
      return (await wideRows(unit, ids)).map((row) => seen.detail(row, {}, '2026-11-21'));
    });
    expect(details).toHaveLength(3);
    for (const { score, fit } of details) expect([score !== null, fit !== null]).toEqual([allowed, allowed]);
  }
});
