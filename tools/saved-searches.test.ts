/** Saved searches as actions: saved, listed, opened, changed and removed, each said and each taken back. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestPerch, type TestPerch } from '../server/testing.ts';

let test: TestPerch;
beforeAll(async () => {
  test = await openTestPerch();
}, 60_000);
afterAll(async () => await test.close());

const wish = { set: { workplace: ['remote'], countries: ['DE'], skills: ['Python'] } };

it('a saved search is listed, opened, changed and removed, each taken back by undo', async () => {
  const { registry } = test.perch;
  const context = await test.freshContext();
  await expect(registry.run('save_search', {}, context)).rejects.toThrow(/no search to save yet/u);
  await expect(registry.run('open_search', {}, context)).rejects.toThrow(/no saved searches yet/u);
  await registry.run('set_filter', wish, context);
  const saved = await registry.run('save_search', { frequency: 'weekly' }, context);
  expect(saved.outcome.line.en).toBe('Search saved: remote, Germany, Python, weekly');
  expect(await registry.run('show_searches', {}, context)).toMatchObject({
    outcome: { line: { en: '1 saved search' }, view: { kind: 'searches' } },
    forModel: { say: { de: 'Sie haben 1 gespeicherte Suche: remote, Deutschland, Python (wöchentlich).' } },
    data: { searches: [{ filter: wish.set, frequency: 'weekly', newMatches: 0, hasNews: false }] },
  });
  await registry.run('clear_filters', {}, context);
  const opened = await registry.run('open_search', { search: 'Python Germany' }, context);
  expect(opened.outcome.line.en).toMatch(/^Opened: remote, Germany, Python: \d+ jobs?, was 200$/u);
  expect(await registry.run('get_filters', {}, context)).toMatchObject({ data: { filter: wish.set } });
  await registry.run('undo', {}, context);
  expect(await registry.run('get_filters', {}, context)).toMatchObject({ data: { filter: {} } });
  const change = { search: 1, name: 'Snakes', frequency: 'daily' };
  const changed = await registry.run('change_search', change, context);
  expect(changed.outcome.line.de).toBe('Gespeicherte Suche: Snakes, täglich');
  await expect(registry.run('change_search', { search: 1 }, context)).rejects.toThrow(/say a frequency/u);
  await expect(registry.run('remove_search', { search: 'welding' }, context)).rejects.toThrow(/1. Snakes/u);
  await registry.run('remove_search', { search: 'snakes' }, context);
  expect(await registry.run('show_searches', {}, context)).toMatchObject({ data: { searches: [] } });
  await registry.run('undo', {}, context);
  await registry.run('undo', {}, context);
  expect(await registry.run('show_searches', {}, context)).toMatchObject({
    data: { searches: [{ name: null, frequency: 'weekly' }] },
  });
  await registry.run('undo', { changeId: saved.outcome.undoId }, context);
  expect(await registry.run('show_searches', {}, context)).toMatchObject({ data: { searches: [] } });
});

it('means the search on screen when none is named, and asks which one when none is there', async () => {
  const { registry, services } = test.perch;
  const context = await test.freshContext();
  for (const title of ['welder', 'baker']) {
    await registry.run('set_filter', { set: { titles: [title] } }, context);
    await registry.run('save_search', {}, context);
  }
  await registry.run('set_filter', { set: { titles: ['welder'] } }, context);
  expect((await registry.run('change_search', { name: 'Sparks' }, context)).data).toMatchObject({
    filter: { titles: ['welder'] },
  });
  await registry.run('clear_filters', {}, context);
  await expect(registry.run('remove_search', {}, context)).rejects.toThrow(/1\. baker; 2\. Sparks/u);
  await registry.run('remove_search', { search: 2 }, context);
  await registry.run('remove_search', {}, context);
  expect(await services.searches.list({ userId: context.userId })).toEqual({ searches: [] });
});
