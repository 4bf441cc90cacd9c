import { expect, test } from 'vitest';
import { changeFilter } from '../../matching/change-filter.ts';
import { understand } from '../understand.ts';

const filterOf = (text: string) => {
  const { change } = understand(text, { filter: {}, today: '2026-01-15', onScreen: [] });
  return change === null ? {} : changeFilter({}, change);
};

test('what stands before a general role narrows it', () => {
  expect(filterOf('шукаю роботу системною аналітикинею').titles).toEqual(['systems analyst']);
  expect(filterOf('мережевий інженер').titles).toEqual(['network engineer']);
  expect(filterOf('вакансія операційної менеджерки').titles).toEqual(['operations manager']);
});

test('what stands behind a general role, bare or after a preposition, narrows it, too', () => {
  expect(filterOf('розробник ігор').titles).toEqual(['game developer']);
  expect(filterOf('менеджер з активних продажів').titles).toEqual(['sales manager']);
  expect(filterOf('фахівець з реклами').titles).toEqual(['advertising specialist']);
  expect(filterOf('керівниця маркетингу')).toEqual({ titles: ['head of marketing'], seniority: ['lead'] });
});

test('a head that is said twice is one role', () => {
  expect(filterOf('фронтенд-розробниця').titles).toEqual(['frontend developer']);
  expect(filterOf('андроїд розробник').titles).toEqual(['android developer']);
  expect(filterOf('айос девелопер').titles).toEqual(['ios developer']);
});

test('a place beside a craft is no part of its name, and two roles stay two', () => {
  expect(filterOf('кухар у ресторан').titles).toEqual(['cook']);
  expect(filterOf('менеджер або бухгалтер').titles).toEqual(['manager', 'accountant']);
  expect(filterOf('розробник, ігри').titles).toEqual(['developer']);
});

test('women are named as men are', () => {
  expect(filterOf('комплектувальницею').titles).toEqual(filterOf('комплектувальником').titles);
  expect(filterOf('посудомийниця').titles).toEqual(['dishwasher']);
  expect(filterOf('верстальниця').titles).toEqual(filterOf('верстальник').titles);
});

test('an unknown Ukrainian word never enters the name of a role', () => {
  expect(filterOf('абракадабровий інженер').titles).toEqual(['engineer']);
});

test('a department has a head, a doctor a field, and a warehouse behind a role is where', () => {
  expect(filterOf('керівник відділу розробки').titles).toEqual(['head of engineering']);
  expect(filterOf('лікар-стоматолог').titles).toEqual(['dentist']);
  expect(filterOf('пакувальниця на склад')).toEqual({ titles: ['packer'], query: 'warehouse' });
  expect(filterOf('робота на складі').titles).toEqual(['warehouse worker']);
  expect(filterOf('учень електрика').titles).toEqual(['apprentice electrician']);
});
