/**
 * Entries of a section: the lines that head one (who, what, when) and what is told under them. A date is what every
 * head has; the lines around it belong to it as far as the first entry of the section shows. Pure.
 */
import { findPeriods, isLength, type Period } from './dates.ts';
import type { PlacedLine } from './document.ts';
import { isTitle } from './title-words.ts';

/** `context` is the line above several dated ones: an employer with several roles, a school with several degrees. */
export type Entry = { head: PlacedLine[]; period: Period | null; details: PlacedLine[]; context: PlacedLine | null };

const MOST_HEAD = 130;
const PROSE = 95;

type Kind = 'anchor' | 'head' | 'detail';
type Typed = { line: PlacedLine; kind: Kind; period: Period | null };

/** Entries in the order of the text. `needsDate`: without a date a line heads an entry only when it names a role. */
export function entriesIn(lines: readonly PlacedLine[]): Entry[] {
  const typed = lines.map(typeOf);
  const lead = leadOf(typed);
  const entries: Entry[] = [];
  let context: PlacedLine | null = null;
  let run: Typed[] = [];
  const close = (): void => {
    if (run.length === 0) return;
    const anchors = run.filter(({ kind }) => kind === 'anchor').length;
    if (anchors === 0) context = undated(run, entries, context);
    else for (const entry of split(run, lead, context, entries)) entries.push(entry);
    if (anchors > 0 && !run.some(({ line }) => isItem(line))) context = null;
    run = [];
  };
  for (const item of typed) {
    if (item.kind === 'detail') {
      close();
      entries.at(-1)?.details.push(item.line);
    } else {
      // A dated item under an employer is an entry of its own.
      if (item.kind === 'anchor' && isItem(item.line)) close();
      run.push(item);
    }
  }
  close();
  return entries;
}

const isItem = ({ text }: PlacedLine): boolean => text.startsWith('• ');

function typeOf(line: PlacedLine): Typed {
  const period = headPeriod(line);
  if (period !== null) return { line, kind: 'anchor', period };
  const words = line.text.split(/\s+/u).length;
  const isProse = line.text.length > PROSE || (words > 7 && /[.!?;]$/u.test(line.text));
  const isLabelled =
    /^[\p{L} ]{3,25}:\s/u.test(line.text) && !/^(?:firma|company|position|role|title)/iu.test(line.text);
  return { line, kind: isItem(line) || isProse || isLabelled ? 'detail' : 'head', period: null };
}

/** The period of a line that heads an entry: at its edge or in a part of its own, not inside of a sentence. */
function headPeriod(line: PlacedLine): Period | null {
  const { text, start } = line;
  const found = findPeriods(text, start).toSorted((a, b) => Number(b.end !== null) - Number(a.end !== null));
  return found.find((period) => heads(line, period)) ?? null;
}

function heads(line: PlacedLine, whole: Period): boolean {
  const { text, start } = line;
  if (text.length > MOST_HEAD + (whole.span.end - whole.span.start)) return false;
  const before = text.slice(0, whole.span.start - start);
  const after = text.slice(whole.span.end - start);
  const isApart = /\t\s*$/u.test(before) || /^\s*\t/u.test(after);
  if (isItem(line)) return isApart || (whole.end !== null && /[,|(–—-]\s*$/u.test(before) && /^\)?$/u.test(after));
  const atStart = /^[\s(]*(?:start|beginn|von|from)?\s*$/iu.test(before);
  const atEnd = /^[\s).,:]*$/u.test(after) || isLength(after.replace(/^[\s)·,•|(]+/u, ''));
  if (whole.end !== null && (atStart || atEnd || isApart || /^\s*[|•·,(]/u.test(after))) return true;
  const isSet = isApart || atStart || /[,|(–—•·-]\s*$/u.test(before);
  const isShort = text.split(/\s+/u).length < 16;
  return isShort && isSet && (atStart || atEnd || isApart) && (!/[.!?]$/u.test(text) || isApart);
}

/** How many lines stand before the date in the first entry. */
function leadOf(typed: readonly Typed[]): number {
  const first = typed.findIndex(({ kind }) => kind === 'anchor');
  const above = typed.slice(0, Math.max(0, first)).toReversed();
  const broken = above.findIndex(({ kind }) => kind !== 'head');
  return Math.min(2, broken === -1 ? above.length : broken);
}

/** Lines with several dates and nothing told between them, cut before each entry's first line. */
function split(run: readonly Typed[], lead: number, context: PlacedLine | null, earlier: Entry[]): Entry[] {
  const anchors = run.flatMap(({ kind }, index) => (kind === 'anchor' ? [index] : []));
  const entries: Entry[] = [];
  for (const [place, anchor] of anchors.entries()) {
    const from = place === 0 ? 0 : beginOf(run, anchors[place - 1] ?? 0, anchor, lead);
    const next = anchors[place + 1];
    const to = next === undefined ? run.length : beginOf(run, anchor, next, lead);
    const lines = run.slice(from, to).map(({ line }) => line);
    const own = run[anchor];
    // A gap between the first line and the date parts an employer from its first role.
    const isUnder = place === 0 && anchors.length > 1 && anchor - from > lead && lead > 0;
    if (isUnder) earlier.at(-1)?.details.push(...lines.splice(0, anchor - from - lead));
    entries.push({ head: lines, period: own?.period ?? null, details: [], context });
  }
  return entries;
}

/** Where the entry of the date at `anchor` begins, after the one at `before`. */
function beginOf(run: readonly Typed[], before: number, anchor: number, lead: number): number {
  for (let index = anchor; index > before + 1; index -= 1) {
    if ((run[index]?.line.gap ?? 0) > 0.4) return index;
  }
  return Math.max(before + 1, anchor - lead);
}

/** Lines without a date: an employer over dated roles, an entry that says no date, or more about the one before. */
function undated(run: readonly Typed[], entries: Entry[], context: PlacedLine | null): PlacedLine | null {
  const lines = run.map(({ line }) => line);
  const [first] = lines;
  if (first === undefined) return context;
  const isNew = first.gap > 0.4 || first.bold;
  if (entries.length === 0 || isNew || (lines.length > 1 && lines.some(({ text }) => isTitle(text)))) {
    if (lines.length > 1 || isTitle(first.text) || first.bold) {
      entries.push({ head: lines, period: null, details: [], context: null });
      return null;
    }
    return first;
  }
  entries.at(-1)?.details.push(...lines);
  return context;
}
