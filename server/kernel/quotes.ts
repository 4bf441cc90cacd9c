/** Whether a text says what somebody, a language model mostly, quotes of it. Pure. */

/** Fewer letters would be found in any text. */
const SHORTEST_QUOTE = 2;

/**
 * Where a text says what somebody quotes; null when it does not say so. Case, white space and
 * the kind of dash and quotation mark are forgiven, as are marks around the quote; a word more or less is not.
 */
export function findQuote(text: string, quote: string): { start: number; end: number } | null {
  const words = folded(quote).text.replace(/^[\s"'.…•*-]+|[\s"'.…]+$/gu, '');
  if ((words.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < SHORTEST_QUOTE) return null;
  const whole = folded(text);
  for (let at = whole.text.indexOf(words); at !== -1; at = whole.text.indexOf(words, at + 1)) {
    const isWhole = !isLetter(whole.text[at - 1]) && !isLetter(whole.text[at + words.length]);
    if (isWhole) return { start: whole.places[at] ?? 0, end: (whole.places[at + words.length - 1] ?? 0) + 1 };
  }
  return null;
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Lower case with single spaces and plain marks; of each character its place in the text. */
function folded(text: string): { text: string; places: number[] } {
  let plain = '';
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const one = /\s/u.test(character)
      ? ' '
      : (MARKS.get(character) ?? (character.toLowerCase().length === 1 ? character.toLowerCase() : character));
    if (one === ' ' && (plain === '' || plain.endsWith(' '))) continue;
    plain += one;
    places.push(at);
  }
  return { text: plain, places };
}

const MARKS = new Map(
  [
    ['-', '‐‑‒–—−'],
    ["'", '‘’ʼ`´'],
    ['"', '“”„«»'],
  ].flatMap(([plain = '', others = '']) => [...others].map((other) => [other, plain] as const)),
);
