/** From pieces of text on pages to lines in reading order: columns, margins, wrapped sentences, broken words. Pure. */
import type { CvLine } from '../extracted.ts';
import { isBreakInWord } from './hyphens.ts';
import { regionsOf } from './columns.ts';
import { joinBrokenDates, liftHeadings, liftNotes, type Row } from './notes.ts';
import { cellsOf, isBullet, type Piece, rowsOf } from './pieces.ts';

/** The lines of a document, and whether some page had columns. */
export type Layout = { lines: CvLine[]; hasColumns: boolean };

/**
 * A line while it is put together. `edge`: where lines like it end at most; `isFilled`: several of them do; `length`:
 * letters of the last line that was joined to it.
 */
type Draft = CvLine & {
  left: number;
  right: number;
  y: number;
  points: number;
  edge: number;
  isFilled: boolean;
  length: number;
};

/** A line that was full has at least so many letters, in the narrowest column. */
const LEAST_WRAPPED = 28;

const ITEM = /^([•●▪■□◦○◆◇►▸▹➢➤✓✔‣⃁∙·*–—-])\s+(?=\S)/u;

/** Lines of all pages, one page after the other. */
export function layOut(pages: readonly (readonly Piece[])[]): Layout {
  const body = bodySize(pages.flat());
  const lines: CvLine[] = [];
  let hasColumns = false;
  for (const page of pages) {
    const own: CvLine[] = [];
    for (const region of regionsOf(page)) {
      hasColumns ||= region.isColumn;
      own.push(...linesOf(region.pieces, body));
    }
    lines.push(...own.filter(({ text }, index) => !isPageNumber(text, index, own.length)));
  }
  return { lines, hasColumns };
}

/** "John Doe – 1/3", "Page 2 of 3", "- 2 -": the first or last line of a page that counts pages. */
function isPageNumber(text: string, index: number, count: number): boolean {
  if (index > 0 && index < count - 1) return false;
  return /^(?:.{0,60}[\s–—|-])?(?:(?:page|seite|сторінка)\s*\d+|\d+\s*(?:\/|of|von|з)\s*\d+)$|^[–—-]?\s*\d{1,3}\s*[–—-]?$/iu.test(
    text,
  );
}

/** The size most letters have, in points. */
function bodySize(pieces: readonly Piece[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of pieces) {
    const key = Math.round(size * 2) / 2;
    letters.set(key, (letters.get(key) ?? 0) + text.length);
  }
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

function linesOf(pieces: readonly Piece[], body: number): CvLine[] {
  const rows: Row[] = rowsOf(pieces)
    .map((row) => ({ cells: cellsOf(row), y: Math.max(...row.map(({ y }) => y)) }))
    .filter(({ cells }) => cells.length > 0);
  const settled = liftNotes(joinBrokenDates(liftHeadings(rows)));
  const drafts = withBullets(settled.map((row, index) => draftOf(row, settled[index - 1], body)));
  for (const draft of drafts) setEdge(drafts, draft);
  const lines: Draft[] = [];
  for (const draft of drafts) {
    const before = lines.at(-1);
    if (before === undefined || !continues(before, draft)) lines.push(draft);
    else {
      before.text = join(before.text, draft.text);
      before.right = draft.right;
      before.length = draft.length;
      before.y = draft.y;
    }
  }
  return lines.map(({ text, size, bold, gap, heading }) => ({ text, size, bold, gap, heading }));
}

/** A bullet that stands a little above its line goes to it. */
function withBullets(drafts: readonly Draft[]): Draft[] {
  return drafts.flatMap((draft, index) => {
    const before = drafts[index - 1];
    if (isBullet(draft.text)) return [];
    return before !== undefined && isBullet(before.text) && !ITEM.test(draft.text)
      ? [{ ...draft, text: `• ${draft.text}` }]
      : [draft];
  });
}

function draftOf({ cells, y }: Row, above: Row | undefined, body: number): Draft {
  const first = cells[0];
  const points = first === undefined ? body : isBullet(first.text) ? (cells[1]?.size ?? body) : first.size;
  const words: string[] = [];
  for (const [index, cell] of cells.entries()) {
    if (index > 0) words.push(isBullet(cells[index - 1]?.text ?? '') ? ' ' : '\t');
    words.push(cell.text);
  }
  const blank = above === undefined ? 0 : (above.y - y) / points - 1.35;
  return {
    text: words.join('').replace(ITEM, '• '),
    size: Math.round((points / body) * 20) / 20,
    bold: cells.every(({ bold, text }) => bold || isBullet(text)),
    gap: Math.max(0, Math.round(blank * 10) / 10),
    heading: false,
    left: first?.left ?? 0,
    right: cells.length > 1 && isBullet(first?.text ?? '') ? (cells[1]?.right ?? 0) : (first?.right ?? 0),
    y,
    points,
    edge: 0,
    isFilled: false,
    length: words.join('').length,
  };
}

/** Where the lines like a line end at most: the right edge of its text. */
function setEdge(drafts: readonly Draft[], draft: Draft): void {
  const { points, left, text } = draft;
  const isItem = ITEM.test(text);
  const alike = drafts.filter(
    (other) =>
      Math.abs(other.points - points) < 0.6 && Math.abs(other.left - left) < 3 && ITEM.test(other.text) === isItem,
  );
  draft.edge = Math.max(...alike.map(({ right }) => right));
  const full = draft.edge - (draft.edge - left) * 0.12;
  draft.isFilled = alike.filter(({ right }) => right >= full).length > 1;
}

/** Whether a line goes on in the next: its first word had no room left, and nothing says that something new begins. */
function continues(before: Draft, draft: Draft): boolean {
  if (ITEM.test(draft.text) || draft.text.includes('\t') || draft.gap > 0.45) return false;
  if (Math.abs(before.points - draft.points) > 0.6 || before.y - draft.y > 2.4 * draft.points) return false;
  const isItem = before.text.startsWith('• ');
  const isBroken = /\p{Ll}[-\u00ad\u2010]$/u.test(before.text) && /^\p{Ll}/u.test(draft.text);
  const goesOn = /^\p{Ll}/u.test(draft.text) && /[\p{Ll},-]$/u.test(before.text);
  const shift = draft.left - before.left;
  if (shift < (goesOn ? -20 : -3) || shift > (isItem ? 30 : 20) || (isItem && shift <= 1)) return false;
  // Under the words of a list item, without a sign of its own: more of the same.
  if (isItem && shift > 3 && draft.gap < 0.3 && before.text.length > 45) return true;
  if (!before.text.includes(' ') && !isBroken) return false;
  if (before.bold !== draft.bold && before.text.length < 60) return false;
  // Lines set to the right end at the same place and begin anywhere.
  if (!isItem && !goesOn && Math.abs(shift) > 3 && Math.abs(before.right - draft.right) < 1.5) return false;
  if (draft.gap >= 0.2 && /[.!?]$/u.test(before.text) && /^\p{Lu}/u.test(draft.text)) return false;
  const word = draft.text.split(' ', 1)[0] ?? '';
  const width = ((draft.right - draft.left) / Math.max(1, draft.text.length)) * (word.length + 1);
  if (before.text.length > 50 && goesOn) return true;
  // Short lines below each other are a list of their own unless the words say otherwise.
  if (before.length < LEAST_WRAPPED && !goesOn && !isBroken) return false;
  return before.edge - before.right < width * 1.1 && (goesOn || isBroken || before.isFilled);
}

function join(before: string, next: string): string {
  const tab = before.indexOf('\t');
  // What was set apart at the right stays at the end of the line.
  const [head, notes] =
    tab === -1 || before.length - tab > 60 ? [before, ''] : [before.slice(0, tab), before.slice(tab)];
  if (!/\p{L}[-\u00ad\u2010]$/u.test(head)) return `${head} ${next}${notes}`;
  return isBreakInWord(head, next) ? `${head.slice(0, -1)}${next}${notes}` : `${head}${next}${notes}`;
}
