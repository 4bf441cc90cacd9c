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
