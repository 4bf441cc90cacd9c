/** A filter in the words of its chips, for the line of an action. */
import type { Language } from '../server/kernel/text.ts';
import type { Exclude, Filter, Pay } from '../server/matching/filter.ts';
import { countryName } from '../server/taxonomy/places.ts';

const VALUES: Record<Language, Record<string, string>> = {
  en: {
    remote: 'remote',
    hybrid: 'hybrid',
    onsite: 'on-site',
    full_time: 'full-time',
    part_time: 'part-time',
    contract: 'contract',
    freelance: 'freelance',
    internship: 'internship',
    temporary: 'temporary',
    intern: 'intern',
    junior: 'junior',
    mid: 'mid-level',
    senior: 'senior',
    lead: 'lead',
    executive: 'executive',
    score: 'best match first',
    newest: 'newest first',
    pay: 'best paid first',
    year: 'a year',
    month: 'a month',
    week: 'a week',
    day: 'a day',
    hour: 'an hour',
    fixed: 'fixed price',
    not: 'not',
    from: 'from',
    upTo: 'up to',
    lastDays: 'last %n days',
    lastDay: 'last 24 hours',
    meaning: 'meaning: %s',
    visaSponsorship: 'visa sponsorship',
    client: 'client: %s',
    paymentVerified: 'payment verified',
    minScore: 'score from %n',
    or: ' or ',
  },
  de: {
    remote: 'remote',
    hybrid: 'hybrid',
    onsite: 'vor Ort',
    full_time: 'Vollzeit',
    part_time: 'Teilzeit',
    contract: 'Vertrag',
    freelance: 'freiberuflich',
    internship: 'Praktikum',
    temporary: 'befristet',
    intern: 'Praktikum',
    junior: 'Junior',
    mid: 'Mid-Level',
    senior: 'Senior',
    lead: 'Lead',
    executive: 'Führungsebene',
    score: 'beste zuerst',
    newest: 'neueste zuerst',
    pay: 'bestbezahlte zuerst',
    year: 'im Jahr',
    month: 'im Monat',
    week: 'in der Woche',
    day: 'am Tag',
    hour: 'in der Stunde',
    fixed: 'Festpreis',
    not: 'nicht',
    from: 'ab',
    upTo: 'bis',
    lastDays: 'letzte %n Tage',
    lastDay: 'letzte 24 Stunden',
    meaning: 'Bedeutung: %s',
    visaSponsorship: 'mit Visum-Unterstützung',
    client: 'Auftraggeber: %s',
    paymentVerified: 'Zahlung bestätigt',
    minScore: 'Punkte ab %n',
    or: ' oder ',
  },
  uk: {
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
    score: 'найкращі спершу',
    newest: 'найновіші спершу',
    pay: 'найвища оплата спершу',
    year: 'на рік',
    month: 'на місяць',
    week: 'на тиждень',
    day: 'на день',
    hour: 'на годину',
    fixed: 'фіксована ціна',
    not: 'не',
    from: 'від',
    upTo: 'до',
    lastDays: 'останні %n дн.',
    lastDay: 'останні 24 години',
    meaning: 'зміст: %s',
    visaSponsorship: 'з візовою підтримкою',
    client: 'замовник: %s',
    paymentVerified: 'оплату підтверджено',
    minScore: 'оцінка від %n',
    or: ' або ',
  },
};

/** The chips of a filter in words, in the order the page shows them: ["remote", "Germany", "Python"]. */
export function filterWords(filter: Filter, language: Language): string[] {
  const words = VALUES[language];
  const value = (key: string): string => words[key] ?? key;
  const not = value('not');
  return [
    ...(filter.workplace ?? []).map(value),
    ...(filter.countries ?? []).map((code) => countryName(code, language)),
    ...(filter.regions ?? []).map(regionName),
    ...(filter.cities ?? []),
    ...(filter.titles ?? []),
    ...(filter.skills ?? []),
    ...(filter.anySkills === undefined ? [] : [filter.anySkills.join(value('or'))]),
    ...(filter.companies ?? []),
    ...(filter.seniority ?? []).map(value),
    ...(filter.employment ?? []).map(value),
    ...(filter.languages ?? []).map((code) => languageName(code, language)),
    ...(filter.sources ?? []),
    ...(filter.categories ?? []),
    ...(filter.pay === undefined ? [] : [payWords(filter.pay, language)]),
    ...(filter.postedWithinDays === undefined ? [] : [daysWords(filter.postedWithinDays, language)]),
    ...(filter.visaSponsorship === true ? [value('visaSponsorship')] : []),
    ...(filter.client === undefined ? [] : [value('client').replace('%s', clientWords(filter.client, language))]),
    ...(filter.minScore === undefined ? [] : [value('minScore').replace('%n', String(filter.minScore))]),
    ...(filter.exclude === undefined ? [] : excluded(filter.exclude, language)).map((word) => `${not} ${word}`),
    ...(filter.query === undefined ? [] : [value('meaning').replace('%s', filter.query)]),
    ...(filter.sort === undefined ? [] : [value(filter.sort)]),
  ];
}

function languageName(code: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(code) ?? code;
}

function clientWords(client: NonNullable<Filter['client']>, language: Language): string {
  const words = VALUES[language];
  return [
    ...(client.countries ?? []).map((code) => countryName(code, language)),
    ...(client.paymentVerified === true ? [words['paymentVerified'] ?? ''] : []),
    ...(client.minRating === undefined ? [] : [`★ ${client.minRating}+`]),
  ].join(', ');
}

function excluded(exclude: Exclude, language: Language): string[] {
  const { keywords = [], ...facets } = exclude;
  return [...filterWords(facets, language), ...keywords];
}

function payWords(pay: Pay, language: Language): string {
  const words = VALUES[language];
  const amount = (value: number): string =>
    pay.currency === undefined
      ? new Intl.NumberFormat(language).format(value)
      : new Intl.NumberFormat(language, { style: 'currency', currency: pay.currency, maximumFractionDigits: 0 }).format(
          value,
        );
  const period = pay.period === undefined ? '' : ` ${words[pay.period] ?? ''}`;
  if (pay.min !== undefined && pay.max !== undefined) return `${amount(pay.min)}–${amount(pay.max)}${period}`;
  if (pay.min !== undefined) return `${words['from'] ?? ''} ${amount(pay.min)}${period}`;
  return `${words['upTo'] ?? ''} ${amount(pay.max ?? 0)}${period}`;
}

function daysWords(days: number, language: Language): string {
  const words = VALUES[language];
  return days === 1 ? (words['lastDay'] ?? '') : (words['lastDays'] ?? '').replace('%n', String(days));
}

/** Region codes are read as they are written, without the underscore: UK_IE, NORTH_AMERICA. */
function regionName(code: string): string {
  return code.length <= 5
    ? code.replace('_', ' & ')
    : code
        .toLowerCase()
        .replace(/(^|_)([a-z])/gu, (_, gap: string, letter: string) => (gap === '' ? '' : ' ') + letter.toUpperCase());
}
