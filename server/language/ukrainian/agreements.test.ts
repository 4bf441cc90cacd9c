import { expect, test } from 'vitest';
import { callsOf, filterAfter } from '../testing.ts';

test('a language that is enough is wanted, wherever the verb stands', () => {
  for (const said of ['англійської вистачить', 'англійської цілком достатньо', 'робоча мова англійська, збіг від 75%'])
    expect(filterAfter(`токар, ${said}`).languages).toEqual(['en']);
});

test('the order of the list goes over a comma and from one end to the other', () => {
  expect(filterAfter('спочатку ті, що краще оплачуються').sort).toBe('pay');
  expect(filterAfter('сортуй від найсвіжіших').sort).toBe('newest');
  expect(filterAfter('упорядкуй від вищої зарплати до нижчої').sort).toBe('pay');
});

test('what stands behind "замість" goes, what shall be comes', () => {
  const filter = { titles: ['cook'], cities: ['Warsaw'] };
  expect(filterAfter('замість Варшави хай буде Гданськ', filter).cities).toEqual(['Gdansk']);
  expect(filterAfter('замість кухаря давай пекаря', filter).titles).toEqual(['baker']);
  expect(filterAfter('замість Варшави постав Лодзь', filter).cities).toEqual(['Łódź']);
});

test('a question about papers or sameness changes nothing', () => {
  const filter = { titles: ['cook'] };
  for (const said of [
    'а українцям у Туреччину потрібна віза?',
    'а 1С і BAS — це одне й те саме?',
    'туди потрібен паспорт?',
  ])
    expect(callsOf(said, filter)).toEqual([]);
});

test('agreeing first allows nothing, and an order behind it stands', () => {
  expect(filterAfter('ок, тільки віддалено')).toEqual({ workplace: ['remote'] });
  expect(filterAfter('норм, лише Київ')).toEqual({ cities: ['Kyiv'] });
  expect(filterAfter('окей, залиш тільки гібрид')).toEqual({ workplace: ['hybrid'] });
});

test('several things are refused by one verb behind them, and what was refused is let in again', () => {
  expect(filterAfter('крипту і казино не пропонувати').exclude).toEqual({ keywords: ['gambling', 'crypto'] });
  const refused = { exclude: { countries: ['PL', 'DE'] } };
  expect(filterAfter('хоча Польщу можна повернути', refused)).toEqual({ exclude: { countries: ['DE'] } });
  expect(filterAfter('Німеччину можна додати', refused)).toEqual({ exclude: { countries: ['PL'] } });
});

test('the category of a licence says what is driven', () => {
  expect(filterAfter('водій категорії CE').titles).toEqual(['truck driver']);
  expect(filterAfter('водієм з категорією С').titles).toEqual(['truck driver']);
  expect(filterAfter('водій кат D').titles).toEqual(['bus driver']);
});
