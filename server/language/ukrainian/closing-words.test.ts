import { expect, test } from 'vitest';
import { filterAfter } from '../testing.ts';

test('what stands at the end of a clause refuses or allows what stands before', () => {
  expect(filterAfter('агенції не показуй', { titles: ['cook'] })).toEqual({
    titles: ['cook'],
    exclude: { keywords: ['agency'] },
  });
  expect(filterAfter('EPAM можна', { exclude: { companies: ['EPAM'] } })).toEqual({});
  expect(filterAfter('поверни EPAM', { exclude: { companies: ['EPAM'] } })).toEqual({});
});

test('what is not considered without something has to have it', () => {
  expect(filterAfter('без житла не розглядаю').query).toBe('housing');
  expect(filterAfter('медсестра, без англійської не підходить').languages).toEqual(['en']);
  expect(filterAfter('кухар без житла').exclude).toEqual({ keywords: ['housing'] });
});

test('one thing is changed for another', () => {
  expect(filterAfter('зміни кухаря на пекаря', { titles: ['cook'] }).titles).toEqual(['baker']);
  expect(filterAfter('поміняй Варшаву на Краків', { cities: ['Warsaw', 'Lublin'] }).cities).toContain('Krakow');
  expect(filterAfter('заміни Python на Java', { skills: ['Python'] }).skills).toEqual(['Java']);
});
