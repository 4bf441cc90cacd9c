import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isNamed } from '../recognise/facts.ts';
import { correctTypos } from './typos.ts';

describe('typos', () => {
  it.each([
    ['senoir pyhton devloper in Munch', 'senior python developer in Munich'],
    ['nruse in Lodnon', 'nurse in London'],
    ['remot jobs in Germny', 'remote jobs in Germany'],
  ])('%s', (wrong, right) => expect(correctTypos(wrong, isNamed)).toBe(right));

  it.each([
    'remove Berlin',
    'German drive managers reach months',
    'contact parts sensor engineer',
    'go to work',
    'Acme GmbH',
    'водій у Києві',
  ])('%s stays', (text) => {
    expect(correctTypos(text, isNamed)).toBe(text);
  });

  it('leaves every right sentence of the table alone', () => {
    const lines = readFileSync(new URL('../english/dialogues.txt', import.meta.url), 'utf8').split('\n');
    for (const line of lines.slice(1)) {
      const sentence = line.split(' | ')[0] ?? '';
      expect(correctTypos(sentence, isNamed)).toBe(sentence);
    }
  });
});
