import { describe, expect, it } from 'vitest';
import { filterChangeSchema } from '../server/matching/filter.ts';
import { resolveFilterChange } from './resolve-filter.ts';

describe('what is written into a filter', () => {
  it.each([
    [
      'names of countries, in any language',
      { countries: ['deutschland', 'UK', 'Україна', 'at'] },
      { countries: ['DE', 'GB', 'UA', 'AT'] },
    ],
    ['regions among the countries', { countries: ['Europe', 'DE'] }, { countries: ['DE'], regions: ['EUROPE'] }],
    ['regions in words', { regions: ['the European Union', 'dach'] }, { regions: ['EU', 'DACH'] }],
    ['cities by their own name', { cities: ['München', 'Atlantis'] }, { cities: ['Munich', 'Atlantis'] }],
    ['short forms of skills', { skills: ['k8s', 'js', 'golang'] }, { skills: ['Kubernetes', 'JavaScript', 'Go'] }],
    [
      'a skill the table counts to a wider one',
      { skills: ['Spring Boot', 'Frobnicate'] },
      { skills: ['Spring Boot', 'Frobnicate'] },
    ],
    [
      'spellings of small sets',
      { workplace: 'On-Site', employment: ['full-time', 'fulltime'], seniority: ['Mid-Level'] },
      { workplace: ['onsite'], employment: ['full_time'], seniority: ['mid'] },
    ],
    ['languages by name', { languages: ['German', 'українська'] }, { languages: ['de', 'uk'] }],
    [
      'amounts',
      { pay: { min: '80k', max: '€ 120,000', currency: 'euro', period: 'per year' } },
      { pay: { min: 80_000, max: 120_000, currency: 'EUR', period: 'year' } },
    ],
    [
      'fields that a model filled in for form’s sake',
      { skills: ['Go'], cities: [], query: '', pay: {}, exclude: { skills: [] }, sort: null },
      { skills: ['Go'] },
    ],
    [
      'exclusions',
      { exclude: { countries: ['usa'], skills: ['js'] } },
      { exclude: { countries: ['US'], skills: ['JavaScript'] } },
    ],
  ])('%s', (_, said, meant) => {
    expect(resolveFilterChange({ set: said })).toEqual({ set: meant });
    filterChangeSchema.parse(resolveFilterChange({ set: said }));
  });

  it('may come without `set` around it', () => {
    expect(resolveFilterChange({ skills: 'Python', countries: 'Germany' })).toEqual({
      set: { skills: ['Python'], countries: ['DE'] },
    });
  });

  it('keeps a right change as it is', () => {
    const change = {
      set: { workplace: ['remote'], pay: { min: 60_000, currency: 'EUR' }, visaSponsorship: true, sort: 'newest' },
      add: { skills: ['Python'] },
      remove: { exclude: { companies: ['Initech'] } },
      clear: ['cities'],
    };
    expect(resolveFilterChange(change)).toEqual(change);
  });

  it('refuses what does not exist, in words that a model can mend it by', () => {
    expect(() => resolveFilterChange({ set: { countries: ['XX'] } })).toThrow(/no country with the code XX/u);
    for (const invented of [
      { countries: ['Middle Earth'] },
      { workplace: ['moon'] },
      { salary: 5 },
      { pay: { min: 'high' } },
    ])
      expect(filterChangeSchema.safeParse(resolveFilterChange({ set: invented })).success).toBe(false);
    for (const nonsense of [null, 'text', 7, [], { set: 'all' }, { set: [1] }])
      expect(() => filterChangeSchema.safeParse(resolveFilterChange(nonsense))).not.toThrow();
  });
});
