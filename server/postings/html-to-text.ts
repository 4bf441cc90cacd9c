/** A posting's own text made plain: HTML to paragraphs of printable text, of bounded length. */
import { convert, type HtmlToTextOptions } from 'html-to-text';
import { cleanText, cut } from '../kernel/clean-text.ts';

/** The longest description kept, as the shape of a posting says. */
export const LONGEST_TEXT = 100_000;
/** Longer HTML is cut before it is parsed: time must not grow with what someone sends. */
const LONGEST_HTML = 400_000;

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
  const escaped = !/<[a-z][^<>]*>/iu.test(input) && /&lt;\/?[a-z]/iu.test(input);
  return cleanParagraphs(convert(escaped ? convert(input, HTML) : input, HTML));
}
