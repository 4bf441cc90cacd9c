import { describe, expect, it } from 'vitest';
import { understand } from '../understand.ts';

const calls = (text: string): unknown =>
  understand(text, { filter: {}, today: '2026-11-21', onScreen: [] }).calls.map(({ name, input }) => [name, input]);

describe('orders about what is the person’s own', () => {
  it.each([
    'https://jobs.lever.co/acme/123',
    'add this job: https://jobs.lever.co/acme/123',
    'Please add jobs.lever.co/acme/123 to my list',
    'Füge diese Stelle hinzu: https://jobs.lever.co/acme/123',
    'Nimm bitte https://jobs.lever.co/acme/123 auf',
    'Diese Anzeige hinzufügen: https://jobs.lever.co/acme/123',
    'додай цю вакансію: https://jobs.lever.co/acme/123',
  ])('adds a posting: %s', (text) =>
    expect(calls(text)).toEqual([['add_job', { url: 'https://jobs.lever.co/acme/123' }]]),
  );

  it.each([
    'What do you know about me?',
    'show my CV',
    'Was weißt du über mich?',
    'Zeig mir meinen Lebenslauf',
    'що ти знаєш про мене?',
    'покажи моє резюме',
  ])('shows the profile: %s', (text) => expect(calls(text)).toEqual([['show_profile', {}]]));

  it.each([
    ['speak German', 'de'],
    ['Please answer in Ukrainian', 'uk'],
    ['sprich Englisch', 'en'],
    ['Antworten Sie bitte auf Deutsch', 'de'],
    ['говори українською', 'uk'],
    ['Відповідайте мені англійською, будь ласка', 'en'],
  ])('changes the language of the page: %s', (text, language) =>
    expect(calls(text)).toEqual([['set_preferences', { language }]]),
  );

  it.each([
    ['My home country is Austria', 'Austria'],
    ['Mein Heimatland ist die Schweiz', 'Schweiz'],
    ['Моя країна проживання: Україна', 'Україна'],
  ])('keeps where the person lives: %s', (text, homeCountry) =>
    expect(calls(text)).toEqual([['set_preferences', { homeCountry }]]),
  );

  it('leaves wishes alone', () => {
    for (const text of [
      'I live in Austria',
      'jobs where I speak German',
      'I speak German',
      'ASP.NET/C#',
      'Node.js',
      'read my CV',
      'score jobs with my CV',
    ])
      expect(JSON.stringify(calls(text)), text).not.toMatch(/add_job|show_profile|set_preferences/u);
  });
});
