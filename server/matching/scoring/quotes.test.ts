import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sentenceWith } from './quotes.ts';

it('finds the sentence of any words, whatever signs they hold', () => {
  expect(
    sentenceWith('We bake. We seek a Desenvolvedor(a) Web - Backend. Write!', 'desenvolvedor(a) web - backend'),
  ).toBe('We seek a Desenvolvedor(a) Web - Backend.');
  expect(sentenceWith('We use C++ and C#, not C.', 'C++')).toBe('We use C++ and C#, not C.');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 200 }), (words, text) => {
      const found = sentenceWith(text, words);
      expect(found === null || text.includes(found)).toBe(true);
    }),
  );
});
