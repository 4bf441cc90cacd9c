/** Small readings that all adapters share: addresses, dates, names. Pure. */
import { cleanLine } from '../../kernel/clean-text.ts';

/** The address when it is http or https and short enough, without tracking parameters; else null. */
export function webUrl(words: string | null | undefined): string | null {
  if (words === null || words === undefined || words.length > 2000) return null;
  try {
    const url = new URL(words.trim());
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
    if (url.username !== '' || url.password !== '') return null;
    for (const name of Array.from(url.searchParams.keys()))
      if (/^(?:utm_.*|gh_src|lever-source|fbclid|gclid|mc_[ce]id|trk)$/.test(name)) url.searchParams.delete(name);
    return url.href.length <= 2000 ? url.href : null;
  } catch {
    return null;
  }
}

const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** A date as ISO 8601 in UTC: ISO text, "YYYY-MM-DD HH:MM:SS UTC", epoch seconds or milliseconds; null when it is none. */
export function isoDate(value: string | number | null | undefined): string | null {
  if (value === null || value === undefined || value === '') return null;
  const number = typeof value === 'number' ? value : /^\d{9,14}$/.test(value) ? Number(value) : null;
  const text =
    typeof value === 'string' ? value.trim().replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) UTC$/, '$1T$2Z') : '';
  const time =
    number === null
      ? Date.parse(/^\d{4}-\d\d-\d\dT[\d:.]+$/.test(text) ? `${text}Z` : text)
      : number > 1e12
        ? number
        : number * 1000;
  return Number.isFinite(time) && time >= EARLIEST && time < LATEST ? new Date(time).toISOString() : null;
}

/** A readable name from a board's slug: "acme-robotics" and "Acme%20Robotics" → "Acme Robotics". */
export function companyFromSlug(slug: string): string {
  let words = slug;
  try {
    words = decodeURIComponent(slug);
  } catch {
    // A slug that is no valid escape is a name as it stands.
  }
  words = cleanLine(words, 300);
  if (/[A-Z ]/.test(words)) return words;
  return words
    .split(/[-_]/)
    .filter((part) => part !== '')
    .map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`)
    .join(' ');
}
