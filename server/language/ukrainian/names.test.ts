import { expect, test } from 'vitest';
import { filterAfter } from '../testing.ts';

test('a name in Latin letters beside a role is a skill', () => {
  expect(filterAfter('бухгалтер у Полтаві, M.E.Doc').skills).toEqual(['M.E.Doc']);
  expect(filterAfter('бухгалтер, знання 1С та M.E.Doc, Суми').skills).toEqual(['1C', 'M.E.Doc']);
  expect(filterAfter('архітектор, Vectorworks').skills).toEqual(['Vectorworks']);
  expect(filterAfter('мене звати Оксана, я вчителька').skills).toBeUndefined();
});

test('with a capital a tool is meant, not the role of its name', () => {
  expect(filterAfter("Playwright обов'язково", { titles: ['qa engineer'] }).skills).toEqual(['Playwright']);
  expect(filterAfter('дизайнер, Illustrator, фріланс')).toMatchObject({
    titles: ['designer'],
    skills: ['Illustrator'],
  });
  expect(filterAfter('ілюстратор, фріланс').titles).toEqual(['illustrator']);
});

test('with a capital behind a preposition a city is meant, whatever else the word is', () => {
  expect(filterAfter('прибиральниця в Лісабоні чи Порту').cities).toEqual(['Lisbon', 'Porto']);
  expect(filterAfter('вантажник, робота в порту').cities).toBeUndefined();
  expect(filterAfter('кухар у Рівному').cities).toEqual(['Rivne']);
});

test('Russian spellings and slips at the beginning are put right', () => {
  expect(filterAfter('ищу работу сварщиком в чехии')).toEqual({ titles: ['welder'], countries: ['CZ'] });
  expect(filterAfter('официантом в италии')).toEqual({ titles: ['waiter'], countries: ['IT'] });
  expect(filterAfter('рзробник у Львові').titles).toEqual(['developer']);
});

test('two capitals before a Ukrainian word are no country', () => {
  expect(filterAfter('IT-підтримка, Київ')).toEqual({ titles: ['it support specialist'], cities: ['Kyiv'] });
  expect(filterAfter('PR-менеджерка').titles).toEqual(['pr manager']);
  expect(filterAfter('SMM-ниця').titles).toEqual(['smm manager']);
});

test('an employer ends where the role behind it begins, and a role is none', () => {
  expect(filterAfter('хочу до команди Grammarly редакторкою')).toEqual({
    titles: ['editor'],
    companies: ['Grammarly'],
  });
  expect(filterAfter('у команду Siemens інженеркою').companies).toEqual(['Siemens']);
  expect(filterAfter('тільки не EPAM, Java розробник')).toEqual({
    titles: ['developer'],
    skills: ['Java'],
    exclude: { companies: ['EPAM'] },
  });
});
