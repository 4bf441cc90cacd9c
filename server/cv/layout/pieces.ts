/** Pieces of text with their places on a page, and cells: pieces that stand together in one line. Pure. */

/** A run of text as drawn. Points; `y` is its baseline, upwards from the lower edge of the page. */
export type Piece = { text: string; left: number; right: number; y: number; size: number; bold: boolean };
/** Pieces joined to words that follow each other closely. `bold`: all of them are. */
export type Cell = Piece;

/** Apart by so many sizes of its letters, words belong to different cells. */
const CELL_GAP = 1.5;
/** From here on they do when the gaps inside are clearly smaller. */
const MAYBE_GAP = 0.95;
const WORD_GAP = 0.12;
/** Baselines this close, in sizes of the larger letters, are one line. */
const SAME_LINE = 0.36;

/** Pieces of one page in rows from top to bottom, each from left to right. */
export function rowsOf<P extends Piece>(pieces: readonly P[]): P[][] {
  const sorted = pieces.toSorted((a, b) => b.y - a.y || a.left - b.left);
  const rows: P[][] = [];
  let anchor: P | null = null;
  for (const piece of sorted) {
    const row = rows.at(-1);
    // The largest letters of a row carry it: small print beside a big name belongs to the name's line.
    if (
      row !== undefined &&
      anchor !== null &&
      anchor.y - piece.y <= SAME_LINE * Math.min(anchor.size, piece.size * 1.6)
    ) {
      row.push(piece);
    } else {
      rows.push([piece]);
      anchor = piece;
    }
  }
  return rows.map((row) => row.toSorted((a, b) => a.left - b.left));
}

/** One row's pieces joined to cells. */
export function cellsOf(row: readonly Piece[]): Cell[] {
  const size = Math.max(1, ...row.map((piece) => piece.size));
  const gaps = row.slice(1).map((piece, index) => piece.left - (row[index]?.right ?? piece.left));
  const words = gaps.filter((gap) => gap > WORD_GAP * size);
  const least = words.length === 0 ? 0 : Math.min(...words);
  const cells: Cell[] = [];
  for (const [index, piece] of row.entries()) {
    const cell = cells.at(-1);
    const gap = gaps[index - 1] ?? 0;
    // The smaller letters count: a large heading beside small print does not reach over to it.
    const letters = Math.min(cell?.size ?? piece.size, piece.size);
    const isApart = gap > CELL_GAP * letters || (gap > MAYBE_GAP * letters && gap > 1.6 * least && words.length > 1);
    if (cell === undefined || (isApart && !isBullet(cell.text))) cells.push({ ...piece });
    else {
      const space = gap > WORD_GAP * letters && !cell.text.endsWith(' ') && !piece.text.startsWith(' ') ? ' ' : '';
      cell.text += space + piece.text;
      cell.right = Math.max(cell.right, piece.right);
      cell.size = Math.max(cell.size, piece.size);
      cell.bold = isBullet(cell.text.slice(0, -piece.text.length)) ? piece.bold : cell.bold && piece.bold;
    }
  }
  return cells
    .map((cell) => ({ ...cell, text: cell.text.replace(/\s+/gu, ' ').trim() }))
    .filter(({ text }) => text !== '');
}

/** Signs that open a list item. */
const BULLETS = /^[•●▪■□◦○◆◇►▸▹➢➤✓✔‣⁃∙·*–—-]\s*$/u;

/** Whether a text is nothing but the sign before a list item. */
export function isBullet(text: string): boolean {
  return BULLETS.test(text.trim());
}
