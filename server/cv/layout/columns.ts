/**
 * Columns of a page: where a strip of blank paper runs down between two texts that are each read on their own. Dates
 * or headings in a margin are no column: they belong to the lines beside them. Pure.
 */
import { sectionOf, joinLetters } from '../headings.ts';
import { type Cell, cellsOf, type Piece, rowsOf } from './pieces.ts';

/** Part of a page that is read from top to bottom. `isColumn`: one of several beside each other. */
export type Region = { pieces: Piece[]; isColumn: boolean };

/** Two texts beside each other are at least this high, in points. */
const LEAST_HEIGHT = 70;
/** The blank strip between them, in points. */
const LEAST_GUTTER = 7;
const LEAST_LINES = 4;

type Placed = Cell & { row: number };
type Strip = { x: number; top: number; bottom: number; width: number };

/** Splits a page at its blank strips; what spans all columns stays before or after them. */
export function regionsOf(pieces: readonly Piece[]): Region[] {
  return split(pieces, 0);
}

function split(pieces: readonly Piece[], depth: number): Region[] {
  const strip = depth > 6 ? null : bestStrip(pieces);
  if (strip === null) return pieces.length === 0 ? [] : [{ pieces: [...pieces], isColumn: depth > 0 }];
  const above = pieces.filter((piece) => piece.y > strip.top);
  const below = pieces.filter((piece) => piece.y < strip.bottom);
  const inside = pieces.filter((piece) => piece.y <= strip.top && piece.y >= strip.bottom);
  const middle = (piece: Piece): number => (piece.left + piece.right) / 2;
  const columns = [
    inside.filter((piece) => middle(piece) < strip.x),
    inside.filter((piece) => middle(piece) >= strip.x),
  ];
  return [
    ...split(above, depth).map((region) => ({ ...region, isColumn: region.isColumn && depth > 0 })),
    ...columns.flatMap((column) => split(column, depth + 1)).map((region) => ({ ...region, isColumn: true })),
    ...split(below, depth).map((region) => ({ ...region, isColumn: region.isColumn && depth > 0 })),
  ];
}

/** The tallest blank strip that separates two real columns, or null. */
function bestStrip(pieces: readonly Piece[]): Strip | null {
  const cells: Placed[] = rowsOf(pieces).flatMap((row, index) => cellsOf(row).map((cell) => ({ ...cell, row: index })));
  if (cells.length < LEAST_LINES * 2) return null;
  const starts = [...new Set(cells.map((cell) => Math.round(cell.left)))];
  let best: Strip | null = null;
  for (const x of starts) {
    const strip = stripBefore(cells, x - 1);
    if (strip === null || !isReal(cells, strip)) continue;
    if (best === null || strip.top - strip.bottom > best.top - best.bottom + 1) best = strip;
    else if (strip.top - strip.bottom > best.top - best.bottom - 1 && strip.width > best.width) best = strip;
  }
  return best;
}

/** The longest run of lines, from top to bottom, in which nothing crosses `x` and something stands on either side. */
function stripBefore(cells: readonly Placed[], x: number): Strip | null {
  const crossing = new Set(
    cells.filter((cell) => cell.left < x - LEAST_GUTTER && cell.right > x - LEAST_GUTTER).map(({ row }) => row),
  );
  for (const cell of cells) if (cell.left < x && cell.left >= x - LEAST_GUTTER) crossing.add(cell.row);
  let best: Strip | null = null;
  let run: Placed[] = [];
  const close = (): void => {
    const left = run.filter((cell) => cell.right <= x);
    const right = run.filter((cell) => cell.left >= x);
    if (left.length >= LEAST_LINES && right.length >= LEAST_LINES) {
      // A column begins and ends where its own text does: full-width lines above must not be drawn in.
      const top = Math.max(...run.map(({ y }) => y));
      const bottom = Math.min(...run.map(({ y }) => y));
      const width = x - Math.max(...left.map((cell) => cell.right));
      const isHigh = Math.min(height(left), height(right)) >= LEAST_HEIGHT;
      if (isHigh && (best === null || top - bottom > best.top - best.bottom)) best = { x, top, bottom, width };
    }
    run = [];
  };
  for (const cell of cells) {
    if (crossing.has(cell.row)) close();
    else run.push(cell);
  }
  close();
  return best;
}

function height(cells: readonly Cell[]): number {
  const ys = cells.map(({ y }) => y);
  return Math.max(...ys) - Math.min(...ys);
}

const isHeading = (cell: Cell): boolean => sectionOf(joinLetters(cell.text)) !== null;
const NOTE = /\b(?:19|20)\d\d\b|^\d+ (?:years?|months?)|present|heute|^\p{Lu}[^.]{0,30}$/iu;

/** Whether both sides are texts of their own: no margin of dates, places or headings. */
function isReal(cells: readonly Placed[], strip: Strip): boolean {
  const inside = cells.filter((cell) => cell.y <= strip.top && cell.y >= strip.bottom);
  const left = inside.filter((cell) => cell.right <= strip.x);
  const right = inside.filter((cell) => cell.left >= strip.x);
  const narrow = left.length < right.length ? left : right;
  const isWords = (side: readonly Cell[]): number => side.reduce((sum, cell) => sum + cell.text.length, 0);
  const small = isWords(left) < isWords(right) ? left : right;
  const other = small === left ? right : left;
  const headings = small.filter(isHeading).length;
  if (headings / small.length >= 0.4 && small.length < other.length) return false;
  if (headings >= 2) return true;
  if (headings === 1 && other.filter(isHeading).length >= 1 && small.length >= 4) return true;
  const notes = narrow.filter((cell) => NOTE.test(cell.text) && cell.text.length < 36).length;
  return notes / narrow.length < 0.5 && other.filter(isHeading).length + headings >= 2 && isWords(small) > 250;
}
