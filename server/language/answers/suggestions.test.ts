import { describe, expect, it } from 'vitest';
import type { Language } from '../../kernel/text.ts';
import type { Filter } from '../../matching/filter.ts';
import { readings, suggestions } from './suggestions.ts';
import { understand } from '../understand.ts';

const LANGUAGES: Language[] = ['en', 'de', 'uk'];
const filters: Filter[] = [
  {},
  { skills: ['Python'] },
  { cities: ['Berlin'], pay: { min: 1 }, postedWithinDays: 7, seniority: ['senior'] },
  { workplace: ['remote'], postedWithinDays: 7, pay: { min: 1 }, sort: 'newest' },
];
const read = (text: string, filter: Filter) => understand(text, { filter, today: '2026-11-21', onScreen: [] });

describe('suggestions', () => {
  it.each(
    LANGUAGES.flatMap((language) =>
      filters.flatMap((filter) => [null, 0, 3, 500].map((total) => ({ language, filter, total }))),
    ),
  )('are understood completely and do something: %j', (context) => {
    const sentences = suggestions(context);
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.length).toBeLessThanOrEqual(3);
    for (const sentence of sentences) {
      expect(read(sentence, context.filter), sentence).toMatchObject({ complete: true, rest: [] });
      expect(read(sentence, context.filter).calls, sentence).not.toEqual([]);
    }
  });
});

describe('readings of what was not understood', () => {
  it.each([
    ['cook in Hamburg with flurbs', 'flurbs'],
    ['Koch in Hamburg mit Flurbsen', 'Flurbsen'],
    ['кухар у Гамбурзі з флурбсами', 'флурбсами'],
  ])('are two sentences that are understood: %s', (text, missed) => {
    const found = readings(text, {}, 'en');
    expect(found).toHaveLength(2);
    for (const sentence of found) {
      expect(sentence).toContain(missed);
      expect(read(sentence, { cities: ['Hamburg'] }), sentence).toMatchObject({ rest: [], complete: true });
      expect(read(sentence, { cities: ['Hamburg'] }).change, sentence).not.toBeNull();
    }
    expect(found[0]).not.toBe(found[1]);
  });

  it('are none where all was understood, and none for orders', () => {
    expect(readings('cook in Hamburg', {}, 'en')).toEqual([]);
    expect(readings('undo', {}, 'en')).toEqual([]);
  });
});
