/**
 * Currencies: names and signs, and dated rates for comparing pay across them. No network, no clock.
 * The rates are data (`data/currencies.txt`, dated there); the original words of a posting are always kept beside.
 */
import { dataLines, lazy } from './data-file.ts';

export type PayUnit = 'year' | 'month' | 'week' | 'day' | 'hour' | 'fixed';

/** A usual working year: 2,080 hours, 260 days, 52 weeks, 12 months. */
const PER_YEAR = { year: 1, month: 12, week: 52, day: 260, hour: 2080 } as const;

const load = lazy(() => {
  const rates = new Map<string, number>();
  const names = new Map<string, string>();
  for (const line of dataLines('currencies.txt')) {
    const [code, rate, words] = line.split('\t');
    if (code === undefined || rate === undefined || words === undefined) continue;
    rates.set(code, Number(rate));
    for (const word of words.split('|')) names.set(word, code);
  }
  return { rates, names };
});

/** The amount in euros, or null for a currency without a rate. */
export function toEur(amount: number, currency: string): number | null {
  const rate = load().rates.get(currency);
  return rate === undefined ? null : amount / rate;
}

/** The amount for a usual working year, or null for a fixed price. */
export function perYear(amount: number, period: PayUnit): number | null {
  return period === 'fixed' ? null : amount * PER_YEAR[period];
}

/** The ISO 4217 code of a code, sign or name ("€", "US$", "zł", "гривень"), or null. */
export function findCurrency(words: string): string | null {
  const key = words.trim().toLowerCase();
  const { names, rates } = load();
  return names.get(key) ?? (rates.has(key.toUpperCase()) ? key.toUpperCase() : null);
}
