/** How words are compared where no taxonomy knows them: folded, whole words. */
import { fold } from './fold.ts';

/** What stands between words; + and # belong to words (C++, C#). */
const BREAKS = '()[]{}/\\,;:|&"\'!?.*_-–—\t\n\r\u00a0';

/** " senior backend engineer ": folded, breaks as spaces, a space at both ends. */
export function padded(text: string): string {
  let spaced = '';
  for (const letter of fold(text)) spaced += BREAKS.includes(letter) ? ' ' : letter;
  return ` ${spaced} `;
}

/** The words that must all stand there. */
export function wordsOf(phrase: string): string[] {
  return padded(phrase).split(' ').filter(Boolean);
}

/** Do all words of the phrase stand in the text? */
export function hasWords(text: string, phrase: string): boolean {
  const place = padded(text);
  const words = wordsOf(phrase);
  return words.length > 0 && words.every((word) => place.includes(` ${word} `));
}
