import { describe, expect, it } from 'vitest';
import { answer } from '../answers/answers.ts';
import { understand } from '../understand.ts';

const calls = (text: string): unknown =>
  understand(text, { filter: { titles: ['welder'] }, today: '2026-11-21', onScreen: [] }).calls.map(
    ({ name, input }) => [name, input],
  );

describe('saved searches in sentences', () => {
  it.each([
    ['save this search', 'daily'],
    ['save this search and tell me weekly about new ones', 'weekly'],
    ['Sag mir täglich Bescheid', 'daily'],
    ['Gib mir jede Woche Bescheid', 'weekly'],
    ['Speichern Sie bitte die Suche und informieren Sie mich wöchentlich', 'weekly'],
    ['повідомляй щотижня про нові', 'weekly'],
    ['підпиши мене на цей пошук', 'daily'],
  ])('saves: %s', (text, frequency) => expect(calls(text)).toEqual([['save_search', { frequency }]]));

  it.each([
    ['save this search as Near the sea', 'Near the sea'],
    ['Speichere diese Suche als „Am Meer“', 'Am Meer'],
    ['збережи цей пошук як «Біля моря»', 'Біля моря'],
  ])('saves under a name: %s', (text, name) =>
    expect(calls(text)).toEqual([['save_search', { frequency: 'daily', name }]]),
  );

  it('never takes a file for a name', () => {
    expect(calls('save this search as csv')).toEqual([['export', { format: 'csv' }]]);
    expect(calls('save the search as json')).toEqual([['export', { format: 'json' }]]);
  });

  it.each([
    'bakers in Vienna, tell me weekly about new ones',
    'Bäcker in Wien und sag mir wöchentlich Bescheid',
    'пекар у Відні, повідомляй щотижня про нові',
  ])('sets a wish first, then saves it: %s', (text) =>
    expect(calls(text)).toEqual([
      ['set_filter', { set: { titles: ['baker'], cities: ['Vienna'] } }],
      ['save_search', { frequency: 'weekly' }],
    ]),
  );

  it.each(['show my saved searches', 'my alerts', 'Zeig mir meine gespeicherten Suchen', 'які пошуки я зберіг?'])(
    'lists them: %s',
    (text) => expect(calls(text)).toEqual([['show_searches', {}]]),
  );

  it.each([
    ['open my saved search', {}],
    ['open the second saved search', { search: 2 }],
    ['show the saved search Berlin', { search: 'Berlin' }],
    ['Öffne die zweite gespeicherte Suche', { search: 2 }],
    ['meine gespeicherte Suche Berlin öffnen', { search: 'Berlin' }],
    ['відкрий перший збережений пошук', { search: 1 }],
  ])('opens one: %s', (text, input) => expect(calls(text)).toEqual([['open_search', input]]));

  it.each([
    ['delete the third saved search', { search: 3 }],
    ['stop notifying me', {}],
    ['stop the alerts', {}],
    ['Lösche den Suchauftrag 2', { search: 2 }],
    ['Benachrichtige mich nicht mehr', {}],
    ['прибери збережений пошук', {}],
    ['більше не повідомляй мене', {}],
  ])('removes one, and saves none: %s', (text, input) => expect(calls(text)).toEqual([['remove_search', input]]));

  it.each([
    ['change the saved search to weekly', { frequency: 'weekly' }],
    ['Stelle den Suchauftrag auf täglich um', { frequency: 'daily' }],
    ['зміни збережений пошук на щотижня', { frequency: 'weekly' }],
    ['rename the saved search to Near the sea', { name: 'Near the sea' }],
    ['Nenne die gespeicherte Suche „Am Meer“', { name: 'Am Meer' }],
    ['назви пошук «Біля моря»', { name: 'Біля моря' }],
  ])('changes one: %s', (text, input) => expect(calls(text)).toEqual([['change_search', input]]));

  it('are taken back in two words, since the list is as it was', () => {
    const meaning = understand('undo', { filter: {}, today: '2026-11-21', onScreen: [] });
    const undone = (undid: string) => [{ name: 'undo', input: {}, output: { undid, total: 44 } }];
    expect(answer(meaning, undone('search'), [], 'en')).toBe('Taken back.');
    expect(answer(meaning, undone('filter'), [], 'en')).toBe('Taken back. 44 jobs fit.');
  });
});
