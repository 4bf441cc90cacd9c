/** German wishes as filters: order, languages that are not needed, days in the office, limits that move. */
import { expect, test } from 'vitest';
import type { Filter } from '../../matching/filter.ts';
import { filterAfter } from '../testing.ts';

test.each([
  ['die lukrativsten ganz nach oben', 'pay'],
  ['ordne sie bitte nach Vergütung', 'pay'],
  ['das neueste an den Anfang', 'newest'],
  ['die jüngsten als erstes', 'newest'],
  ['nach Eignung ordnen', 'score'],
  ['höchste Punktzahl voran', 'score'],
])('order: %s', (text, sort) => {
  expect(filterAfter(text)).toEqual({ sort });
});

test.each([
  ['etwas, wo ich kein Deutsch brauche', ['de']],
  ['man muss kein Polnisch können', ['pl']],
  ['nichts wo wir Französisch können müssen, brauche keine Französischkenntnisse', ['fr']],
])('a language that is not needed: %s', (text, languages) => {
  expect(filterAfter(text).exclude?.languages).toEqual(languages);
});

test.each(['höchstens 1x pro Woche ins Büro', 'zweimal im Monat vor Ort', 'einmal die Woche im Büro'])(
  'some days in the office: %s',
  (text) => {
    expect(filterAfter(text)).toEqual({ workplace: ['hybrid'] });
  },
);

test.each([
  ['auf drei Wochen verlängern', 21],
  ['verkürze es auf 2 Tage', 2],
  ['erweitere den Zeitraum auf einen Monat', 30],
])('a limit that moves: %s', (text, postedWithinDays) => {
  expect(filterAfter(text, { postedWithinDays: 7 })).toEqual({ postedWithinDays });
});

test.each([
  ['Krankenschwester für die Kardiologie in Suhl', 'cardiology'],
  ['Architektin, Schwerpunkt Architektur für ein Internat in Suhl', 'boarding school'],
  ['Verkäuferin im Baumarkt in Suhl', 'hardware store'],
])('a ward, a science or a shop is no role: %s', (text, query) => {
  const filter = filterAfter(text);
  expect(filter.titles).toHaveLength(1);
  expect(filter.query).toContain(query);
});

test.each([
  ['Teilzeit ist kein Muss', { employment: ['part_time'] }, {}],
  ['das Gehalt ist zweitrangig', { pay: { min: 3000 } }, {}],
  ['die Nachtschicht ginge zur Not', { exclude: { keywords: ['night shift'] } }, {}],
  ['wie sieht es in Wels aus?', { cities: ['Linz'] }, { cities: ['Wels'] }],
] satisfies [string, Filter, Filter][])('what counts no longer: %s', (text, before, after) => {
  expect(filterAfter(text, before)).toEqual(after);
});
