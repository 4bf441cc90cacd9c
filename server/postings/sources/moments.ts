/**
 * Dates as the boards write them, strictly: epoch seconds or milliseconds, ISO 8601 with or without zone (without one
 * it is UTC), with a space for the T, RFC 822. Anything else is no date, whatever a lenient parser makes of it. Pure.
 */

const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,](\d{1,9}))?\s?(Z|UTC|[+-]\d\d(?::?\d\d)?)?)?$/iu;
const RFC_822 =
  /^(?:[a-z]{3},\s*)?\d{1,2}\s[a-z]{3}\s\d{4}\s\d\d:\d\d(?::\d\d)?\s(?:[+-]\d{4}|GMT|UT|UTC|Z|[ECMP][SD]T)$/iu;

/** The date as ISO 8601 in UTC, or null when it is none, or is not between 2000 and 2100. */
export function momentOf(value: string | number | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  const time = typeof value === 'number' || /^\d{9,14}$/.test(value) ? epoch(Number(value)) : written(value.trim());
  return Number.isFinite(time) && time >= EARLIEST && time < LATEST ? new Date(time).toISOString() : null;
}

/** The first of these that is a date: boards write a second one for when the first is none. */
export function firstMoment(
  values: string | number | null | undefined | readonly (string | number | null | undefined)[],
): string | null {
  if (typeof values !== 'object' || values === null) return momentOf(values);
  for (const value of values) {
    const moment = momentOf(value);
    if (moment !== null) return moment;
  }
  return null;
}

function epoch(value: number): number {
  return value > 1e11 ? value : value * 1000;
}

function written(words: string): number {
  if (words.length > 40) return Number.NaN;
  const iso = ISO.exec(words);
  if (iso === null) return RFC_822.test(words) ? Date.parse(words) : Number.NaN;
  const [, day = '', time = '00:00', fraction = '0', zone = 'Z'] = iso;
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}` : 'Z';
  return Date.parse(
    `${day}T${time.length === 5 ? `${time}:00` : time}.${fraction.padEnd(3, '0').slice(0, 3)}${offset}`,
  );
}
