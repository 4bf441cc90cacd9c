/** German forms that stand for others: jobs by their count, relative clauses, and what does not matter. */
import { expect, test } from 'vitest';
import { callsOf, filterAfter } from '../testing.ts';
import { germanSpelling } from './spelling.ts';

test.each([
  ['merk dir die drei und die sieben', 'merk dir die dritte und die siebte'],
  ['blende die fünf aus', 'blende die fünfte aus'],
  ['vergleiche die zwei mit der vierten', 'vergleiche die zweite mit der vierten'],
])('a count in an order is a place in the list: %s', (said, written) => {
  expect(germanSpelling(said)).toBe(written);
});

test.each(['die zwei Wochen sind um', 'merk dir die zwei Stellen', 'nimm drei oder vier'])(
  'a count stays one: %s',
  (said) => {
    expect(germanSpelling(said)).toBe(said);
  },
);

test.each([
  ['zeig nichts, was älter als drei Wochen ist', { postedWithinDays: 21 }],
  ['keine Anzeigen, die älter als fünf Tage sind', { postedWithinDays: 5 }],
  ['auf Upwork mit mindestens vier Sternen', { sources: ['upwork'], client: { minRating: 4 } }],
])('%s', (said, filter) => {
  expect(filterAfter(said)).toEqual(filter);
});

test.each([
  [
    'als Logopädin eine 60-%-Stelle in Chur',
    { titles: ['speech therapist'], cities: ['Chur'], employment: ['part_time'] },
  ],
  ['Koch, 70-80 % Pensum', { titles: ['cook'], employment: ['part_time'] }],
  [
    'Maurer in Gera, unter 21 Euro die Stunde mache ich nichts',
    { titles: ['bricklayer'], cities: ['Gera'], pay: { min: 21, currency: 'EUR', period: 'hour' } },
  ],
  ['unter 60k läuft nichts', { pay: { min: 60000, period: 'year' } }],
  ['nur fest, nichts Befristetes', { exclude: { employment: ['temporary'] } }],
  ['Tischlerin, wo genau in Tirol ist mir egal', { titles: ['carpenter'], query: 'Tyrol', countries: ['AT'] }],
  ['Ich bin seit neun Jahren Dachdecker und suche was als Hausmeister', { titles: ['caretaker'] }],
  ['Von Nachtschichten hab ich genug, hab auch den Vertrieb satt und suche was als Kellner', { titles: ['waiter'] }],
  ['Ich bin gelernte Bäckerin, will jetzt aber als Floristin arbeiten', { titles: ['florist'] }],
  [
    'bin ausgebildeter Maler, würde nun lieber als Busfahrer in Jena fahren',
    { titles: ['bus driver'], cities: ['Jena'] },
  ],
  ['Ich bin gelernte Friseurin und suche was in Linz', { titles: ['hairdresser'], cities: ['Linz'] }],
  ['Spring-Boot-Entwickler in Ulm', { skills: ['Spring Boot'], titles: ['developer'] }],
  ['Power-BI-Kenntnisse, Controller in Ulm', { skills: ['Power BI'], titles: ['controller'] }],
  ['Unreal-Engine-Entwicklerin in Ulm', { skills: ['Unreal Engine'], titles: ['developer'] }],
  ['Vollzeit nein, Teilzeit ja', { employment: ['part_time'], exclude: { employment: ['full_time'] } }],
  ['Bonn ja, Köln nein', { cities: ['Bonn'], exclude: { cities: ['Cologne'] } }],
  ['lieber Kellnerin als Köchin', { titles: ['waiter'] }],
  ['lieber Tagessatz, ab 400 Euro', { pay: { min: 400, currency: 'EUR', period: 'day' } }],
  ['vergiss alles, ich suche jetzt Gärtner in Bern', { titles: ['gardener'], cities: ['Bern'] }],
  ['Alles auf Anfang: zeig mir jetzt Notare in Celle', { titles: ['notary'], cities: ['Celle'] }],
  ['was Kreatives in Kiel', { query: 'creative', cities: ['Kiel'] }],
  ['job wo man kein deutsch braucht, berlin', { cities: ['Berlin'], exclude: { languages: ['de'] } }],
])('what stands for something else: %s', (said, filter) => {
  expect(filterAfter(said)).toMatchObject(filter);
});

test.each(['Der Dienstplan ist mir egal', 'Firmenlauf ist nicht so wichtig', 'Tischkicker spielt keine Rolle'])(
  'what was never asked for changes nothing: %s',
  (said) => {
    expect(filterAfter(said, { titles: ['cook'] })).toEqual({ titles: ['cook'] });
  },
);

test.each([
  ['Melde dich jede Woche, sobald neue Stellen da sind', 'weekly'],
  ['gib uns bitte täglich Bescheid, wenn was Passendes reinkommt', 'daily'],
  ['Schick mir jede Woche, was neu ist', 'weekly'],
  ['richte mir einen Suchauftrag ein, wöchentlich', 'weekly'],
])('a search that reports: %s', (said, frequency) => {
  expect(callsOf(said, { titles: ['cook'] })).toEqual([['save_search', expect.objectContaining({ frequency })]]);
});

test.each([
  ['tausch Koch gegen Bäcker', { titles: ['baker'], cities: ['Ulm'] }],
  ['ersetze Ulm durch Augsburg', { titles: ['cook'], cities: ['Augsburg'] }],
  ['von Ulm zu Augsburg wechseln', { titles: ['cook'], cities: ['Augsburg'] }],
])('one thing for another: %s', (said, filter) => {
  expect(filterAfter(said, { titles: ['cook'], cities: ['Ulm'] })).toEqual(filter);
});

test.each([
  ['Welche Stellen für Hausmeister gibt es in Gera?', { titles: ['caretaker'], cities: ['Gera'] }],
  ['Wer sucht gerade Maurer in Jena?', { titles: ['bricklayer'], cities: ['Jena'] }],
  ['Wo kann ich in Linz als Florist arbeiten?', { titles: ['florist'], cities: ['Linz'] }],
  ['Welche Betriebe in Ulm suchen Tischler?', { titles: ['carpenter'], cities: ['Ulm'] }],
])('a question that is a wish: %s', (said, filter) => {
  expect(filterAfter(said)).toEqual(filter);
});
