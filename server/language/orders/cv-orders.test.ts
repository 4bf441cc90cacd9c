import { describe, expect, it } from 'vitest';
import { understand } from '../understand.ts';

const calls = (text: string): unknown =>
  understand(text, { filter: {}, today: '2026-11-21', onScreen: [] }).calls.map(({ name, input }) => [name, input]);

describe('orders about the CV', () => {
  it.each([
    ['my CV forgot Kubernetes', ['Kubernetes']],
    ['My CV doesn’t mention Terraform, Helm and C++.', ['Terraform', 'Helm', 'C++']],
    ['you missed PostgreSQL in my resume', ['PostgreSQL']],
    ['Please add Rust and Go to my profile', ['Rust', 'Go']],
    ['French is missing from my CV', ['French']],
    ['In meinem Lebenslauf fehlt Kubernetes', ['Kubernetes']],
    ['Füge bitte SAP und DATEV zu meinem Profil hinzu', ['SAP', 'DATEV']],
    ['Sie haben in meinem Lebenslauf Schweißen vergessen', ['Schweißen']],
    ['у моєму резюме немає Kubernetes', ['Kubernetes']],
    ['додай Python та Docker до мого резюме', ['Python', 'Docker']],
  ])('adds: %s', (text, add) => expect(calls(text)).toEqual([['correct_profile', { add }]]));

  it.each([
    ['remove PHP from my profile', ['PHP']],
    ['Take Excel and Word off my CV', ['Excel', 'Word']],
    ['Streichen Sie PHP aus meinem Lebenslauf', ['PHP']],
    ['видали PHP з мого резюме', ['PHP']],
  ])('removes: %s', (text, remove) => expect(calls(text)).toEqual([['correct_profile', { remove }]]));

  it.each([
    ['use my other CV', 'other'],
    ['switch to my German cv', 'German'],
    ['use the CV “backend 2026.pdf”', 'backend 2026.pdf'],
    ['Nimm meinen anderen Lebenslauf', 'anderen'],
    ['Verwenden Sie den Lebenslauf Pflege.docx', 'Pflege.docx'],
    ['візьми моє інше резюме', 'інше'],
  ])('chooses: %s', (text, cv) => expect(calls(text)).toEqual([['choose_cv', { cv }]]));

  it.each([
    ['rate the list with the model', {}],
    ['let the AI rate the first 20', { top: 20 }],
    ['Bewerten Sie die ersten 5 Stellen mit dem Modell', { top: 5 }],
    ['оціни вакансії моделлю', {}],
  ])('has a model rate: %s', (text, input) => expect(calls(text)).toEqual([['rate_jobs', input]]));

  it.each(['Which projects are worth answering?', 'Welche Projekte lohnen sich?', 'оціни проєкти'])(
    'rates projects: %s',
    (text) => expect(calls(text)).toEqual([['rate_projects', {}]]),
  );

  it.each([
    'use my CV to score the list',
    'add Python',
    'remove PHP',
    'my CV is attached',
    'remove Berlin from my filters',
    'jobs that fit my CV',
    'you forgot Berlin',
    'score my CV',
    'no PHP in my next job',
  ])('leaves wishes alone: %s', (text) =>
    expect(JSON.stringify(calls(text))).not.toMatch(/correct_profile|choose_cv|rate_jobs/u),
  );
});
