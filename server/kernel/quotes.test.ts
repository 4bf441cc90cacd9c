import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote } from './quotes.ts';

const said = (text: string, quote: string): string | null => {
  const place = findQuote(text, quote);
  return place === null ? null : text.slice(place.start, place.end);
};
const TEXT = 'Ana led “payments” – 5 people,\n  with Python & Go. Knows C++.';

describe('a quote', () => {
  it.each([
    ['led "payments" - 5 people', 'led “payments” – 5 people'],
    ['5 people, with PYTHON', '5 people,\n  with Python'],
    ['…with Python & Go.', 'with Python & Go'],
    ['C++', null],
    ['Knows C++', 'Knows C++'],
  ])('%s is found as it stands, whatever its case, spaces and marks', (quote, found) =>
    expect(said(TEXT, quote)).toBe(found),
  );

  it.each(['led payments', 'Pythons', 'with Python and Go', 'ay', '', ' . ', 'a'])('%s is not there', (quote) =>
    expect(said(TEXT, quote)).toBeNull(),
  );

  it('is never anything but words of the text, in any script', () => {
    const words = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(words, words, (text, quote) => {
        const place = findQuote(text, quote);
        expect(place === null || (place.start >= 0 && place.start < place.end && place.end <= text.length)).toBe(true);
      }),
    );
  });
});
