import { expect, test } from 'vitest';
import { filterAfter } from '../testing.ts';

test('groups of countries are found in every case', () => {
  expect(filterAfter('кухар у країнах Бенілюксу').regions).toEqual(['BENELUX']);
  expect(filterAfter('кухар у Північній Америці').regions).toEqual(['NORTH_AMERICA']);
  expect(filterAfter('кухар у Прибалтиці').regions).toEqual(['BALTICS']);
});

test('a province is no city', () => {
  expect(filterAfter('кухар, Київська область')).toEqual({ titles: ['cook'], query: 'Kyiv oblast' });
  expect(filterAfter('кухар на Львівщині').cities).toBeUndefined();
  expect(filterAfter('медсестра, Полтавщина').cities).toBeUndefined();
});

test('where one comes from is no place of work when another one is named', () => {
  expect(filterAfter('Я з Харкова, зараз живу в Дрездені, шукаю роботу кухарем').cities).toEqual(['Dresden']);
  expect(filterAfter('Я з Одеси, живу у Варшаві, шукаю роботу перукаркою').cities).toEqual(['Warsaw']);
  expect(filterAfter('кухар з Одеси').cities).toEqual(['Odesa']);
});
