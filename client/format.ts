/** Dates, amounts and filters in the words of the page's language. Pure but for the clock that is handed in. */
import type { Filter, FilterChange, Language, Match, Pay } from '../server/protocol/index.ts';
import type { IconName } from './icons.ts';
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

function range(
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
  return max === null ? '' : `${texts.upTo} ${amount(max, currency, language)}`;
}

/** The pay of a card: amounts, and "a year". Null when nothing is stated. */
export function formatPay(
  pay: Match['pay'],
  texts: Texts,
  language: Language,
): { amounts: string; per: string } | null {
  if (pay === null || (pay.min === null && pay.max === null)) return null;
  return { amounts: range(pay, texts, language), per: texts.period[pay.period] };
}

/** One chip: its words, its icon, and the change that takes it away. */
export interface Chip {
  key: string;
  words: string;
  icon: IconName;
  isMeaning: boolean;
  removal: FilterChange;
}

const LISTS = [
  'workplace',
  'countries',
  'regions',
  'cities',
  'titles',
  'skills',
  'companies',
  'seniority',
  'employment',
  'languages',
  'sources',
  'categories',
] as const;
const ICONS: Record<(typeof LISTS)[number], IconName> = {
  workplace: 'home',
  countries: 'pin',
  regions: 'pin',
  cities: 'pin',
  titles: 'jobs',
  skills: 'code',
  companies: 'jobs',
  seniority: 'up',
  employment: 'clock',
  languages: 'chat',
  sources: 'sources',
  categories: 'list',
};

/** The filter as chips, in the order people say it. */
export function chipsOf(filter: Filter, texts: Texts, language: Language): Chip[] {
  const chips: Chip[] = LISTS.flatMap((field) =>
    (filter[field] ?? []).map((value) => ({
      key: `${field}:${value}`,
      words: valueWords(field, value, texts, language),
      icon: ICONS[field],
      isMeaning: false,
      removal: { remove: { [field]: [value] } },
    })),
  );
  if (filter.anySkills !== undefined) {
    chips.push({
      key: 'anySkills',
      words: filter.anySkills.join(` ${texts.or} `),
      icon: 'code',
      isMeaning: false,
      removal: { clear: ['anySkills'] },
    });
  }
  if (filter.pay !== undefined)
    chips.push({
      key: 'pay',
      words: payWords(filter.pay, texts, language),
      icon: 'pay',
      isMeaning: false,
      removal: { clear: ['pay'] },
    });
  if (filter.postedWithinDays !== undefined) {
    chips.push({
      key: 'postedWithinDays',
      words: texts.lastDays(filter.postedWithinDays),
      icon: 'clock',
      isMeaning: false,
      removal: { clear: ['postedWithinDays'] },
    });
  }
  chips.push(...singleChips(filter, texts, language));
  for (const [field, values] of Object.entries(filter.exclude ?? {})) {
    for (const value of values ?? []) {
      chips.push({
        key: `exclude.${field}:${value}`,
        words: `${texts.not} ${valueWords(field, value, texts, language)}`,
        icon: 'hide',
        isMeaning: false,
        removal: { remove: { exclude: { [field]: [value] } } },
      });
    }
  }
  if (filter.query !== undefined)
    chips.push({ key: 'query', words: filter.query, icon: 'wave', isMeaning: true, removal: { clear: ['query'] } });
  if (filter.sort !== undefined)
    chips.push({
      key: 'sort',
      words: texts.sort[filter.sort],
      icon: 'list',
      isMeaning: false,
      removal: { clear: ['sort'] },
    });
  return chips;
}

/** Chips of the fields that hold one statement. */
function singleChips(filter: Filter, texts: Texts, language: Language): Chip[] {
  const { visaSponsorship, client, minScore } = filter;
  const chip = (key: 'visaSponsorship' | 'client' | 'minScore', words: string, name: IconName): Chip => ({
    key,
    words,
    icon: name,
    isMeaning: false,
    removal: { clear: [key] },
  });
  const clientWords = [
    ...(client?.countries ?? []).map((code) => valueWords('countries', code, texts, language)),
    ...(client?.paymentVerified === true ? [texts.paymentVerified] : []),
    ...(client?.minRating === undefined ? [] : [texts.minRating(client.minRating)]),
  ];
  return [
    ...(visaSponsorship === true ? [chip('visaSponsorship', texts.visaSponsorship, 'pin')] : []),
    ...(client === undefined ? [] : [chip('client', `${texts.facet.client}: ${clientWords.join(', ')}`, 'jobs')]),
    ...(minScore === undefined ? [] : [chip('minScore', texts.minScore(minScore), 'up')]),
  ];
}

function valueWords(field: string, value: string, texts: Texts, language: Language): string {
  if (field === 'countries')
    return new Intl.DisplayNames(language, { type: 'region', fallback: 'code' }).of(value) ?? value;
  if (field === 'regions')
    return value.length <= 5
      ? value.replace('_', ' & ')
      : value
          .toLowerCase()
          .replace(
            /(^|_)([a-z])/gu,
            (_, gap: string, letter: string) => (gap === '' ? '' : ' ') + letter.toUpperCase(),
          );
  if (field === 'languages')
    return new Intl.DisplayNames(language, { type: 'language', fallback: 'code' }).of(value) ?? value;
  const tables: Record<string, Record<string, string>> = {
    workplace: texts.workplace,
    employment: texts.employment,
    seniority: texts.seniority,
  };
  return tables[field]?.[value] ?? value;
}

function payWords(pay: Pay, texts: Texts, language: Language): string {
  return `${range(pay, texts, language)}${pay.period === undefined ? '' : ` ${texts.period[pay.period]}`}`;
}
