import { expect, test } from 'vitest';
import { filterAfter } from '../testing.ts';

const filter = { titles: ['cook'], cities: ['Warsaw'] };

test('a question about the world changes nothing', () => {
  for (const said of [
    'а в Естонії взагалі багато платять?',
    'а чи потрібна віза до Польщі?',
    'Python - хороша мова?',
    'чи складно знайти роботу кухарем у Празі?',
  ])
    expect(filterAfter(said, filter)).toEqual(filter);
});

test('a wish that is put as a question is one', () => {
  expect(filterAfter('а покажеш тільки Краків?', filter).cities).toEqual(['Krakow']);
  expect(filterAfter('є щось віддалено?', filter).workplace).toEqual(['remote']);
  expect(filterAfter('покажеш медсестер у Львові?').titles).toEqual(['nurse']);
});

test('what is replaced is not refused', () => {
  expect(filterAfter('не Варшава, а Краків', filter)).toEqual({ titles: ['cook'], cities: ['Krakow'] });
  expect(filterAfter('Краків, а не Варшава', filter)).toEqual({ titles: ['cook'], cities: ['Krakow'] });
  expect(filterAfter('не Варшава', filter)).toEqual({ titles: ['cook'], exclude: { cities: ['Warsaw'] } });
});
