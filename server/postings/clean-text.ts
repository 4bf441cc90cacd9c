/**
 * Text from outside made plain: HTML to text, and characters out that are invisible, reorder what is read or that
 * Postgres refuses. What remains is still untrusted words, only printable ones.
 */
import { convert, type HtmlToTextOptions } from 'html-to-text';

/** C0 except tab and newline, C1, bidi marks and overrides, invisible joiners and fillers, the byte order mark, tag characters. */
const UNSEEN =
  // biome-ignore lint: these are the characters meant
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
const SUSPECT = /[^\n\t\u0020-\u007e\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e]/u;

/** The longest description kept, as the shape of a posting says. */
export const LONGEST_TEXT = 100_000;
/** Longer HTML is cut before it is parsed: time must not grow with what someone sends. */
const LONGEST_HTML = 400_000;

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

/** A description: paragraphs kept, runs of blank lines collapsed, cut to the longest kept. */
export function cleanParagraphs(text: string): string {
  const clean = cleanText(text.length > LONGEST_TEXT * 4 ? text.slice(0, LONGEST_TEXT * 4) : text);
  return cut(
    clean
      .replace(/[ \t]+\n/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    LONGEST_TEXT,
  );
}

/** Cut without leaving half of a surrogate pair. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return text
    .slice(0, most)
    .toWellFormed()
    .replace(/\ufffd$/, '');
}

const HTML: HtmlToTextOptions = {
  wordwrap: false,
  preserveNewlines: false,
  limits: { maxInputLength: LONGEST_HTML, maxDepth: 60 },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'script', format: 'skip' },
    { selector: 'style', format: 'skip' },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'table', format: 'block' },
  ],
};

/** HTML as plain text, cleaned. HTML that was escaped once too often ("&lt;p&gt;") is unescaped first. */
export function htmlToText(html: string): string {
  const input = html.slice(0, LONGEST_HTML);
  const escaped = !/<[a-z][^>]*>/iu.test(input) && /&lt;\/?[a-z]/iu.test(input);
  return cleanParagraphs(convert(escaped ? convert(input, HTML) : input, HTML));
}
