import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ActionContext } from '../../tools/action.ts';
import { NOTHING_SAID, type SourcePosting } from '../postings/job-posting.ts';
import { openTestPerch, type TestPerch } from '../testing.ts';
import type { Filter } from './filter.ts';
import type { Match } from './match.ts';

let test: TestPerch;
beforeAll(async () => {
  test = await openTestPerch();
}, 60_000);
afterAll(async () => await test.close());

const wish: Filter = {
  workplace: ['remote'],
  countries: ['DE'],
  skills: ['Python'],
  pay: { min: 60_000, currency: 'EUR', period: 'year' },
};

async function withFilter(filter: Filter): Promise<ActionContext> {
  const context = await test.freshContext();
  await test.perch.services.filters.change({ ...context, change: { set: filter }, by: 'person', action: 'set_filter' });
  return context;
}

describe('the home country', () => {
  it('is judged on every card by the posting’s words once it is known, and the list on screen follows', async () => {
    const { matches, preferences } = test.perch.services;
    const context = await withFilter({});
    const before = await matches.page(context);
    expect(before.matches.map(({ home }) => home)).toEqual(before.matches.map(() => null));
    const told: Match[] = [];
    const end = test.perch.events.on('matches-changed', ({ upserted }) => told.push(...upserted));
    await preferences.change(context.userId, { homeCountry: 'DE' });
    const { matches: cards } = await matches.page(context);
    const inGermany = await matches.page(await withFilter({ countries: ['DE'] }));
    const reasonOf = new Map(inGermany.matches.map(({ id, reasons: [reason] }) => [id, reason]));
    const both = cards.filter(({ id }) => reasonOf.has(id));
    expect(both.length).toBeGreaterThan(0);
    for (const { id, home } of both) {
      const reason = reasonOf.get(id);
      expect(home).toEqual({ verdict: reason?.verdict, evidence: reason?.evidence });
    }
    expect(new Set(cards.map(({ home }) => home?.verdict)).size).toBeGreaterThan(1);
    await expect.poll(() => told.some(({ home }) => home !== null)).toBe(true);
    end();
    await preferences.change(context.userId, { homeCountry: null });
  });
});

describe('the counts', () => {
  it('say of each criterion exactly how many its removal brings back', async () => {
    const { matches } = test.perch.services;
    const context = await withFilter(wish);
    const counts = await matches.counts(context);
    expect(counts.total + counts.hidden).toBe(counts.postings);
    for (const field of ['workplace', 'countries', 'skills', 'pay'] as const) {
      const without = { ...wish };
      delete without[field];
      const { total } = await matches.count({ userId: context.userId, filter: without });
      const hidden = counts.hiddenBy.find(({ criterion }) => criterion === field)?.count ?? 0;
      expect(total, field).toBe(counts.total + hidden);
    }
  });

  it('name what to give up when nothing fits: one criterion, or two', async () => {
    const { matches } = test.perch.services;
    const userId = test.perch.ownerId;
    const one = await matches.count({ userId, filter: { companies: ['Nobody'], workplace: ['remote'] } });
    const { total: remote } = await matches.count({ userId, filter: { workplace: ['remote'] } });
    expect(one).toMatchObject({ total: 0, relief: { criteria: ['companies'], count: remote } });
    const two = await matches.count({
      userId,
      filter: { companies: ['Nobody'], sources: ['nowhere'], workplace: ['remote'] },
    });
    expect(two).toMatchObject({ total: 0, relief: { criteria: ['companies', 'sources'], count: remote } });
    const three = { companies: ['Nobody'], sources: ['nowhere'], categories: ['none'], workplace: ['remote' as const] };
    expect((await matches.count({ userId, filter: three })).relief).toBeNull();
    expect((await matches.count({ userId, filter: { workplace: ['remote'] } })).relief).toBeNull();
  });

  it('equal the rows there are', async () => {
    const { matches } = test.perch.services;
    const context = await withFilter({ workplace: ['remote'] });
    const { total, unclear } = await matches.counts(context);
    const all = await matches.list({
      userId: context.userId,
      filter: { workplace: ['remote'] },
      offset: 0,
      limit: 500,
    });
    expect(all.matches).toHaveLength(total);
    expect(all.matches.filter((match) => match.unclear.length > 0)).toHaveLength(unclear);
  });
});

describe('the list', () => {
  it('pages through everything once, in one order', async () => {
    const { matches } = test.perch.services;
    const context = await test.freshContext();
    for (const sort of ['score', 'newest', 'pay'] as const) {
      const filter: Filter = { query: 'python data', sort };
      const seen: string[] = [];
      for (let offset = 0; ; offset += 30) {
        const page = await matches.list({ userId: context.userId, filter, offset, limit: 30 });
        seen.push(...page.matches.map(({ id }) => id));
        if (!page.hasMore) break;
      }
      expect(seen).toHaveLength(200);
      expect(new Set(seen).size, sort).toBe(200);
    }
  });

  it('puts sure matches before unclear ones of the same relevance', async () => {
    const { matches } = test.perch.services;
    const context = await test.freshContext();
    const { matches: list } = await matches.list({
      userId: context.userId,
      filter: { workplace: ['remote'] },
      offset: 0,
      limit: 500,
    });
    const firstUnclear = list.findIndex((match) => match.unclear.length > 0);
    expect(firstUnclear).toBeGreaterThan(0);
    expect(list.slice(firstUnclear).every((match) => match.unclear.length > 0)).toBe(true);
  });

  it('never leaves out what the query does not name: it ranks', async () => {
    const { matches } = test.perch.services;
    const context = await test.freshContext();
    const { matches: list } = await matches.list({
      userId: context.userId,
      filter: { query: 'kindergarten' },
      offset: 0,
      limit: 500,
    });
    expect(list).toHaveLength(200);
    expect(list[0]?.title.toLowerCase()).toContain('kindergarten');
  });

  it('leaves out the unclear when that is switched off', async () => {
    const { matches, filters } = test.perch.services;
    const context = await withFilter({ workplace: ['remote'], countries: ['DE'] });
    const before = await matches.counts(context);
    expect(before.unclear).toBeGreaterThan(0);
    await filters.showUnclear({ ...context, show: false, by: 'person' });
    expect((await matches.counts(context)).total).toBe(before.total - before.unclear);
    expect((await matches.page(context)).matches.every((match) => match.unclear.length === 0)).toBe(true);
  });
});

describe('what the pages are told', () => {
  it('is the filter, then the list as order and difference, then the counts', async () => {
    const { services, events } = test.perch;
    const context = await test.freshContext();
    const heard: string[] = [];
    const upserted: number[] = [];
    const stops = [
      events.on('filter-changed', ({ filter }) => heard.push(`filter ${filter.revision}`)),
      events.on('matches-changed', (change) => {
        heard.push(`matches ${change.revision}`);
        upserted.push(change.upserted.length);
        expect(change.order.length).toBeLessThanOrEqual(20);
      }),
      events.on('counts-changed', ({ counts }) => heard.push(`counts ${counts.revision}`)),
    ];
    await services.filters.change({
      ...context,
      change: { set: { workplace: ['remote'] } },
      by: 'person',
      action: 'set_filter',
    });
    await expect.poll(() => heard).toEqual(['filter 1', 'matches 1', 'counts 1']);
    await services.matches.showMore(context);
    await expect.poll(() => upserted.length).toBe(2);
    expect(upserted[1]).toBeLessThanOrEqual(20);
    for (const stop of stops) stop();
  });

  it('loses no change when two come at once', async () => {
    const { filters } = test.perch.services;
    const context = await test.freshContext();
    const add = async (name: string) =>
      await filters.change({ ...context, change: { add: { skills: [name] } }, by: 'person', action: 'set_filter' });
    await Promise.all(['Python', 'SQL', 'Go', 'Rust', 'Java'].map(add));
    const state = await filters.get(context);
    expect(state.revision).toBe(5);
    expect(state.filter.skills?.toSorted()).toEqual(['Go', 'Java', 'Python', 'Rust', 'SQL']);
  });
});

describe('an export', () => {
  it('keeps every cell as it is and lets none act', async () => {
    const { services } = test.perch;
    const nasty = [
      '=1+1',
      '＝HYPERLINK("x")',
      '+49 30',
      '@sum',
      'a "quoted", one\nwith a line',
      '  -2',
      'Gärtner:in 🌱',
    ];
    async function* postings(): AsyncIterable<SourcePosting> {
      for (const [index, title] of nasty.entries()) {
        yield {
          ...NOTHING_SAID,
          source: 'sample',
          sourceId: `nasty-${index}`,
          url: `https://example.org/${index}`,
          title,
          company: title,
          description: 'Nasty words',
          isSample: true,
        };
      }
    }
    await services.ingest.importPostings(postings(), { signal: AbortSignal.timeout(10_000) });
    const context = await withFilter({ sources: ['sample'] });
    const { id } = await services.exports.create({ ...context, format: 'csv' });
    let text = '';
    for await (const chunk of (await services.exports.stream({ userId: context.userId, exportId: id })).chunks)
      text += chunk;
    const rows = z
      .array(z.object({ title: z.string(), url: z.string() }))
      .parse(parse(text, { bom: true, columns: true }));
    const cells = rows.filter(({ url }) => url.startsWith('https://example.org/')).map(({ title }) => title);
    expect(cells).toHaveLength(nasty.length);
    // What begins like a formula, also behind spaces or quotes, begins with an apostrophe.
    for (const cell of cells.filter((title) => /^[\s"']*[=+@＝-]/u.test(title))) expect(cell).toMatch(/^'/u);
    expect(cells).toContain('a "quoted", one\nwith a line');

    const json = await services.exports.create({ ...context, format: 'json' });
    let document = '';
    for await (const chunk of (await services.exports.stream({ userId: context.userId, exportId: json.id })).chunks)
      document += chunk;
    const file = z
      .object({
        exportedAt: z.string(),
        filter: z.unknown(),
        revision: z.number(),
        matches: z.array(z.object({ title: z.string() })),
      })
      .parse(JSON.parse(document));
    expect(file.filter).toEqual({ sources: ['sample'] });
    expect(file.matches.map(({ title }) => title)).toContain('=1+1');
  });
});
