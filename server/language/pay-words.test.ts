/** Money and hours as people around the world write them. */
import { describe, expect, it } from 'vitest';
import { filterAfter } from './testing.ts';

describe('pay', () => {
  it.each([
    ['12 lakhs per annum', { min: 1_200_000, period: 'year' }],
    ['15 LPA', { min: 1_500_000, period: 'year' }],
    ['R25 000 per month', { min: 25_000, currency: 'ZAR', period: 'month' }],
    ['Rs50000 a month', { min: 50_000, currency: 'INR', period: 'month' }],
    ['half a million rupees a year', { min: 500_000, currency: 'INR', period: 'year' }],
    ['S$6000 monthly', { min: 6000, currency: 'SGD', period: 'month' }],
  ])('is read in the words of its country: %s', (said, pay) => {
    expect(filterAfter(said).pay).toEqual(pay);
  });

  it.each([
    ['top end 80k', { max: 80_000, period: 'year' }],
    ['north of 100k', { min: 100_000, period: 'year' }],
    ['six figures', { min: 100_000, period: 'year' }],
    ['not a penny under £30k', { min: 30_000, currency: 'GBP', period: 'year' }],
    ['salary range 50-70', { min: 50_000, max: 70_000, period: 'year' }],
    ['weekly pay of 900 dollars or more', { min: 900, currency: 'USD', period: 'week' }],
    ['paid in USD', { currency: 'USD' }],
  ])('has its bounds in words: %s', (said, pay) => {
    const filter = filterAfter(said);
    expect(filter).toEqual({ pay });
  });

  it.each(['grade R2 teacher', '6m contract'])('is nothing else: %s', (said) => {
    expect(filterAfter(said).pay).toBeUndefined();
  });
});

describe('days and places of work', () => {
  it.each(['two days a week', 'a 3 day week', 'cleaner, one day a week'])('few days are part time: %s', (said) => {
    expect(filterAfter(said).employment).toEqual(['part_time']);
  });

  it.each(['I can come in twice a week', 'two days a week in the office', 'office once a week'])(
    'days in the office are hybrid: %s',
    (said) => {
      expect(filterAfter(said)).toEqual({ workplace: ['hybrid'] });
    },
  );

  it.each([
    ['perm only', { employment: ['full_time'] }],
    ['temp to perm', { employment: ['temporary'] }],
    ['I refuse to work from home', { exclude: { workplace: ['remote'] } }],
  ])('%s', (said, filter) => {
    expect(filterAfter(said)).toEqual(filter);
  });

  it.each([
    ['within 20 miles of Bath', 'Bath'],
    ['not too far from Utrecht', 'Utrecht'],
    ['commuting distance from Oxford', 'Oxford'],
  ])('a place may be near: %s', (said, city) => {
    expect(filterAfter(said)).toEqual({ cities: [city] });
  });

  it.each([
    ['Latin America', { regions: ['LATAM'] }],
    ['Port Harcourt', { cities: ['Port Harcourt'] }],
    ['Yorkshire', { query: 'Yorkshire' }],
  ])('is English, not Ukrainian in Latin letters: %s', (said, filter) => {
    expect(filterAfter(said)).toEqual(filter);
  });
});
