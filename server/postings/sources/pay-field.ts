/** Pay out of a board's own number fields: zero is not an amount, the wrong way round is turned. Pure. */
import type { PayPeriod, SourcePosting } from '../job-posting.ts';

/** What boards call the periods; a word that is none of these says nothing. */
const PERIODS: readonly (readonly [PayPeriod, RegExp])[] = [
  ['hour', /^(?:.*\bper.)?hour|^hr$|^ph$|stundenlohn/iu],
  ['day', /^(?:.*\bper.)?dai?l?y|^pd$|^tag/iu],
  ['week', /^(?:.*\bper.)?week|^pw$|^woche/iu],
  ['month', /^(?:.*\bper.)?month|^pm$|monatsgehalt|^monat/iu],
  ['year', /^(?:.*\bper.)?(?:year|ann)|^pa$|^yr$|jahresgehalt|^jahr/iu],
];

/** "annual", "per-hour-wage", "PA" → a period; null when it is none. */
export function periodOf(words: string | null | undefined): PayPeriod | null {
  const said = (words ?? '').trim();
  return PERIODS.find(([, pattern]) => pattern.test(said))?.[0] ?? null;
}

type Fields = {
  min: number | null;
  max: number | null;
  currency?: string | null;
  period?: PayPeriod | null;
  words?: string | null;
};

/** Pay when at least one amount is above zero, else null. `words`: as the board prints it, made of the numbers otherwise. */
export function payField({ min, max, currency = null, period = null, words = null }: Fields): SourcePosting['pay'] {
  let [low, high] = [amount(min), amount(max)];
  if (low === null && high === null) return null;
  if (low !== null && high !== null && low > high) [low, high] = [high, low];
  const code = /^[A-Za-z]{3}$/.test(currency?.trim() ?? '') ? (currency ?? '').trim().toUpperCase() : null;
  const numbers = [...new Set([low, high].filter((value) => value !== null))].join('–');
  const spoken = [numbers, code, period === null ? null : `per ${period}`].filter((part) => part !== null).join(' ');
  return { min: low, max: high, currency: code, period, words: (words ?? '').trim().slice(0, 300) || spoken };
}

function amount(value: number | null): number | null {
  return value !== null && value > 0 && value < 1e12 ? value : null;
}
