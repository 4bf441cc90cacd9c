/** A filter in a few words of a language, for "what are my filters". */
import { formatNumber } from '../kernel/plural.ts';
import type { Language } from '../kernel/text.ts';
import type { Filter, Pay } from '../matching/filter.ts';
import { countryName } from './facts.ts';

interface Terms {
  values: Record<string, string>;
  without: string;
  any: string;
  days(count: number): string;
  from: string;
  upTo: string;
  sorted: Record<string, string>;
}

const terms: Record<Language, Terms> = {
  en: {
    values: {
      remote: 'remote',
      hybrid: 'hybrid',
      onsite: 'on site',
      full_time: 'full time',
      part_time: 'part time',
      contract: 'contract',
      freelance: 'freelance',
      internship: 'internship',
      temporary: 'temporary',
      intern: 'intern',
      junior: 'junior',
      mid: 'mid level',
      senior: 'senior',
      lead: 'lead',
      executive: 'executive',
      year: 'a year',
      month: 'a month',
      week: 'a week',
      day: 'a day',
      hour: 'an hour',
      fixed: 'fixed price',
    },
    without: 'without',
    any: 'any of',
    days: (count) => (count === 1 ? 'posted within a day' : `posted within ${count} days`),
    from: 'from',
    upTo: 'up to',
    sorted: { score: 'best match first', newest: 'newest first', pay: 'best paid first' },
  },
  de: {
    values: {
      remote: 'remote',
      hybrid: 'hybrid',
      onsite: 'vor Ort',
      full_time: 'Vollzeit',
      part_time: 'Teilzeit',
      contract: 'auf Vertrag',
      freelance: 'freiberuflich',
      internship: 'Praktikum',
      temporary: 'befristet',
      intern: 'Praktikum',
      junior: 'Junior',
      mid: 'mittlere Stufe',
      senior: 'Senior',
      lead: 'Leitung',
      executive: 'Geschäftsführung',
      year: 'im Jahr',
      month: 'im Monat',
      week: 'in der Woche',
      day: 'am Tag',
      hour: 'die Stunde',
      fixed: 'Festpreis',
    },
    without: 'ohne',
    any: 'eines von',
    days: (count) => (count === 1 ? 'höchstens einen Tag alt' : `höchstens ${count} Tage alt`),
    from: 'ab',
    upTo: 'bis',
    sorted: { score: 'Passendste zuerst', newest: 'Neueste zuerst', pay: 'Bestbezahlte zuerst' },
  },
  uk: {
    values: {
      remote: 'віддалено',
      hybrid: 'гібридно',
      onsite: 'в офісі',
      full_time: 'повна зайнятість',
      part_time: 'часткова зайнятість',
      contract: 'контракт',
      freelance: 'фриланс',
      internship: 'стажування',
      temporary: 'тимчасово',
      intern: 'стажер',
      junior: 'junior',
      mid: 'middle',
      senior: 'senior',
      lead: 'lead',
      executive: 'керівництво',
      year: 'на рік',
      month: 'на місяць',
      week: 'на тиждень',
      day: 'на день',
      hour: 'на годину',
      fixed: 'фіксована ціна',
    },
    without: 'без',
    any: 'щось із',
    days: (count) => `не старші за ${count} дн.`,
    from: 'від',
    upTo: 'до',
    sorted: { score: 'спершу найближчі', newest: 'спершу найновіші', pay: 'спершу найкраще оплачувані' },
  },
};

/** The filter in words, parts separated by semicolons; empty for an empty filter. */
export function describeFilter(filter: Filter, language: Language): string {
  const { values, without, any, days, sorted } = terms[language];
  const word = (value: string): string => values[value] ?? value;
  const countries = (codes: readonly string[] | undefined): string[] =>
    (codes ?? []).map((code) => countryName(code, language));
  const parts = [
    (filter.titles ?? []).join(', '),
    (filter.skills ?? []).join(', '),
    filter.anySkills === undefined ? '' : `${any} ${filter.anySkills.join(', ')}`,
    (filter.seniority ?? []).map(word).join(', '),
    [...(filter.workplace ?? []), ...(filter.employment ?? [])].map(word).join(', '),
    [...(filter.cities ?? []), ...countries(filter.countries), ...(filter.regions ?? [])].join(', '),
    (filter.companies ?? []).join(', '),
    (filter.sources ?? []).join(', '),
    filter.pay === undefined ? '' : describePay(filter.pay, language),
    filter.postedWithinDays === undefined ? '' : days(filter.postedWithinDays),
    filter.query === undefined ? '' : `“${filter.query}”`,
    describeExcluded(filter, without, word, countries),
    filter.sort === undefined ? '' : (sorted[filter.sort] ?? filter.sort),
  ];
  return parts.filter((part) => part !== '').join('; ');
}

function describeExcluded(
  filter: Filter,
  without: string,
  word: (value: string) => string,
  countries: (codes: readonly string[] | undefined) => string[],
): string {
  const { countries: codes, ...lists } = filter.exclude ?? {};
  const words = [
    ...countries(codes),
    ...Object.values(lists)
      .flatMap((list) => list ?? [])
      .map(word),
  ];
  return words.length === 0 ? '' : `${without} ${words.join(', ')}`;
}

function describePay(pay: Pay, language: Language): string {
  const { from, upTo, values } = terms[language];
  const amount = (value: number): string => formatNumber(language, value);
  const range =
    pay.min !== undefined && pay.max !== undefined
      ? `${amount(pay.min)}–${amount(pay.max)}`
      : pay.min !== undefined
        ? `${from} ${amount(pay.min)}`
        : pay.max !== undefined
          ? `${upTo} ${amount(pay.max)}`
          : '';
  return [range, pay.currency ?? '', pay.period === undefined ? '' : (values[pay.period] ?? '')]
    .filter((part) => part !== '')
    .join(' ');
}
