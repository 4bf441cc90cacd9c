/** Dates and spans of time as people write them in CVs, in English, German and Ukrainian. Pure. */
import type { Span } from './profile.ts';

/** "2021-05", "2021", or "present" for an end. */
export type When = { value: string; span: Span };
/** A range or a single date; `span` covers all of its words. A single date has only a start, "since 2019" both. */
export type Period = { start: When; end: When | null; span: Span };

const MONTHS: readonly string[] = [
  'jan(?:uary|uar)?|січ(?:ень|ня)?',
  'feb(?:ruary|ruar)?|лют(?:ий|ого)?',
  'mar(?:ch)?|märz|mrz|берез(?:ень|ня)?',
  'apr(?:il)?|квіт(?:ень|ня)?',
  'may|mai|трав(?:ень|ня)?',
  'june?|juni|черв(?:ень|ня)?',
  'july?|juli|лип(?:ень|ня)?',
  'aug(?:ust)?|серп(?:ень|ня)?',
  'sept?(?:ember)?|верес(?:ень|ня)?',
  'oct(?:ober)?|okt(?:ober)?|жовт(?:ень|ня)?',
  'nov(?:ember)?|листоп(?:ад|ада)?',
  'dec(?:ember)?|dez(?:ember)?|груд(?:ень|ня)?',
];
const MONTH = `(?:${MONTHS.join('|')})`;
const MONTH_TESTS = MONTHS.map((names) => new RegExp(`^(?:${names})\\.?$`, 'iu'));
const YEAR = '(?:1[89]|20)\\d\\d';
const NUMBER = '(?:0?[1-9]|1[0-2])';
const POINT = new RegExp(
  [
    `(?<![\\p{L}\\p{N}.,/+]|(?<!\\d)\\d{3}-)(?:`,
    `(?<iso>${YEAR})[-/.](?<isoMonth>0[1-9]|1[0-2])(?:[-/.](?:[0-2]\\d|3[01]))?`,
    `|(?:\\d{1,2}\\.\\s?)?(?<word>${MONTH})\\.?,?\\s*(?:of\\s+)?(?:(?<wordYear>${YEAR})|[’'](?<short>\\d\\d))`,
    `|(?:\\d{1,2}\\.)?(?<month>${NUMBER})\\s?[./]\\s?(?<monthYear>${YEAR})`,
    `|(?:(?:spring|summer|autumn|fall|winter|frühjahr|sommer|herbst|весна|літо|осінь|зима|q[1-4])\\s*(?:of\\s+)?)?(?<year>${YEAR})`,
    `)(?![\\p{L}\\p{N}+%]|[.,]\\d|[’']s)`,
  ].join(''),
  'giu',
);
const TO = /^\s*(?:[-–—‒−~→]|to|until|till|through|bis(?: zum)?|до|по)\s*$/iu;
const NOW =
  /^\s*(?:(?:[-–—‒−~→]|to|until|till|bis(?: zum)?|до|по)\s*)(present|now|today|current(?:ly)?|ongoing|date|heute|jetzt|aktuell|laufend|дотепер|досі|теперішн\p{L}+(?: час\p{L}*)?|нині|сьогодн\p{L}*|наш час|н\.\s?в\.)(?![\p{L}])/iu;
const SINCE = /(?:^|[^\p{L}])(since|seit|ab|з|із|від)\s+$/iu;
/** "Jan – Mar 2020": the first month shares the second's year. */
const SHARED = new RegExp(`(?<![\\p{L}])(${MONTH})\\.?\\s*(?:[-–—]|to|bis|до)\\s*$`, 'iu');
const SHORT_END = /^\s*[-–—/]\s*(\d\d)(?![\p{L}\p{N}])/u;

/** All periods in a text, from left to right. `from` is added to every offset. */
export function findPeriods(text: string, from = 0): Period[] {
  const points = [...text.matchAll(POINT)].map((match) => pointOf(match, from));
  const periods: Period[] = [];
  for (let index = 0; index < points.length; index += 1) {
    const start = points[index];
    if (start === undefined) continue;
    const next = points[index + 1];
    const after = text.slice(start.span.end - from);
    const now = NOW.exec(after);
    if (next !== undefined && TO.test(text.slice(start.span.end - from, next.span.start - from))) {
      periods.push({ start, end: next, span: { start: start.span.start, end: next.span.end } });
      index += 1;
    } else if (now !== null) {
      const end = start.span.end + now[0].length;
      const word = { start: end - (now[1]?.length ?? 0), end };
      periods.push({ start, end: { value: 'present', span: word }, span: { start: start.span.start, end } });
    } else periods.push(alone(text, start, from));
  }
  return periods;
}

function alone(text: string, point: When, from: number): Period {
  const before = text.slice(0, point.span.start - from);
  const since = SINCE.exec(before);
  if (since !== null) {
    const start = point.span.start - (since[0].length - since[0].search(/\p{L}/u));
    const word = { start, end: start + (since[1]?.length ?? 0) };
    return { start: point, end: { value: 'present', span: word }, span: { start, end: point.span.end } };
  }
  const shared = SHARED.exec(before);
  const month = shared === null ? -1 : monthOf(shared[1] ?? '');
  if (shared !== null && month > 0 && point.value.length > 4) {
    const span = { start: from + shared.index, end: from + shared.index + (shared[1]?.length ?? 0) };
    const start = { value: `${point.value.slice(0, 4)}-${String(month).padStart(2, '0')}`, span };
    return { start, end: point, span: { start: span.start, end: point.span.end } };
  }
  const short = SHORT_END.exec(text.slice(point.span.end - from));
  const year = point.value.slice(0, 4);
  if (short !== null && point.value.length === 4 && Number(short[1]) > Number(year.slice(2))) {
    const end = point.span.end + short[0].length;
    const value = `${year.slice(0, 2)}${short[1] ?? ''}`;
    return { start: point, end: { value, span: { start: end - 2, end } }, span: { start: point.span.start, end } };
  }
  return { start: point, end: null, span: point.span };
}

function pointOf(match: RegExpExecArray, from: number): When {
  const { iso, isoMonth, word, wordYear, short, month, monthYear, year } = match.groups ?? {};
  const span = { start: from + match.index, end: from + match.index + match[0].length };
  const two = (number: string | number): string => String(number).padStart(2, '0');
  if (iso !== undefined) return { value: `${iso}-${isoMonth ?? ''}`, span };
  if (word !== undefined) {
    const full = wordYear ?? `${Number(short) > 60 ? 19 : 20}${short ?? ''}`;
    return { value: `${full}-${two(monthOf(word))}`, span };
  }
  if (month !== undefined) return { value: `${monthYear ?? ''}-${two(month)}`, span };
  return { value: year ?? '', span };
}

function monthOf(word: string): number {
  return MONTH_TESTS.findIndex((test) => test.test(word)) + 1;
}

const LENGTH =
  /^\(?(?:(?:\d+|one|two|three) ?(?:years?|yrs?\.?|months?|mos?\.?|jahre?|monate?|рок\p{L}*|рік|місяц\p{L}*|міс\.?)[\s,]*)+\)?$/iu;

/** "2 years 10 months": how long something took, which the dates beside it say already. */
export function isLength(text: string): boolean {
  return LENGTH.test(text.trim());
}
