import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeFilter, sameFilter } from './change-filter.ts';
import { type Filter, type FilterChange, filterSchema, REGIONS } from './filter.ts';

const skills = fc.uniqueArray(fc.constantFrom('Python', 'Go', 'SQL', 'Rust', 'Excel', 'Figma'), { maxLength: 4 });
const countries = fc.uniqueArray(fc.constantFrom('DE', 'US', 'UA', 'PL', 'GB'), { maxLength: 3 });
const workplace = fc.uniqueArray(fc.constantFrom('remote' as const, 'hybrid' as const, 'onsite' as const), {
  maxLength: 3,
});
const lists = fc.record(
  { skills, countries, workplace, regions: fc.uniqueArray(fc.constantFrom(...REGIONS), { maxLength: 2 }) },
  { requiredKeys: [] },
);
const fields: fc.Arbitrary<Filter> = fc.record(
  {
    skills,
    countries,
    workplace,
    anySkills: skills,
    query: fc.constantFrom('fintech', 'night shifts'),
    pay: fc.record(
      { min: fc.integer({ min: 1, max: 200_000 }), currency: fc.constantFrom('EUR', 'USD') },
      { requiredKeys: ['min'] },
    ),
    postedWithinDays: fc.integer({ min: 1, max: 90 }),
    exclude: fc.record(
      { skills, countries, keywords: fc.uniqueArray(fc.constantFrom('crypto', 'agency'), { maxLength: 2 }) },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);
const change: fc.Arbitrary<FilterChange> = fc.record(
  {
    set: fields,
    add: lists,
    remove: lists,
    clear: fc.uniqueArray(fc.constantFrom('skills' as const, 'pay' as const, 'exclude' as const), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

describe('changeFilter', () => {
  it('gives a valid, tidy filter and leaves the old one as it was', () => {
    fc.assert(
      fc.property(fields, change, (filter, step) => {
        const before = structuredClone(filter);
        const after = changeFilter(filter, step);
        expect(filter).toEqual(before);
        expect(filterSchema.parse(after)).toEqual(after);
        expect(changeFilter(after, {})).toEqual(after);
        for (const value of Object.values(after)) expect(value).not.toEqual([]);
      }),
    );
  });

  it('comes out the same when the same is added twice or in another order', () => {
    fc.assert(
      fc.property(fields, lists, lists, (filter, a, b) => {
        const once = changeFilter(filter, { add: a });
        expect(changeFilter(once, { add: a })).toEqual(once);
        expect(
          sameFilter(changeFilter(once, { add: b }), changeFilter(changeFilter(filter, { add: b }), { add: a })),
        ).toBe(true);
      }),
    );
  });

  it('never both wants and refuses a value that was named', () => {
    fc.assert(
      fc.property(fields, lists, (filter, add) => {
        const after = changeFilter(filter, { add });
        for (const skill of add.skills ?? []) expect(after.exclude?.skills ?? []).not.toContain(skill);
        const refused = changeFilter(filter, { add: { exclude: { countries: add.countries ?? [] } } });
        for (const code of add.countries ?? []) expect(refused.countries ?? []).not.toContain(code);
      }),
    );
  });

  it('takes values away whatever their case, and the field with the last one', () => {
    expect(changeFilter({ skills: ['Python', 'SQL'] }, { remove: { skills: ['python'] } })).toEqual({
      skills: ['SQL'],
    });
    expect(
      changeFilter(
        { skills: ['Python'], exclude: { keywords: ['crypto'] } },
        { remove: { skills: ['PYTHON'], exclude: { keywords: ['Crypto'] } } },
      ),
    ).toEqual({});
  });

  it('sets, adds and clears as chips and sentences do', () => {
    const wish = changeFilter({}, { set: { workplace: ['remote'], countries: ['DE'], skills: ['Python'] } });
    expect(wish).toEqual({ workplace: ['remote'], countries: ['DE'], skills: ['Python'] });
    expect(changeFilter(wish, { clear: ['countries'], add: { skills: ['SQL'] } })).toEqual({
      workplace: ['remote'],
      skills: ['Python', 'SQL'],
    });
    expect(changeFilter(wish, { set: { pay: { currency: 'EUR' } } })).toEqual({ ...wish, pay: { currency: 'EUR' } });
  });
});
