/** Saved searches over a whole Perch: what is new in each, when it is pointed out, and whose they are. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ActionContext } from '../../tools/action.ts';
import type { SourcePosting } from '../postings/job-posting.ts';
import { COOK_TEXT } from '../postings/duplicates/testing.ts';
import { bare } from '../postings/testing/bare-posting.ts';
import { openTestPerch, type TestPerch } from '../testing.ts';
import type { SearchLine } from './saved-search.ts';
import { MOST_SEARCHES } from './search-refusals.ts';

const HOUR_MS = 60 * 60 * 1000;
let test: TestPerch;
let now = new Date('2026-11-20T08:00:00Z');
beforeAll(async () => {
  test = await openTestPerch({ clock: () => now });
}, 60_000);
afterAll(async () => await test.close());

const pass = (hours: number): void => void (now = new Date(now.getTime() + hours * HOUR_MS));
const welder = (sourceId: string, more: Partial<SourcePosting> = {}): SourcePosting =>
  bare({
    sourceId,
    url: `https://jobs.example.org/${sourceId}`,
    title: 'Welder',
    company: `Yard ${sourceId}`,
    ...more,
  });

async function arrive(...postings: SourcePosting[]): Promise<void> {
  async function* rows() {
    yield* postings;
  }
  await test.perch.services.ingest.importPostings(rows(), { signal: AbortSignal.timeout(10_000) });
}

async function looking(title: string): Promise<ActionContext> {
  const context = await test.freshContext();
  const change = { set: { titles: [title] } };
  await test.perch.services.filters.change({ ...context, change, action: 'set_filter' });
  return context;
}

async function lines(): Promise<Pick<SearchLine, 'newMatches' | 'hasNews'>[]> {
  const { searches } = await test.perch.services.searches.list({ userId: test.perch.ownerId });
  return searches.map(({ newMatches, hasNews }) => ({ newMatches, hasNews }));
}

it('counts what came since it was opened, and points it out when its day or week is over', async () => {
  const { searches } = test.perch.services;
  await arrive(welder('1'), bare({ sourceId: 'b', title: 'Baker', url: 'https://jobs.example.org/b' }));
  const context = await looking('welder');
  const { search } = await searches.save({ ...context, frequency: 'daily' });
  expect(await lines()).toEqual([{ newMatches: 0, hasNews: false }]);
  pass(1);
  await arrive(
    welder('1'),
    welder('2', { description: COOK_TEXT }),
    bare({ sourceId: 'c', title: 'Baker', url: 'https://jobs.example.org/c' }),
  );
  expect(await lines()).toEqual([{ newMatches: 1, hasNews: false }]);
  pass(23);
  expect(await lines()).toEqual([{ newMatches: 1, hasNews: true }]);
  await searches.change({ ...context, id: search.id, frequency: 'weekly' });
  expect(await lines()).toEqual([{ newMatches: 1, hasNews: false }]);
  pass(6 * 24);
  expect(await lines()).toEqual([{ newMatches: 1, hasNews: true }]);
  const elsewhere = await test.freshContext();
  const opened = await searches.open({ ...elsewhere, id: search.id });
  expect(opened.after.filter).toEqual({ titles: ['welder'] });
  expect(await lines()).toEqual([{ newMatches: 0, hasNews: false }]);
  // Neither another copy of a known opening nor a posting that the person hid is news.
  pass(1);
  await arrive(
    welder('2', { source: 'other', url: 'https://other.example.org/2', description: COOK_TEXT }),
    welder('3'),
  );
  expect(await lines()).toEqual([{ newMatches: 1, hasNews: false }]);
  const { matches } = await test.perch.services.matches.page(elsewhere);
  const third = matches.find(({ company }) => company === 'Yard 3')?.id ?? '';
  await test.perch.services.marks.mark({ ...elsewhere, postingIds: [third], mark: 'hidden', action: 'hide_job' });
  expect(await lines()).toEqual([{ newMatches: 0, hasNews: false }]);
  await searches.remove({ ...context, id: search.id });
});

it('keeps the same filter once, with the frequency said last', async () => {
  const { searches } = test.perch.services;
  const context = await looking('plumber');
  const first = await searches.save({ ...context, frequency: 'daily' });
  const same = await searches.save({ ...context, frequency: 'daily' });
  expect(same).toMatchObject({ isKnown: true, changeId: null, search: { id: first.search.id } });
  const weekly = await searches.save({ ...(await looking('plumber')), frequency: 'weekly' });
  expect(weekly).toMatchObject({ isKnown: true, search: { id: first.search.id, frequency: 'weekly' } });
  expect(weekly.changeId).not.toBeNull();
  expect(await lines()).toHaveLength(1);
  await searches.remove({ ...context, id: first.search.id });
});

it('keeps it once even when tabs save it at the same moment', async () => {
  const { searches } = test.perch.services;
  const tabs = await Promise.all(Array.from({ length: 4 }, async () => await looking('tiler')));
  const saved = await Promise.all(tabs.map(async (tab) => await searches.save({ ...tab, frequency: 'daily' })));
  expect(new Set(saved.map(({ search }) => search.id)).size).toBe(1);
  expect(await lines()).toHaveLength(1);
  await searches.remove({ ...(await test.freshContext()), id: saved[0]?.search.id ?? '' });
});

it('refuses to save everything, and more than a person looks through', async () => {
  const { searches, filters } = test.perch.services;
  const context = await test.freshContext();
  await filters.change({ ...context, change: { set: { sort: 'newest' } }, action: 'set_filter' });
  await expect(searches.save({ ...context, frequency: 'daily' })).rejects.toMatchObject({ code: 'invalid' });
  const ids: string[] = [];
  for (let place = 0; place < MOST_SEARCHES; place += 1) {
    await filters.change({ ...context, change: { set: { cities: [`City ${place}`] } }, action: 'set_filter' });
    ids.push((await searches.save({ ...context, frequency: 'daily' })).search.id);
  }
  await filters.change({ ...context, change: { set: { cities: ['One More'] } }, action: 'set_filter' });
  await expect(searches.save({ ...context, frequency: 'daily' })).rejects.toThrow(/Remove one/u);
  expect(await lines()).toHaveLength(MOST_SEARCHES);
  for (const id of ids) await searches.remove({ ...context, id });
});

it('belongs to the person who saved it', async () => {
  const { searches, conversations } = test.perch.services;
  const { search } = await searches.save({ ...(await looking('cook')), frequency: 'daily' });
  const userId = test.strangerId;
  const { id: conversationId } = await conversations.open({ userId, fresh: true });
  const stranger = { userId, conversationId, id: search.id, by: 'person' as const };
  expect(await searches.list({ userId })).toEqual({ searches: [] });
  await expect(searches.open(stranger)).rejects.toMatchObject({ code: 'not_found' });
  await expect(searches.change({ ...stranger, name: 'Mine' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(searches.remove(stranger)).rejects.toMatchObject({ code: 'not_found' });
  expect(await lines()).toHaveLength(1);
});
