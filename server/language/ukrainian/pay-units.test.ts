import { expect, test } from 'vitest';
import { filterAfter } from '../testing.ts';

test('the unit behind an amount tells the period', () => {
  expect(filterAfter('медсестра 25 000 грн/міс').pay).toEqual({ min: 25_000, currency: 'UAH', period: 'month' });
  expect(filterAfter('будівельник 150 євро за зміну').pay).toEqual({ min: 150, currency: 'EUR', period: 'day' });
  expect(filterAfter('зварювальник від 25 зл/год').pay).toEqual({ min: 25, currency: 'PLN', period: 'hour' });
});

test('a dot behind an abbreviation ends no sentence', () => {
  expect(filterAfter('юрист, від 60 тис. грн на місяць').pay).toEqual({
    min: 60_000,
    currency: 'UAH',
    period: 'month',
  });
  expect(filterAfter('кухар, м. Львів').cities).toEqual(['Lviv']);
  expect(filterAfter('кухар від 900 дол. на місяць').pay).toEqual({ min: 900, currency: 'USD', period: 'month' });
});

test('a number of days is no pay', () => {
  expect(filterAfter('кухар, вакансії за 3 дні').pay).toBeUndefined();
  expect(filterAfter('вакансії за 10 днів').postedWithinDays).toBe(10);
  expect(filterAfter('вакансії за тиждень').pay).toBeUndefined();
});

test('an amount alone keeps the period it had, and crowns and zlotys are earned by the month', () => {
  const pay = { min: 30_000, currency: 'UAH', period: 'month' } as const;
  expect(filterAfter('35к', { pay }).pay).toEqual({ ...pay, min: 35_000 });
  expect(filterAfter('розробник від 20000 злотих').pay).toEqual({ min: 20_000, currency: 'PLN' });
  expect(filterAfter('3-4 тисячі євро').pay).toMatchObject({ min: 3000, max: 4000 });
});
