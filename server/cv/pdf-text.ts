/**
 * Text of a PDF in reading order, with what cannot be seen set apart. Runs in the parser's process only: a hostile
 * file may take any time and memory here.
 */
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { z } from 'zod';
import { cleanText } from '../kernel/clean-text.ts';
import { type ExtractedCv, LIMITS, unreadable } from './extracted.ts';
import { type Layout, layOut } from './layout/lines.ts';
import { isBullet, type Piece } from './layout/pieces.ts';
import { type InvisibleRun, invisibleRuns } from './pdf-styles.ts';
import { pageLinks } from './pdf-links.ts';

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Document['getPage']>>;

const itemSchema = z.object({
  str: z.string(),
  width: z.number(),
  transform: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]),
  fontName: z.string(),
});
const fontSchema = z.object({
  name: z.string().optional(),
  bold: z.boolean().optional(),
  black: z.boolean().optional(),
});

/** Letters under this size, in points, are not meant to be read. */
const TINY = 3;
/** Larger pictures are not decoded: no text is in them. */
const MOST_PIXELS = 4_000_000;

/** Reads a PDF. A file that needs a password or is broken gives that as its quality. */
export async function extractPdf(bytes: Uint8Array): Promise<ExtractedCv> {
  const opened = await open(bytes);
  if (typeof opened === 'string') return unreadable('pdf', opened);
  const pages: Piece[][] = [];
  const hidden: string[] = [];
  let characters = 0;
  let number = 1;
  for (; number <= Math.min(opened.numPages, LIMITS.pages) && characters < LIMITS.characters; number += 1) {
    const page = await opened.getPage(number);
    const read = await readPage(page, number === 1);
    pages.push(read.pieces);
    hidden.push(...read.hidden);
    characters += read.pieces.reduce((sum, { text }) => sum + text.length, 0);
    page.cleanup();
  }
  const layout: Layout = layOut(pages);
  if (layout.lines.length === 0) return { ...unreadable('pdf', 'scan', opened.numPages), hidden };
  return {
    format: 'pdf',
    quality: layout.hasColumns ? 'columns' : 'ok',
    pages: opened.numPages,
    isCut: opened.numPages >= number,
    lines: layout.lines,
    hidden,
  };
}

async function open(bytes: Uint8Array): Promise<Document | 'encrypted' | 'corrupt'> {
  try {
    return await getDocumentProxy(bytes, { verbosity: 0, maxImageSize: MOST_PIXELS, stopAtErrors: false });
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'corrupt';
  }
}

async function readPage(page: Page, isFirst: boolean): Promise<{ pieces: Piece[]; hidden: string[] }> {
  const { OPS } = await getResolvedPDFJS();
  const operations = await page.getOperatorList();
  const runs = invisibleRuns(operations, OPS);
  const content = await page.getTextContent();
  const { width, height } = page.getViewport({ scale: 1 });
  const [left = 0, bottom = 0] = page.view;
  const fonts = new Map<string, { isBold: boolean; isIcons: boolean }>();
  const seen: Piece[] = [];
  const unseen: (Piece & { why: string })[] = [];
  for (const raw of content.items) {
    const item = itemSchema.safeParse(raw);
    if (!item.success || item.data.str.trim() === '') continue;
    const { str, transform, fontName } = item.data;
    const [a, b, , , x, y] = transform;
    // Text that is turned on its side is decoration; it would tear lines apart.
    const size = Math.hypot(a, b);
    if (Math.abs(b) > Math.abs(a)) continue;
    const font = fonts.get(fontName) ?? fontOf(page, fontName);
    fonts.set(fontName, font);
    const text = readable(str);
    if (text === '' || (font.isIcons && !isBullet(text))) continue;
    const piece = { text, left: x, right: x + item.data.width, y, size, bold: font.isBold };
    const isOutside = x < left - 1 || x > left + width || y < bottom - 1 || y > bottom + height;
    const why = isOutside ? 'outside' : size < TINY && /\p{L}{3}/u.test(text) ? 'tiny' : whyUnseen(piece, runs);
    if (why === null) seen.push(piece);
    else unseen.push({ ...piece, why });
  }
  // Words drawn in no ink on a page that has no others lie over a picture of them: a scan that was read already.
  const isReadScan = seen.length === 0 && unseen.some(({ why }) => why === 'no ink');
  const pieces: Piece[] = isReadScan ? unseen.filter(({ why }) => why === 'no ink') : seen;
  const rest = isReadScan ? [] : unseen;
  const links = isFirst ? await pageLinks(page, pieces) : [];
  return {
    pieces: [...pieces, ...links],
    hidden: rest.map(({ text }) => text).filter((text) => /[\p{L}\p{N}]/u.test(text)),
  };
}

function whyUnseen({ left, right, y, size }: Piece, runs: readonly InvisibleRun[]): string | null {
  const run = runs.find((other) => Math.abs(other.y - y) < size * 0.3 && other.x >= left - 1 && other.x < right);
  return run?.why ?? null;
}

function fontOf(page: Page, fontName: string): { isBold: boolean; isIcons: boolean } {
  try {
    const { name = '', bold = false, black = false } = fontSchema.parse(page.commonObjs.get(fontName));
    return {
      isBold: bold || black || /bold|black|heavy|semibd|demi|cmbx|-bd\b/iu.test(name),
      isIcons: /awesome|marvosym|icon|material|academicons|dingbat|wingding|webding/iu.test(name),
    };
  } catch {
    // The font was not needed for drawing, so nothing was said about it.
    return { isBold: false, isIcons: false };
  }
}

/** Ligatures apart, icons and other signs of private fonts out. */
function readable(text: string): string {
  return cleanText(text)
    .replace(/[\ufb00-\ufb06]/gu, (ligature) => ligature.normalize('NFKC'))
    .replace(/[\ue000-\uf8ff]|[\u{f0000}-\u{10fffd}]/gu, '')
    .normalize('NFC');
}
