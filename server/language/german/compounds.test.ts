/** German compounds as roles: both parts known, only the last one known, and words that are none. */
import { expect, test } from 'vitest';
import { gloss } from '../gloss/gloss.ts';

test.each([
  ['Laborleiterin gesucht', 'laboratory manager'],
  ['Zollabteilung, Exportleiter', 'head of export'],
  ['Energieleiter in Bonn', 'head of energy'],
])('what is led stands behind in English: %s', (said, english) => {
  expect(gloss(said).text).toContain(english);
});

test.each([
  ['ich suche etwas als Zirkusmusiker', 'musician'],
  ['Stelle als Kirmeskassiererin', 'cashier'],
  ['arbeite als Ponytrainer', 'trainer'],
])('the role at the end of a name whose beginning is unknown: %s', (said, english) => {
  expect(gloss(said).text).toContain(english);
});

test.each(['Vertriebsingenieur in Essen', 'steuerassistent bremen', 'Personalberater Linz'])(
  'a name of German parts alone speaks for German: %s',
  (said) => {
    expect(gloss(said).language).toBe('de');
  },
);

test.each(['Watchmaker in Leeds', 'Zunftmeister', 'Heiterkeit'])('no German role is heard in %s', (said) => {
  expect(gloss(said).text).toBe(said);
});

test.each([
  ['suche etwas als Annotatorin', 'annotator'],
  ['Stellen für Kuratoren', 'curator'],
  ['eine Salesforce-Administratorin gesucht', 'administrator'],
])('an English name with a German ending: %s', (said, english) => {
  expect(gloss(said).text).toContain(english);
});

test.each([
  ['Vertriebsjobs in Linz', 'sales jobs'],
  ['Pflegestellen', 'care jobs'],
  ['was gibt es an Lagerjobs', 'warehouse jobs'],
])('jobs of a field: %s', (said, english) => {
  expect(gloss(said).text).toContain(english);
});
