/** Towns count where only a place can stand, in three languages; their names stay ordinary words everywhere else. */
import { describe, expect, it } from 'vitest';
import { filterAfter as filterOf } from './testing.ts';

describe('towns', () => {
  it.each([
    ['nurse in Inverness or Stirling', ['Inverness', 'Stirling']],
    ['Physio Kempten Teilzeit', ['Kempten']],
    ['Bäckerin in Hof', ['Hof']],
    ['Verkäufer Bad Homburg', ['Bad Homburg']],
    ['шукаю роботу адміністратора в Трускавці', ['Truskavets']],
    ['lehrer, Zug', ['Zug']],
    ['barista in truro', ['Truro']],
  ])('%s', (text, cities) => {
    expect(filterOf(text).cities).toEqual(cities);
  });

  it('adds a town to the cities that are set', () => {
    expect(filterOf('St. Albans works too', { cities: ['London'] }).cities).toEqual(['London', 'St Albans']);
  });

  it.each(['Enterprise sales manager', 'our mission is hiring, driver', 'product manager at Stripe'])(
    '%s names no town',
    (text) => {
      expect(filterOf(text).cities).toBeUndefined();
    },
  );
});

describe('cities mistyped by a letter', () => {
  it.each([
    ['warehouse job in birmigham', ['Birmingham']],
    ['Lagerist in Stuttgrat', ['Stuttgart']],
    ['superviser chicgo nights', ['Chicago']],
  ])('%s', (text, cities) => {
    expect(filterOf(text).cities).toEqual(cities);
  });

  it.each(['milling and marine work', 'a trainer who likes dogs'])('%s names none', (text) => {
    expect(filterOf(text).cities).toBeUndefined();
  });
});
