/**
 * What people and models write into a filter, in the codes that it speaks: "deutschland" → DE, "k8s" → Kubernetes,
 * "full-time" → full_time, "80k" → 80000. Nothing is guessed: what has no reading stays and the schema refuses it.
 */
import { z } from 'zod';
import { EMPLOYMENTS, SENIORITIES, WORKPLACES } from '../server/postings/job-posting.ts';
import { PerchError } from '../server/kernel/errors.ts';
import { filterSchema, listFacets, REGIONS } from '../server/matching/filter.ts';
import { findCurrency } from '../server/taxonomy/currencies.ts';
import { cityOf, countryOf } from '../server/taxonomy/places.ts';
import { usualSkill } from './usual-skill.ts';
import { languageCodeOf } from './language-codes.ts';

const objectSchema = z.record(z.string(), z.unknown());
type Fields = Record<string, unknown>;

const LIST_FIELDS = new Set<string>([...Object.keys(listFacets), 'anySkills', 'categories', 'keywords']);
/** Other words for the codes of small sets; spaces, hyphens and case are forgiven anyway. */
const OTHER_WORDS: Record<string, string> = {
  in_office: 'onsite',
  office: 'onsite',
  on_premise: 'onsite',
  remotely: 'remote',
  fully_remote: 'remote',
  fulltime: 'full_time',
  parttime: 'part_time',
  contractor: 'contract',
  freelancer: 'freelance',
  intern: 'internship',
  temp: 'temporary',
  entry: 'junior',
  entry_level: 'junior',
  mid_level: 'mid',
  middle: 'mid',
  yearly: 'year',
  annual: 'year',
  annually: 'year',
  monthly: 'month',
  weekly: 'week',
  daily: 'day',
  hourly: 'hour',
  european_union: 'EU',
  uk_and_ireland: 'UK_IE',
  latin_america: 'LATAM',
  global: 'WORLDWIDE',
  anywhere: 'WORLDWIDE',
  salary: 'pay',
};

/** The input of set_filter. A change that was sent without `set` around it is one of `set`. */
export function resolveFilterChange(input: unknown): unknown {
  const change = objectSchema.safeParse(input).data;
  if (change === undefined) return input;
  const keys = Object.keys(change);
  const fields = new Set<string>(filterSchema.keyof().options);
  if (keys.length > 0 && keys.every((key) => fields.has(key))) return { set: resolveFilter(change) };
  return dropEmpty({
    ...change,
    ...mapPresent(change, ['set', 'add', 'remove'], resolveFilter),
    ...mapPresent(change, ['clear'], asList),
  });
}

/** A filter or a part of one. Throws PerchError invalid for a country that does not exist. */
export function resolveFilter(input: unknown): unknown {
  const fields = objectSchema.safeParse(input).data;
  if (fields === undefined) return input;
  const found: Fields = {};
  for (const [key, value] of Object.entries(fields)) {
    if (value === null || value === '') continue;
    found[key] = resolveField(key, LIST_FIELDS.has(key) ? asList(value) : value);
  }
  moveRegions(found);
  return dropEmpty(found);
}

function resolveField(key: string, value: unknown): unknown {
  switch (key) {
    case 'countries':
      return eachWord(value, (word) => regionOf(word) ?? countryCode(word));
    case 'regions':
      return eachWord(value, (word) => regionOf(word) ?? word);
    case 'cities':
      return eachWord(value, (word) => cityOf(word) ?? word);
    case 'skills':
    case 'anySkills':
      return eachWord(value, (word) => usualSkill(word));
    case 'languages':
      return eachWord(value, (word) => languageCodeOf(word) ?? word);
    case 'workplace':
      return eachWord(value, (word) => codeOf(word, WORKPLACES));
    case 'employment':
      return eachWord(value, (word) => codeOf(word, EMPLOYMENTS));
    case 'seniority':
      return eachWord(value, (word) => (word === 'intern' ? word : codeOf(word, SENIORITIES)));
    case 'sort':
      return typeof value === 'string' ? codeOf(value, ['score', 'newest', 'pay']) : value;
    case 'pay':
      return resolvePay(value);
    case 'client':
      return resolveFilter(value);
    case 'exclude':
      return resolveFilter(value);
    case 'postedWithinDays':
    case 'minScore':
    case 'minRating':
      return numberOf(value);
    default:
      return value;
  }
}

function resolvePay(value: unknown): unknown {
  const pay = objectSchema.safeParse(value).data;
  if (pay === undefined) return value;
  const { currency, period } = pay;
  return dropEmpty({
    ...pay,
    ...mapPresent(pay, ['min', 'max'], numberOf),
    ...(typeof currency === 'string' ? { currency: findCurrency(currency) ?? currency } : {}),
    ...(typeof period === 'string' ? { period: codeOf(period.replace(/^(?:per|an?) /iu, ''), []) } : {}),
  });
}

/** Regions that were named as countries go where they belong. */
function moveRegions(fields: Fields): void {
  const { countries, regions } = fields;
  if (!Array.isArray(countries)) return;
  const isRegion = (value: unknown): boolean => REGIONS.some((region) => region === value);
  const moved = countries.filter(isRegion);
  if (moved.length === 0) return;
  fields['countries'] = countries.filter((value) => !isRegion(value));
  fields['regions'] = [...new Set([...(Array.isArray(regions) ? regions : []), ...moved])];
}

function countryCode(word: string): string {
  const code = countryOf(word);
  if (code !== null) return code;
  if (!/^[A-Za-z]{2}$/u.test(word.trim())) return word;
  throw new PerchError('invalid', {
    en: `There is no country with the code ${word}. Country codes are those of ISO 3166, such as DE.`,
    de: `Ein Land mit dem Code ${word} gibt es nicht. Ländercodes sind die von ISO 3166, zum Beispiel DE.`,
    uk: `Країни з кодом ${word} немає. Коди країн — за ISO 3166, наприклад DE.`,
  });
}

function regionOf(word: string): string | null {
  const code = codeOf(word.replace(/^the /iu, '').toUpperCase(), REGIONS);
  return REGIONS.find((region) => region === code) ?? null;
}

/** One of `codes`, written in any case, with spaces or hyphens, or by another word; the word itself otherwise. */
function codeOf(word: string, codes: readonly string[]): string {
  const key = word
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/gu, '_');
  const other = OTHER_WORDS[key] ?? key;
  const plain = (text: string): string => text.toLowerCase().replace(/_/gu, '');
  return codes.find((code) => plain(code) === plain(other)) ?? other;
}

/** A number, also written as "80k", "80,000" or "1.5m". */
function numberOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const match = /^\D{0,4}?([\d.,' ]{1,20})\s*([km])?\D{0,4}$/iu.exec(value.trim());
  if (match === null) return value;
  const digits = (match[1] ?? '')
    .replace(/[,.' ](?=\d{3}(?:\D|$))/gu, '')
    .replace(',', '.')
    .trim();
  const number = Number(digits) * ({ k: 1000, m: 1_000_000 }[(match[2] ?? '').toLowerCase()] ?? 1);
  return Number.isFinite(number) && digits !== '' ? number : value;
}

function asList(value: unknown): unknown {
  return typeof value === 'string' ? [value] : value;
}

function eachWord(value: unknown, read: (word: string) => string): unknown {
  if (!Array.isArray(value)) return value;
  const read1 = value
    .filter((entry) => entry !== null && entry !== '')
    .map((entry) => (typeof entry === 'string' ? read(entry) : entry));
  return [...new Set<unknown>(read1)];
}

function mapPresent(fields: Fields, keys: readonly string[], read: (value: unknown) => unknown): Fields {
  return Object.fromEntries(keys.filter((key) => key in fields).map((key) => [key, read(fields[key])]));
}

/** Models fill in every field they know of: what is empty was not said. */
function dropEmpty(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        !(Array.isArray(value) && value.length === 0) &&
        !(typeof value === 'object' && Object.keys(value).length === 0),
    ),
  );
}
