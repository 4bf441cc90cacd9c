/** Dates, amounts and reasons in the words of the page's language. Pure but for the clock that is handed in. */
import type { Language, Match, Reason } from '../server/protocol/index.ts';
import type { Texts } from './i18n/index.ts';

/** "2 days ago" in that language. */
export function formatAge(iso: string, now: number, language: Language): string {
  const days = Math.floor((now - Date.parse(iso)) / 86_400_000);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (days < 31) return relative.format(-Math.max(days, 0), 'day');
  return days < 365
    ? relative.format(-Math.floor(days / 30), 'month')
    : relative.format(-Math.floor(days / 365), 'year');
}

export function formatDate(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(iso));
}

function amount(value: number, currency: string | null | undefined, language: Language): string {
  const style = currency === null || currency === undefined ? {} : { style: 'currency' as const, currency };
  const digits = value < 200 ? 2 : 0;
  return new Intl.NumberFormat(language, { ...style, maximumFractionDigits: digits, minimumFractionDigits: 0 }).format(
    value,
  );
}

/** "from 70,000", "70,000–90,000": amounts as a person reads them; empty when there are none. */
export function payRange(
  pay: { min?: number | null | undefined; max?: number | null | undefined; currency?: string | null | undefined },
  texts: Texts,
  language: Language,
): string {
  const { min = null, max = null, currency } = pay;
  if (min !== null && max !== null)
    return min === max
      ? amount(min, currency, language)
      : `${amount(min, currency, language)}–${amount(max, currency, language)}`;
  if (min !== null) return `${texts.from} ${amount(min, currency, language)}`;
  return max === null ? (currency ?? '') : `${texts.upTo} ${amount(max, currency, language)}`;
}

/** The pay of a card: amounts, and "a year". Null when nothing is stated. */
export function formatPay(
  pay: Match['pay'],
  texts: Texts,
  language: Language,
): { amounts: string; per: string } | null {
  if (pay === null || (pay.min === null && pay.max === null)) return null;
  return { amounts: payRange(pay, texts, language), per: texts.period[pay.period] };
}

/** A reason in the posting's own words, or in ours where it is silent; null for one that says nothing on a card. */
export function reasonWords(reason: Reason, texts: Texts): string | null {
  // The age stands on every card.
  if (reason.criterion === 'exclude' || (reason.criterion === 'postedWithinDays' && reason.verdict === 'yes'))
    return null;
  const [quote] = reason.evidence;
  if (quote !== undefined && quote.words !== '') return quote.words;
  return reason.verdict === 'unclear' ? (texts.openUnclear[reason.criterion] ?? texts.notStated) : null;
}

/** "Hybrid · Berlin": how and where, each said once. */
export function placeWords(match: Pick<Match, 'workplace' | 'place'>, texts: Texts): string {
  const workplace = match.workplace.map((value) => texts.workplace[value]).join(', ');
  const place = match.place === '' ? texts.placeNotStated : match.place;
  const says = match.workplace.some((value) => place.toLowerCase().startsWith(value));
  return workplace === '' || says || place.toLowerCase().startsWith(workplace.toLowerCase())
    ? place
    : `${workplace} · ${place}`;
}
