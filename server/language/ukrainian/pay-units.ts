/** The unit behind an amount in Ukrainian: "25 000 грн/міс", "150 євро за зміну", "20 зл на год". */
import type { Token } from '../meaning.ts';

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:год(?:ин[ауи])?|час)$/u, 'an hour'],
  [/^(?:день|дня|добу|доба|зміну|зміна)$/u, 'a day'],
  [/^(?:тиждень|тижня)$/u, 'a week'],
  [/^(?:міс|місяць|місяця|мес)$/u, 'a month'],
  [/^(?:рік|року|р)$/u, 'a year'],
  [/^(?:проєкт|проект|завдання|замовлення)$/u, 'fixed price'],
];
/** Words of an amount; a unit may follow them. */
export const AMOUNT =
  /^(?:[$€£₴]|\d.*|к|тис(?:яч.?)?|грн|грив.*|дол.*|бакс.*|євро|злот.*|зл|крон.?|фунт.*|форинт.*|лей|леїв|франк.*|нетто|брутто|чистими|руки|eur|usd|pln|uah|gbp|chf|czk|zł|zl)$/u;

/** The period that these words name behind an amount, in English; null when no amount stands before them. */
export function payUnit(tokens: readonly Token[], at: number): { english: string; to: number } | null {
  const here = tokens[at];
  const before = tokens[at - 1];
  if (here === undefined || before === undefined || !AMOUNT.test(before.word)) return null;
  if (here.clause !== before.clause) return null;
  const joined = here.gap.includes('/');
  const unitAt = /^(?:за|на|в|у)$/u.test(here.word) ? at + 1 : at;
  if (unitAt === at && !joined && !/^(?:година|годину|год|час|міс|мес|місяць)$/u.test(here.word)) return null;
  // "10 за тиждень" may be a number of anything: money or a slash has to stand before it.
  if (!joined && /^\d+$/.test(before.word)) return null;
  const unit = UNITS.find(([words]) => words.test(tokens[unitAt]?.word ?? ''));
  return unit === undefined ? null : { english: unit[1], to: unitAt + 1 };
}
