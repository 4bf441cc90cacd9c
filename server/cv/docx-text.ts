/**
 * Text of a DOCX with headings, list items and table rows; hidden and white words are set apart. Runs in the parser's
 * process only. The archive is measured before it is read: what inflates to too much is refused.
 */
import mammoth from 'mammoth';
import { cleanText } from '../kernel/clean-text.ts';
import { hiddenRuns } from './docx-hidden.ts';
import { type Block, blocksOf } from './docx-blocks.ts';
import { type CvLine, type ExtractedCv, LIMITS, unreadable } from './extracted.ts';
import { joinLetters } from './headings.ts';
import { openZip } from './zip.ts';

const MAIN = 'word/document.xml';
/** No CV has more words in one part than this, in bytes of XML. */
const MOST_PART = 8_000_000;

/** Reads a DOCX. Broken or oversized archives are `corrupt`, locked ones `encrypted`. */
export async function extractDocx(bytes: Uint8Array): Promise<ExtractedCv> {
  let hidden: string[];
  try {
    const zip = openZip(bytes, LIMITS.entries);
    if (zip === null) return unreadable('docx', 'corrupt');
    let total = 0;
    for (const name of zip.names.filter((other) => /\.(?:xml|rels)$/iu.test(other))) {
      total += zip.read(name, MOST_PART)?.length ?? 0;
      if (total > LIMITS.inflated) return unreadable('docx', 'corrupt');
    }
    const main = zip.read(MAIN, MOST_PART);
    hidden = main === null ? [] : hiddenRuns(Buffer.from(main).toString('utf8'));
  } catch (error) {
    const isLocked = error instanceof Error && error.message.includes('password');
    return unreadable('docx', isLocked ? 'encrypted' : 'corrupt');
  }
  let document: unknown = null;
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        transformDocument(element: unknown) {
          document = element;
          return { type: 'document', children: [], notes: { resolve: () => [] }, comments: [] };
        },
      },
    );
  } catch {
    if (document === null) return unreadable('docx', 'corrupt');
  }
  const { blocks, found } = blocksOf(document, hidden);
  const lines = linesOf(blocks);
  const unseen = found.map((text) => cleanText(text).trim()).filter((text) => text !== '');
  if (lines.length === 0) return { ...unreadable('docx', 'empty', 1), hidden: unseen };
  return { format: 'docx', quality: 'ok', pages: 1, isCut: false, lines, hidden: unseen };
}

/** Blocks as lines; sizes in relation to what most letters have, an empty paragraph as the gap of the next. */
function linesOf(blocks: readonly Block[]): CvLine[] {
  const letters = new Map<number, number>();
  for (const { size, text } of blocks) if (size !== null) letters.set(size, (letters.get(size) ?? 0) + text.length);
  const body = [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 11;
  const lines: CvLine[] = [];
  let gap = 0;
  for (const block of blocks) {
    const text = joinLetters(
      cleanText(block.text)
        .replace(/[^\S\t]+/gu, ' ')
        .replace(/ ?\t[\t ]*/gu, '\t')
        .replace(/^[•●▪■□◦○◆◇►▸➢✓‣·*–—-]\s+/u, '• ')
        .trim(),
    );
    if (text === '') {
      gap = 1;
      continue;
    }
    const size = Math.round(((block.size ?? (block.isHeading ? body * 1.3 : body)) / body) * 20) / 20;
    const item = block.isItem && !text.startsWith('• ') ? `• ${text}` : text;
    lines.push({ text: item, size, bold: block.isBold, gap, heading: block.isHeading });
    gap = 0;
  }
  return lines;
}
