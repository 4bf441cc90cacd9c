/** How words are compared where no taxonomy knows them: folded, whole words, the same in JavaScript and in SQL. */
import { fold } from '../../taxonomy/fold.ts';

/** What stands between words. Kept to ASCII and the dashes, so that both sides replace exactly the same. */
const BREAKS = '()[]{}/\\,;:|&"\'!?.*_-–—\t\n\r\u00a0';

/** " senior backend engineer ": folded, breaks as spaces, a space at both ends. */
export function padded(text: string): string {
  let spaced = '';
  for (const letter of fold(text)) spaced += BREAKS.includes(letter) ? ' ' : letter;
  return ` ${spaced} `;
}

/** The SQL that does to a folded column what `padded` does to a text. */
export function paddedSql(column: string): string {
  const quoted = `E'${BREAKS.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
  return `' ' || translate(${column}, ${quoted}, '${' '.repeat([...BREAKS].length)}') || ' '`;
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

/** LIKE patterns for `hasWords`; user text cannot act as a wildcard. Nothing matches when no word is left. */
export function likePatterns(phrase: string): string[] {
  const patterns = wordsOf(phrase).map((word) => `% ${word.replace(/[\\%_]/gu, '\\$&')} %`);
  return patterns.length === 0 ? [''] : patterns;
}
