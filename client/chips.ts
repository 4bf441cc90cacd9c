/** The filter as chips, in the words of the page's language. Pure. */
import type { Filter, FilterChange, Language, Pay } from '../server/protocol/index.ts';
import { payRange } from './format.ts';
import type { Texts } from './i18n/index.ts';
import type { IconName } from './icons.ts';

/** One chip: its words, its icon, what it stands for, and the change that takes it away. */
export interface Chip {
  key: string;
  words: string;
  icon: IconName;
  isMeaning: boolean;
  removal: FilterChange;
  field: EditableField | null;
  /** The value of a list that this chip is. */
  value: string | null;
}

/** What the editor can change; the rest is said. */
export type EditableField = (typeof LISTS)[number] | 'pay' | 'postedWithinDays' | 'query' | 'sort';

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
      field,
      value,
    })),
  );
  if (filter.anySkills !== undefined) {
    chips.push({
      key: 'anySkills',
      words: filter.anySkills.join(` ${texts.or} `),
      icon: 'code',
      isMeaning: false,
      removal: { clear: ['anySkills'] },
      field: null,
      value: null,
    });
  }
  if (filter.pay !== undefined)
    chips.push({
      key: 'pay',
      words: payWords(filter.pay, texts, language),
      icon: 'pay',
      isMeaning: false,
      removal: { clear: ['pay'] },
      field: 'pay',
      value: null,
    });
  if (filter.postedWithinDays !== undefined) {
    chips.push({
      key: 'postedWithinDays',
      words: texts.lastDays(filter.postedWithinDays),
      icon: 'clock',
      isMeaning: false,
      removal: { clear: ['postedWithinDays'] },
      field: 'postedWithinDays',
      value: null,
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
        field: null,
        value: null,
      });
    }
  }
  if (filter.query !== undefined)
    chips.push({
      key: 'query',
      words: filter.query,
      icon: 'wave',
      isMeaning: true,
      removal: { clear: ['query'] },
      field: 'query',
      value: null,
    });
  if (filter.sort !== undefined)
    chips.push({
      key: 'sort',
      words: texts.sort[filter.sort],
      icon: 'list',
      isMeaning: false,
      removal: { clear: ['sort'] },
      field: 'sort',
      value: null,
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
    field: null,
    value: null,
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

/** One value of a field as a person reads it. */
export function valueWords(field: string, value: string, texts: Texts, language: Language): string {
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
  return `${payRange(pay, texts, language)}${pay.period === undefined ? '' : ` ${texts.period[pay.period]}`}`;
}
