import { describe, expect, it } from 'vitest';
import { understand } from '../understand.ts';

const calls = (text: string): unknown =>
  understand(text, { filter: {}, today: '2026-11-21', onScreen: [] }).calls.map(({ name, input }) => [name, input]);

describe('orders about what the page shows', () => {
  it.each([
    'show my saved jobs',
    'Saved jobs please',
    'what have I saved?',
    'Zeig mir meine gemerkten Stellen',
    'Was habe ich mir gemerkt?',
    'Покажи збережені вакансії',
  ])('opens what is saved: %s', (text) => expect(calls(text)).toEqual([['show_marked', { mark: 'saved' }]]));

  it.each(['show the hidden jobs', 'Which ones did I hide?', 'Zeige die ausgeblendeten', 'покажіть приховані'])(
    'opens what is hidden: %s',
    (text) => expect(calls(text)).toEqual([['show_marked', { mark: 'hidden' }]]),
  );

  it.each([
    ['switch to dark mode', 'dark'],
    ['make it dark', 'dark'],
    ['light theme please', 'light'],
    ['Schalte bitte auf den dunklen Modus um', 'dark'],
    ['helles Design', 'light'],
    ['увімкни темну тему', 'dark'],
    ['системна тема', 'system'],
  ])('changes colours: %s', (text, theme) => expect(calls(text)).toEqual([['set_preferences', { theme }]]));

  it.each([
    ['what is missing in my cv for number 3', 3],
    ["What's missing from my résumé for the second one?", 2],
    ['Was fehlt in meinem Lebenslauf für die dritte Stelle?', 3],
    ['Prüfe meinen Lebenslauf für Nummer 2', 2],
    ['чого бракує в моєму резюме для першої вакансії', 1],
    ['Порівняй моє резюме з № 4', 4],
  ])('asks what a CV lacks: %s', (text, job) => expect(calls(text)).toEqual([['analyze_cv', { job }]]));

  it('leaves wishes alone', () => {
    for (const text of [
      'light industrial jobs',
      'night shift nurse',
      'hidden champions in Bavaria',
      'day care teacher',
    ])
      expect(JSON.stringify(calls(text)), text).not.toMatch(/show_marked|set_preferences|analyze_cv/u);
  });
});
