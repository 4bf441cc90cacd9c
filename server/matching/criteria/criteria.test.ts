import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPerch, type TestPerch } from '../../testing.ts';
import { EMPLOYMENTS, SENIORITIES, WORKPLACES } from '../../postings/job-posting.ts';
import { type Filter, REGIONS } from '../filter.ts';
import { wideRows } from '../match-repository.ts';
import { hasBit } from '../posting-index/bits.ts';
import { createIndexKeeper } from '../posting-index/index-keeper.ts';
import { createTextSearch } from '../posting-index/text-search.ts';
import type { JudgedPosting } from './criterion.ts';
import { criteria } from './index.ts';

const TODAY = '2026-11-21';
/** Any number will do, as long as it is the posting's own. */
const scoreOfId = (id: string): number => Number.parseInt(id.slice(-4), 16) % 101;
let test: TestPerch;
let postings: ReadonlyMap<string, JudgedPosting>;

beforeAll(async () => {
  test = await openTestPerch({ clock: () => new Date(`${TODAY}T08:00:00Z`) });
  postings = await test.perch.store.asPerson(test.perch.ownerId, async (unit) => {
    const index = await createIndexKeeper(test.perch.store).current(unit);
    const rows = await wideRows(
      unit,
      Array.from({ length: index.size }, (_, slot) => index.idOf(slot)),
    );
    return new Map(
      rows.map((row) => [
        row.id,
        { ...row, alsoOn: [], score: scoreOfId(row.id), postedOn: (row.date_posted ?? row.first_seen_at).slice(0, 10) },
      ]),
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
  languages: some('en', 'de', 'uk'),
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
    visaSponsorship: fc.constant(true as const),
    categories: some('Engineering', 'nursing', 'Nobody'),
    minScore: fc.integer({ min: 0, max: 100 }),
    client: fc.constant({ paymentVerified: true }),
    exclude: fc.record({ ...facets, keywords: some('night', 'agency', 'Kubernetes cluster') }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

describe('every criterion', () => {
  it('answers for one posting as it does for all of them', async () => {
    const keeper = createIndexKeeper(test.perch.store);
    const text = createTextSearch();
    await fc.assert(
      fc.asyncProperty(filters, async (filter) => {
        for (const criterion of criteria.filter((candidate) => candidate.isSet(filter))) {
          const { index, answer } = await test.perch.store.asPerson(test.perch.ownerId, async (unit) => {
            const current = await keeper.current(unit);
            const naming = await text.naming(unit, current, criterion.phrases?.(filter) ?? []);
            const scoreOf = (slot: number): number => scoreOfId(current.idOf(slot));
            return {
              index: current,
              answer: criterion.answer({ index: current, filter, today: TODAY, naming, scoreOf }),
            };
          });
          const wrong: string[] = [];
          for (let slot = 0; slot < index.size; slot += 1) {
            const posting = postings.get(index.idOf(slot));
            if (posting === undefined) throw new Error('a posting that is not in the store');
            const { verdict } = criterion.judge(posting, filter, TODAY);
            const found = hasBit(answer.yes, slot) ? 'yes' : hasBit(answer.unclear, slot) ? 'unclear' : 'no';
            if (found !== verdict) wrong.push(`${posting.title}: ${found}, judged ${verdict}`);
          }
          expect(wrong, `${criterion.key} of ${JSON.stringify(filter)}`).toEqual([]);
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
