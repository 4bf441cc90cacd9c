/** The words around a place in a text, cut out as they stand, so that a quote can always be found in it again. Pure. */
import type { Span } from '../../cv/profile.ts';

const LONGEST = 200;
const EDGE = /[\n\t]|(?<=[.!?;])\s/gu;

/** The line or sentence around these places, shortened around them when it is long. Null for an empty place. */
export function lineAround(text: string, { start, end }: Span): string | null {
  if (end <= start) return null;
  const before = [...text.slice(0, start).matchAll(EDGE)].at(-1);
  const from = Math.max(before === undefined ? 0 : before.index + before[0].length, end - LONGEST);
  const after = text.slice(end).search(/[\n\t]|[.!?;](?=\s)/u);
  const to = Math.min(after === -1 ? text.length : end + after + 1, Math.max(from + LONGEST, end));
  return text.slice(from, to).trim() || null;
}

/** The sentence that has these words, or null. Words are found whole, whatever their case. */
export function sentenceWith(text: string, words: string): string | null {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${words.replaceAll(/[$()*+.?[\\\]^{|}/]/gu, '\\$&')}(?![\\p{L}\\p{N}])`,
    'iu',
  );
  const start = pattern.exec(text)?.index ?? text.indexOf(words);
  return start === -1 ? null : lineAround(text, { start, end: start + words.length });
}

/** Fewer letters would be found in any text. */
const SHORTEST_QUOTE = 2;

/**
 * The words of a text that somebody quotes, as they stand in it; null when it does not say so. Case, white space and
 * the kind of dash and quotation mark are forgiven, as are marks around the quote; a word more or less is not.
 */
export function quotedIn(text: string, quote: string): string | null {
  const words = folded(quote).text.replace(/^[\s"'.…•*-]+|[\s"'.…]+$/gu, '');
  if ((words.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < SHORTEST_QUOTE) return null;
  const whole = folded(text);
  for (let at = whole.text.indexOf(words); at !== -1; at = whole.text.indexOf(words, at + 1)) {
    const isWhole = !isLetter(whole.text[at - 1]) && !isLetter(whole.text[at + words.length]);
    if (isWhole) return text.slice(whole.places[at], (whole.places[at + words.length - 1] ?? 0) + 1);
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
