/** German numbers in words: written together, with halves, and what only looks like one. */
import { expect, test } from 'vitest';
import { germanDigits } from './numbers.ts';

test.each([
  ['dreitausendfünfhundert Euro', '3500 Euro'],
  ['fünfundfünfzigtausend im Jahr', '55000 im Jahr'],
  ['zweieinhalbtausend netto', '2500 netto'],
  ['ab hundertzwanzigtausend', 'ab 120000'],
  ['anderthalbtausend', '1500'],
  ['Zweiundvierzig Stunden', '42 Stunden'],
  ['14 Euro 80 die Stunde', '14.80 Euro die Stunde'],
])('%s is %s', (words, digits) => {
  expect(germanDigits(words)).toBe(digits);
});

test.each(['Hundertwasser', 'ein Tausendsassa', 'zwei Tage', '20 Euro 40 Stunden'])('%s stays as it is', (words) => {
  expect(germanDigits(words)).toBe(words);
});
