/**
 * Notes in a margin: dates, durations, places and headings that are set beside the lines they belong to. They are put
 * back to the first of those lines, so that a date never lands in the middle of a sentence. Pure.
 */
import { joinLetters, sectionOf } from '../headings.ts';
import { type Cell, isBullet } from './pieces.ts';

/** One line of a region: its cells from left to right. */
export type Row = { cells: Cell[]; y: number };

const DATE = /\b(?:19|20)\d\d\b/u;
const DURATION = /^\d+ (?:years?|months?|jahre?|monate?)(?: \d+ (?:months?|monate?))?$/iu;
const END = /^(?:now|present|today|heute|current|дотепер|\p{L}+\.? ?(?:19|20)\d\d|(?:19|20)\d\d)$/iu;
/** A note that continues the one above it stands at most so many sizes below. */
const NEAR = 1.9;

/** Headings in a left margin become lines of their own, before the text beside them. */
export function liftHeadings(rows: readonly Row[]): Row[] {
  const body = bodyLeft(rows);
  const isMargin = (cell: Cell | undefined): cell is Cell => cell !== undefined && cell.left < body - 12;
  const result: Row[] = [];
  const beside = rows.filter(({ cells }) => cells.length > 1 && isMargin(cells[0]) && isLabel(cells[0]));
  if (beside.length < 3) return [...rows];
  let open: { heading: Row; y: number } | null = null;
  for (const row of rows) {
    const [first, ...rest] = row.cells;
    if (!isMargin(first) || !isLabel(first)) {
      result.push(row);
      continue;
    }
    if (open !== null && open.y - row.y < NEAR * first.size) {
      const cell = open.heading.cells[0];
      if (cell !== undefined) cell.text += ` ${first.text}`;
      open.y = row.y;
    } else {
      open = { heading: { cells: [{ ...first }], y: row.y + 0.1 }, y: row.y };
      result.push(open.heading);
    }
    if (rest.length > 0) result.push({ cells: rest, y: row.y });
  }
  return result;
}

const isLabel = (cell: Cell): boolean =>
  cell.text === cell.text.toUpperCase() && /\p{Lu}{2}/u.test(cell.text) && (cell.bold || sectionOf(cell.text) !== null);

/** Where most lines begin that do not stand in the margin. */
function bodyLeft(rows: readonly Row[]): number {
  const lefts = rows.flatMap(({ cells }) => (cells.length > 1 ? cells.slice(1, 2) : cells)).map(({ left }) => left);
  const counts = new Map<number, number>();
  for (const left of lefts) counts.set(Math.round(left / 4), (counts.get(Math.round(left / 4)) ?? 0) + 1);
  const most = [...counts].toSorted((a, b) => b[1] - a[1])[0];
  return most === undefined ? 0 : most[0] * 4;
}

/** Notes at the right edge that stand below each other go to the line of the uppermost, each kind once. */
export function liftNotes(rows: readonly Row[]): Row[] {
  const result: Row[] = rows.map((row) => ({ ...row, cells: [...row.cells] }));
  let home: Row | null = null;
  let last: Cell | null = null;
  let kinds = new Set<string>();
  for (const row of result) {
    const note: Cell | undefined = row.cells.length > 1 || last !== null ? row.cells.at(-1) : undefined;
    if (note === undefined || (row.cells.length === 1 && !below(last, note))) {
      if (last !== null && last.y - row.y > NEAR * 2 * last.size) last = null;
      continue;
    }
    const kind = DURATION.test(note.text) ? 'duration' : DATE.test(note.text) ? 'date' : 'place';
    const isShort = note.text.length < 40;
    const beginsItem = isBullet(row.cells[0]?.text ?? '') || isBullet((row.cells[0]?.text ?? '').slice(0, 1));
    if (home !== null && below(last, note) && isShort && !kinds.has(kind) && (kind !== 'place' || beginsItem)) {
      home.cells.push({ ...note, y: home.y });
      row.cells.pop();
      kinds.add(kind);
    } else if (row.cells.length > 1) {
      home = row;
      kinds = new Set([kind]);
    } else {
      last = null;
      continue;
    }
    last = note;
  }
  return result.filter(({ cells }) => cells.length > 0);
}

function below(last: Cell | null, note: Cell): boolean {
  if (last === null) return false;
  const gap = last.y - note.y;
  const isAligned = Math.abs(last.right - note.right) < 3 || Math.abs(last.left - note.left) < 3;
  return isAligned && gap > 0 && gap < NEAR * Math.max(last.size, note.size);
}

/** "Start June 2021–" above "now" in the left margin: one date. */
export function joinBrokenDates(rows: readonly Row[]): Row[] {
  const result: Row[] = [];
  for (const row of rows) {
    const before = result.at(-1)?.cells[0];
    const [only] = row.cells;
    if (
      before !== undefined &&
      only !== undefined &&
      (row.cells.length === 1 || only.right < (row.cells[1]?.left ?? 0) - 5) &&
      /[–—-]\s*$/u.test(before.text) &&
      DATE.test(before.text) &&
      END.test(only.text)
    ) {
      before.text += ` ${only.text}`;
      if (row.cells.length > 1) result.push({ ...row, cells: row.cells.slice(1) });
    } else result.push({ ...row, cells: row.cells.map((cell) => ({ ...cell, text: joinLetters(cell.text) })) });
  }
  return result;
}
