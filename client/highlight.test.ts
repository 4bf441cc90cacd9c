import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markQuotes } from './highlight.ts';

const marked = (text: string, quotes: string[]): string[] =>
  markQuotes(text, quotes).flatMap((piece) => (piece.isMarked ? [piece.text] : []));

it('marks the first place of each quote, as whole words', () => {
  expect(marked('JavaScript and Java, more Java', ['Java'])).toEqual(['Java']);
  expect(markQuotes('JavaScript and Java', ['Java'])[0]).toEqual({ text: 'JavaScript and ', isMarked: false });
  expect(marked('We write C++ and Go.', ['C++', 'Go', 'Rust', ''])).toEqual(['C++', 'Go']);
  expect(marked('Remote (Germany) only', ['Remote (Germany)', 'Germany'])).toEqual(['Remote (Germany)']);
});

it('loses and repeats no character, whatever the quotes', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 60 }),
      fc.array(fc.string({ maxLength: 5 }), { maxLength: 8 }),
      (text, quotes) => {
        const cuts = quotes.map((quote) => text.slice(quote.length, quote.length * 2 + 1));
        expect(
          markQuotes(text, [...quotes, ...cuts])
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      },
    ),
  );
});
