/** One line of a board's text as plain words: escapes resolved, emphasis tags out, wrongly decoded UTF-8 repaired. Pure. */
import { convert } from 'html-to-text';
import { cleanLine } from '../../kernel/clean-text.ts';

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/giu;
/** Only these: a title may well hold "<T>". */
const TAG = /<\/?(?:b|strong|em|i|u|mark|span|p|br|sup|sub)\b[^<>]{0,200}>/giu;

/** The line, cut to `most` characters; null when nothing is left. */
export function plainLine(words: string | null | undefined, most: number): string | null {
  if (words === null || words === undefined) return null;
  let plain = words.slice(0, most * 8);
  if (plain.includes('&')) plain = plain.replace(ENTITY, (entity) => convert(entity) || ' ');
  if (plain.includes('<')) plain = plain.replace(TAG, ' ');
  return cleanLine(plain, most) || null;
}

/** Windows-1252 where it differs from Latin-1: what 0x80 to 0x9f stand for. */
const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const BYTES = new Map([...CP1252].map((character, index) => [character, 0x80 + index]));
/** UTF-8 that was read as Windows-1252: a lead byte and as many followers. */
const FOLLOWER = `[\\u0080-\\u00bf${CP1252}]`;
const MISREAD = new RegExp(
  `(?:[\\u00c3-\\u00df]${FOLLOWER}|[\\u00e0-\\u00ef]${FOLLOWER}{2}|[\\u00f0-\\u00f4]${FOLLOWER}{3}|\\u00c2[\\u0080-\\u00bf])+`,
  'gu',
);
const decoder = new TextDecoder('utf-8', { fatal: true });

/** "FlorianÃ³polis" → "Florianópolis"; runs that are no UTF-8 stay as they are. */
export function repairEncoding(words: string): string {
  return words.replace(MISREAD, (run) => {
    const bytes = [...run].map((character) => BYTES.get(character) ?? character.charCodeAt(0));
    try {
      return decoder.decode(Uint8Array.from(bytes));
    } catch {
      return run;
    }
  });
}
