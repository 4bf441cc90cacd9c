import { expect, test } from 'vitest';
import { callsOf, filterAfter } from '../testing.ts';

test('Ukrainian in Latin letters is read as Ukrainian, whatever the table', () => {
  expect(filterAfter('treba robota zvarnykom u Lvovi, z zhytlom')).toMatchObject({
    titles: ['welder'],
    cities: ['Lviv'],
  });
  expect(filterAfter('hochu pracyuvaty ofitsiantom u Varshavi')).toEqual({ titles: ['waiter'], cities: ['Warsaw'] });
  expect(filterAfter('shukayu robotu dyzajnerom, viddaleno, vid 1000 dolariv')).toEqual({
    titles: ['designer'],
    workplace: ['remote'],
    pay: { min: 1000, currency: 'USD' },
  });
});

test('an order of a word or two is enough', () => {
  expect(filterAfter('tilky Lviv', { cities: ['Kyiv'] })).toEqual({ cities: ['Lviv'] });
  expect(callsOf('skasuj')).toEqual([['undo', {}]]);
  expect(filterAfter('prybery Lviv', { cities: ['Lviv', 'Kyiv'] })).toEqual({ cities: ['Kyiv'] });
});

test('names of technologies stay, and English and German are left alone', () => {
  expect(filterAfter('treba python rozrobnyk viddaleno').skills).toEqual(['Python']);
  expect(filterAfter('Koch in Hamburg').titles).toEqual(['cook']);
  expect(filterAfter('nurse in Odesa')).toEqual({ titles: ['nurse'], cities: ['Odesa'] });
});

test('two vowels may be one letter, or a letter and a short one', () => {
  expect(filterAfter('shukayu robotu vodiem u Lvovi')).toEqual({ titles: ['driver'], cities: ['Lviv'] });
  expect(filterAfter('elektryk u Kyievi, povna zainiatist')).toEqual({
    titles: ['electrician'],
    cities: ['Kyiv'],
    employment: ['full_time'],
  });
  expect(filterAfter('robota kuharem, potribna zainiatist chastkova').titles).toEqual(['cook']);
});
