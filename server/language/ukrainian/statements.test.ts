import { expect, test } from 'vitest';
import { filterAfter } from '../testing.ts';

test('a language that is not known or not asked for is refused, however that is said', () => {
  for (const said of [
    'щоб не вимагали німецьку',
    'німецька щоб не вимагалась',
    'без вимог до німецької',
    'німецькою не володію',
    'не вчила німецьку',
  ])
    expect(filterAfter(`бухгалтер, ${said}`)).toEqual({ titles: ['accountant'], exclude: { languages: ['de'] } });
});

test('a team or an office speaks a language', () => {
  expect(filterAfter('стажування, Варшава, англомовна команда').languages).toEqual(['en']);
  expect(filterAfter('бухгалтер, англійська робоча').languages).toEqual(['en']);
  expect(filterAfter('французькомовна медсестра').languages).toEqual(['fr']);
  expect(filterAfter('кухар у німецьку компанію').languages).toBeUndefined();
});

test('the order of the list is asked for in many words', () => {
  expect(filterAfter('кухар, спочатку де більше платять').sort).toBe('pay');
  expect(filterAfter('найвищі зарплати зверху').sort).toBe('pay');
  expect(filterAfter('найбільш свіжі вгорі').sort).toBe('newest');
  expect(filterAfter('спершу найрелевантніші').sort).toBe('score');
  expect(filterAfter('кухар з високою зарплатою').sort).toBeUndefined();
});

test('ages of postings are bounds, and "старший" beside a role is a level', () => {
  expect(filterAfter('кухар, не старше 7 днів')).toEqual({ titles: ['cook'], postedWithinDays: 7 });
  expect(filterAfter('кухар, не старші двох тижнів').postedWithinDays).toBe(14);
  expect(filterAfter('кухар, протягом місяця').postedWithinDays).toBe(30);
  expect(filterAfter('старший кухар').seniority).toEqual(['senior']);
});

test('what lies below a score is not shown', () => {
  expect(filterAfter('прибери все, що нижче 70')).toEqual({ minScore: 70 });
  expect(filterAfter('оцінка не нижча за 55')).toEqual({ minScore: 55 });
  expect(filterAfter('менше 60% не показуй')).toEqual({ minScore: 60 });
});

test('a verb or a small word behind "не" is no keyword', () => {
  expect(filterAfter('кухар, щоб не кричали').exclude).toBeUndefined();
  expect(filterAfter('кухар, нічні зміни їй не підходять').exclude).toEqual({ keywords: ['night shift'] });
  expect(filterAfter('кухар, щоб не штрафували').exclude).toBeUndefined();
});

test('a language that was learnt meanwhile is refused no longer', () => {
  const filter = { titles: ['plumber'], exclude: { languages: ['pl'] } };
  for (const said of ['польську вже вивчив', 'польську я вже знаю', 'польською мовою вже володію'])
    expect(filterAfter(said, filter).exclude).toBeUndefined();
});
