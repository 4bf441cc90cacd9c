import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { openTestPerch, type TestPerch } from '../server/testing.ts';

let test: TestPerch;
beforeAll(async () => {
  test = await openTestPerch();
}, 60_000);
afterAll(async () => await test.close());

const answer = z.object({
  looked: z.number(),
  projects: z.array(
    z.looseObject({
      title: z.string(),
      skill: z.number().nullable(),
      mean: z.number(),
      clientRating: z.null(),
      recommendation: z.enum(['yes', 'maybe', 'no']),
      reasoning: z.object({ en: z.string(), de: z.string(), uk: z.string() }),
    }),
  ),
});

it('rates freelance projects only, best first, from a mean of seven on, and says how many', async () => {
  const { registry, services } = test.perch;
  const context = await test.freshContext();
  await expect(registry.run('rate_projects', {}, context)).rejects.toThrow(/no CV yet/u);
  const words = 'Ana\nSenior Backend Engineer\nBerlin, Germany\n\nSkills\nPython, PostgreSQL, Kubernetes';
  await services.cvs.add({ userId: context.userId, bytes: new TextEncoder().encode(words), name: 'cv.txt' });
  const project = (title: string, skills: string): string =>
    `${title}\nExample Ltd, Berlin, Germany\nFreelance contract, 6 months, remote\n\nRequirements\n${skills}`;
  for (const text of [
    project('Senior Backend Engineer (Freelance)', '- Python\n- PostgreSQL'),
    project('Senior SAP Consultant (Freelance)', '- SAP S/4HANA\n- ABAP'),
    'Backend Engineer\nSteady Ltd, Berlin\nPermanent, full-time\n\nRequirements\n- Python',
  ])
    await registry.run('add_job', { text }, context);
  const good = answer.parse((await registry.run('rate_projects', {}, context)).data);
  expect(good.projects.map(({ title }) => title)).toContain('Senior Backend Engineer (Freelance)');
  expect(good.projects.every(({ mean }) => mean >= 7)).toBe(true);
  const all = answer.parse((await registry.run('rate_projects', { least: 0 }, context)).data);
  const means = all.projects.map(({ mean }) => mean);
  expect(means).toEqual(means.toSorted((a, b) => b - a));
  const titles = all.projects.map(({ title }) => title);
  expect(titles).toContain('Senior SAP Consultant (Freelance)');
  expect(titles).not.toContain('Backend Engineer');
  expect(all.projects.find(({ title }) => title.includes('SAP'))?.recommendation).toBe('no');
  const said = (await registry.run('rate_projects', {}, context)).outcome;
  expect(said.line.en).toMatch(/projects have a mean of 7 or more: .*worth answering/u);
  expect(said.view?.kind).toBe('posting');
});
