/**
 * Text from outside made printable: characters out that are invisible, reorder what is read or that Postgres refuses.
 * What remains is still untrusted words.
 */
import { z } from 'zod';

/** C0 except tab and newline, C1, bidi marks and overrides, invisible joiners and fillers, the byte order mark, tag characters. */
const UNSEEN =
  // biome-ignore lint: these are the characters meant
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
const SUSPECT = /[^\n\t\u0020-\u007e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e]/u;

/** Printable text: line ends as "\n", no invisible or reordering characters, no lone surrogates. */
export function cleanText(text: string): string {
  let clean = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (clean.includes('\u00a0')) clean = clean.replaceAll('\u00a0', ' ');
  if (!SUSPECT.test(clean)) return clean;
  return clean.toWellFormed().replaceAll('\ufffd', '').replace(UNSEEN, '');
}

/** One line of text, cut to `most` characters. */
export function cleanLine(text: string, most: number): string {
  return cut(
    cleanText(text.slice(0, most * 4))
      .replace(/\s+/g, ' ')
      .trim(),
    most,
  );
}

/** Cut without leaving half of a surrogate pair. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return text
    .slice(0, most)
    .toWellFormed()
    .replace(/\ufffd$/, '');
}

/** What a person says, printable. */
export const said = z
  .string()
  .max(20_000)
  .transform((text) => cleanText(text).trim())
  .pipe(z.string().min(1, 'Say something: there are no words in it.'));
