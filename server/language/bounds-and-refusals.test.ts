import { describe, expect, it } from 'vitest';
import { changeFilter } from '../matching/change-filter.ts';
import { understand } from './understand.ts';

const filterOf = (text: string): unknown => {
  const { change } = understand(text, { filter: {}, today: '2026-11-21', onScreen: [] });
  return change === null ? {} : changeFilter({}, change);
};

describe('a bound', () => {
  it.each([
    ['no more than 20 hours a week', { employment: ['part_time'] }],
    ['not more than 30 hours', { employment: ['part_time'] }],
    // Every full week is within it.
    ['no more than 40 hours a week', {}],
    ['not older than 24 hours', { postedWithinDays: 1 }],
    ['підвищ зарплату до 3000 євро', { pay: { min: 3000, currency: 'EUR' } }],
    ['зменш мінімум до 1500', { pay: { min: 1500 } }],
  ])('is of what it bounds: %s', (text, filter) => expect(filterOf(text)).toEqual(filter));

  it('is not the age of a person', () => {
    expect(filterOf('jobs for a 17 year old in Bristol')).toEqual({ cities: ['Bristol'] });
  });
});

describe('a refusal', () => {
  it.each([
    ['no English jobs', { exclude: { languages: ['en'] } }],
    ['keine englischen Stellen', { exclude: { languages: ['en'] } }],
    ['tax advisor, agencies excluded', { titles: ['tax advisor'], exclude: { keywords: ['agency'] } }],
    ['Berater, Zeitarbeit ausgeschlossen', { titles: ['consultant'], exclude: { employment: ['temporary'] } }],
    ['водій, нічні зміни виключено', { titles: ['driver'], exclude: { keywords: ['night shift'] } }],
  ])('may stand behind, and may be of a language: %s', (text, filter) => expect(filterOf(text)).toEqual(filter));
});

describe('names of roles', () => {
  it.each([
    ['physio in Zürich', { titles: ['physiotherapist'], cities: ['Zurich'] }],
    ['teacher of physics in Dubai', { titles: ['teacher of physics'], cities: ['Dubai'] }],
    ['медсестра в Німеччині з визнанням диплома', { titles: ['nurse'], countries: ['DE'], query: 'diploma' }],
    ['Sachbearbeiter im Großraum Frankfurt', { titles: ['office clerk'], cities: ['Frankfurt'] }],
  ])('are read whole: %s', (text, filter) => expect(filterOf(text)).toEqual(filter));
});
