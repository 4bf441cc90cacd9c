import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { bare } from '../server/postings/testing/bare-posting.ts';
import { openTestPerch, type TestPerch } from '../server/testing.ts';

let test: TestPerch;
beforeAll(async () => {
  test = await openTestPerch();
}, 60_000);
afterAll(async () => await test.close());

it('separate_job shows a posting by itself that was put together with another, and puts it back', async () => {
  const { registry, services } = test.perch;
  const context = await test.freshContext();
  const vacancy = 'https://jobs.lever.co/amsel/0b1c2d3e-0000-4000-8000-123456789abc';
  const cook = { title: 'Cook', company: 'Amsel', locations: ['Graz'], url: vacancy };
  async function* carried() {
    yield bare({ ...cook, source: 'lever' });
    yield bare({ ...cook, source: 'hn' });
  }
  await services.ingest.importPostings(carried(), { signal: context.signal });
  const { matches } = await services.matches.list({ ...context, filter: { sources: ['hn'] }, offset: 0, limit: 9 });
  expect(matches).toMatchObject([{ source: 'lever', alsoOn: ['Hacker News: Who is hiring?'] }]);
  const shown = await registry.run('show_job', { job: matches[0]?.id ?? '' }, context);
  const { links } = z.object({ links: z.array(z.object({ id: z.uuid(), because: z.string() })) }).parse(shown.data);
  expect(links).toMatchObject([{ because: 'vacancy' }]);
  const job = links[0]?.id;
  const total = async (): Promise<number> => (await services.matches.counts(context)).total;
  expect(await total()).toBe(1);
  await registry.run('separate_job', { job }, context);
  expect(await total()).toBe(2);
  await registry.run('separate_job', { job, together: true }, context);
  expect(await total()).toBe(1);
  await registry.run('undo', {}, context);
  expect(await total()).toBe(2);
  const undone = await registry.run('undo', {}, context);
  expect(undone.outcome.line.en).toBe('Openings as before');
  expect(await total()).toBe(1);
});
