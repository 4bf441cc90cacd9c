import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openTestPerch, type TestPerch } from '../../testing.ts';
import { EMPLOYMENTS, SENIORITIES, WORKPLACES } from '../../postings/job-posting.ts';
import { type Filter, REGIONS } from '../filter.ts';
import { wideRows } from '../match-repository.ts';
import { createSqlValues, type JudgedPosting } from './criterion.ts';
import { criteria } from './index.ts';

const TODAY = '2026-11-21';
let test: TestPerch;
let postings: ReadonlyMap<string, JudgedPosting>;

beforeAll(async () => {
  test = await openTestPerch({ clock: () => new Date(`${TODAY}T08:00:00Z`) });
  postings = await test.perch.store.asPerson(test.perch.ownerId, async (unit) => {
    const ids = await unit.all(z.object({ posting_id: z.uuid() }), 'select posting_id from posting_search');
    const rows = await wideRows(
      unit,
      ids.map(({ posting_id }) => posting_id),
    );
    return new Map(
      rows.map((row) => [row.id, { ...row, postedOn: (row.date_posted ?? row.first_seen_at).slice(0, 10) }]),
    );
  });
}, 60_000);
afterAll(async () => await test.close());

const some = <Value>(...values: Value[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
const skill = ['Python', 'SQL', 'Excel', 'Kubernetes', 'TypeScript', 'Patient Care'];
const facets = {
  titles: some('software engineer', 'python developer', 'nurse', 'accountant', 'driver', 'product manager', 'wizard'),
  skills: some(...skill),
  companies: some('Sonnenweg Software', 'tall pine', 'Nobody & Sons'),
  countries: some('DE', 'US', 'CA', 'GB', 'UA', 'PL', 'BR', 'JP'),
  regions: some(...REGIONS),
  cities: some('Berlin', 'London', 'Toronto', 'Kyiv', 'Munich'),
  workplace: some(...WORKPLACES),
  employment: some(...EMPLOYMENTS),
  seniority: some(...SENIORITIES),
  sources: some('sample', 'ashby'),
};
const pay = fc.record(
  {
    min: fc.integer({ min: 10, max: 150_000 }),
    max: fc.integer({ min: 10, max: 250_000 }),
    currency: fc.constantFrom('EUR', 'USD', 'GBP', 'PLN'),
    period: fc.constantFrom('year' as const, 'month' as const, 'hour' as const),
  },
  { requiredKeys: [] },
);
const filters: fc.Arbitrary<Filter> = fc.record(
  {
    ...facets,
    anySkills: some(...skill),
    pay: pay.filter(({ min, max }) => min !== undefined || max !== undefined),
    postedWithinDays: fc.integer({ min: 1, max: 60 }),
    exclude: fc.record(facets, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

describe('every criterion', () => {
  it('answers for one posting as it does in SQL for all of them', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        for (const criterion of criteria.filter((candidate) => candidate.isSet(filter))) {
          const values = createSqlValues();
          const sql = `select s.posting_id, (${criterion.sql(filter, values, TODAY)})::int as answer from posting_search s`;
          const rows = await test.perch.store.asPerson(
            test.perch.ownerId,
            async (unit) => await unit.all(z.object({ posting_id: z.uuid(), answer: z.number() }), sql, values.list),
          );
          const inSql = new Map(rows.map(({ posting_id, answer }) => [posting_id, answer]));
          for (const [id, posting] of postings) {
            const { verdict } = criterion.judge(posting, filter, TODAY);
            const expected = { yes: 1, unclear: 0, no: -1 }[verdict];
            expect(
              inSql.get(id),
              `${criterion.key} of ${JSON.stringify(filter)}: "${posting.title}" is ${verdict}, unlike in SQL`,
            ).toBe(expected);
          }
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('has values that cannot act as SQL or as wildcards', async () => {
    const hostile = ["'; drop table posting_search; --", '%', '_', '\\', '" or 1=1', '((', '*'];
    for (const word of hostile) {
      const filter: Filter = {
        titles: [word],
        skills: [word],
        anySkills: [word],
        companies: [word],
        cities: [word],
        sources: [word],
        exclude: { keywords: [word], titles: [word] },
      };
      const counts = await test.perch.services.matches.count({ userId: test.perch.ownerId, filter });
      expect(counts.postings, word).toBe(200);
      expect(counts.total, word).toBe(0);
    }
  });
});
