/**
 * Base pay as said: the source's own field first, then the text. One figure: min = max; several ranges of one
 * currency: lowest to highest. Equity, bonus, commission, target income and budgets are not pay.
 */
import { findCurrency } from '../../taxonomy/currencies.ts';
import type { Facts, PayPeriod, SourcePosting } from '../job-posting.ts';
import { quote } from './sentences.ts';

export type Pay = NonNullable<Facts['pay']>;

const SIGN = '(?:US\\$|CA\\$|AU\\$|NZ\\$|HK\\$|MX\\$|C\\$|A\\$|S\\$|R\\$|[$€£₴₹¥₪₺₱])';
const CODE =
  '(?:USD|EUR|GBP|CHF|PLN|UAH|CAD|AUD|NZD|SEK|NOK|DKK|CZK|HUF|RON|INR|JPY|SGD|HKD|ILS|BRL|MXN|ZAR|TRY|AED|PHP|THB|zł|грн|kr|Euro|euros?)';
const NUMBER = "(\\d{1,3}(?:[.,\\u00a0\\u202f’' ]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?)";
const THOUSAND = '(?: ?([kK]|тис\\.?|Tsd\\.?|thousand|lakhs?|LPA)(?![\\p{L}]))?';
const AMOUNT = `(${SIGN})? ?(?:(${CODE})(?![\\p{L}]) ?)?(${SIGN})? ?${NUMBER}${THOUSAND}(?: ?(${SIGN}|${CODE}(?![\\p{L}])))?`;
const PERIOD_WORDS =
  '(?:\\s*(?:\\/|per|an?|pro|je|p\\.|на|за|в)?\\s*(?:year|yr|annum|annual|month|mo|week|wk|day|hour|hr|h|jahr|monat|stunde|std|tag|місяць|рік|годину|день)\\b)?';
const RANGE = new RegExp(`${AMOUNT}${PERIOD_WORDS}(?:\\s?(?:-|–|—|−|to|bis|and|und|до|~)\\s?${AMOUNT})?(\\+)?`, 'giu');
/** A range of thousands without a currency. */
const BARE = /\d\s?[kK]\s?(?:-|–|—|to)\s?\d{2,3}\s?[kK]\b/u;
/** What makes a sentence worth reading for pay at all. */
const GATE = new RegExp(
  `(?:${SIGN}\\s?\\d|\\d\\s?[kK]?\\s?(?:${SIGN})|\\d[\\d.,]*\\s?[kK]?\\s?${CODE}|${CODE}\\s?\\d)`,
  'u',
);
const PAY_WORDS =
  /\b(?:salar(?:y|ies)|compensation|base|pay|paying|pays|wages?|rate|remuneration|gehalt|jahresgehalt|monatsgehalt|vergütung|stundenlohn|lohn|gross|brutto|per (?:year|annum|month|hour|day)|annual(?:ly)?|hourly|yearly|stipend of|earn(?:ing|s)?|\/ ?(?:hr|hour|h|yr|year|month|mo|day)|p\.a\.|pa\b|package|range)\b|зарплат|оклад|ставк|оплат|винагород/iu;
const NOT_PAY =
  /\b(?:raised|funding|series [a-f]|valuation|revenue|arr|mrr|aum|assets|campaigns|track record|scale of|million|billion|budget|market|customers|savings?|saved|investors?|backed|grants?|donat\w+|quota|pipeline|deals?|contract value|acv|portfolio|loans?|transactions?|processed|volume|learning|education|equipment|home office|wellness|gym|referral|relocation|stipends?|allowance|reimburs\w*|reward|credit|per diem|401|pension|contribution|insurance|deductible|lifetime|sign(?:ing|-on)|tuition|travel|meal|lunch|commuter|internet|phone|fertility|equity|shares|stock|options?|bonus|commission|ote|on[- ]target|target (?:earnings|compensation|income)|total (?:target )?(?:cash|compensation|comp|earnings|rewards|package)|fees?|price|cost|spend|under management|discount|vouchers?|gift)\b/iu;
const SURE_PAY =
  /\b(?:base|paid in the range|in the range of|salary|salaries|hourly|wage|pay (?:range|rate|scale|band)|rate of pay|gehalt|jahresgehalt|per hour|\/ ?hr|\/ ?hour|annual(?:ized)? (?:pay|salary|base)|compensation (?:range|band|for)|starting pay|pay is)\b|зарплат|оклад/iu;
/** A line that announces pay: what stands in the next lines belongs to it. */
const HEADING =
  /^[^\p{L}]*(?:(?:the |our |estimated |annual |expected |starting |target |us |base |cash |total )*(?:compensation|salary|salaries|pay|base salary|cash|wage|remuneration|gehalt|vergütung|зарплата|оплата)(?: (?:and|&) benefits)?(?: (?:ranges?|bands?|details|information|transparency|scale|rate))?)(?: \([^)]{0,40}\))?[^\p{L}]*$/iu;
const LABELLED =
  /^[^\p{L}]*(?:(?:annual |base |cash |starting |expected )*(?:compensation|salary|pay|wage|cash|gehalt|vergütung|зарплата)(?: (?:ranges?|bands?))?)\s*(?:[:–—-]|(?=[$€£]))/iu;
/** How many lines a heading reaches. */
const REACH = 5;
const ONLY_TARGET =
  /\b(?:ote|on[- ]target|target (?:earnings|income|compensation)|total (?:target )?(?:cash|compensation|comp|earnings))\b/iu;

/** One figure for base and target together. */
const TARGET_WITH_BASE =
  /\b(?:on[- ]target|target) (?:earnings|income|compensation)[^.$€£]{0,12}\((?:which )?(?:includ|consist|base|made)/iu;

const PERIODS: readonly (readonly [PayPeriod, RegExp])[] = [
  [
    'hour',
    /(?:\bper|\/|\ban?|\bpro|\bje)\s?(?:hour|hr|h|std|stunde)\b|\bhourly\b|\bp\.?\/?h\b|stundenlohn|годин|\/ ?год/iu,
  ],
  ['day', /(?:\bper|\/|\ba|\bpro)\s?(?:day|tag)\b|\bdaily rate\b|\bday rate\b|\btagessatz\b|на день/iu],
  ['week', /(?:\bper|\/|\ba|\bpro)\s?(?:week|wk|woche)\b|\bweekly\b/iu],
  [
    'month',
    /(?:\bper|\/|\ba|\bpro|\bim)\s?(?:month|mo|monat)\b|\bmonthly\b|\bmonatlich|\bmonatsgehalt|місяц|\/ ?міс/iu,
  ],
  [
    'year',
    /(?:\bper|\/|\ba|\bpro|\bim)\s?(?:year|yr|annum|jahr)\b|\bannual(?:ly|ized)?\b|\byearly\b|\bp\.\s?a\b|\bjährlich|\bjahresgehalt|рік\b|річн/iu,
  ],
];

function toNumber(words: string, thousand: string | undefined): number {
  let plain = words.replace(/[\u00a0\u202f’' ]/g, '');
  const decimals = /[.,](\d{1,2})$/.exec(plain);
  const body = decimals === null ? plain : plain.slice(0, decimals.index);
  plain = `${body.replace(/[.,]/g, '')}${decimals === null ? '' : `.${decimals[1] ?? '0'}`}`;
  const value = Number(plain);
  if (thousand === undefined) return value;
  return /lakh|lpa/iu.test(thousand) ? value * 100_000 : value * 1000;
}

type Amount = { value: number; currency: string | null; thousand: boolean; coded: boolean };

function amountOf(groups: readonly (string | undefined)[], offset: number): Amount | null {
  const number = groups[offset + 3];
  if (number === undefined) return null;
  const said = [groups[offset + 5], groups[offset + 1], groups[offset], groups[offset + 2]].filter(
    (words) => words !== undefined,
  );
  // "$50,000 CAD": the code tells more than the sign.
  const words = said.find((word) => /^[A-Z]{3}$/.test(word)) ?? said[0];
  return {
    value: toNumber(number, groups[offset + 4]),
    currency: words === undefined ? null : findCurrency(words),
    thousand: groups[offset + 4] !== undefined,
    coded: words !== undefined && words !== '$',
  };
}

/** The period that the words beside an amount name, else what the size of the amount makes plain, else null. */
function periodOf(words: string, amount: number, currency: string | null): PayPeriod | null {
  for (const [period, pattern] of PERIODS) if (pattern.test(words)) return period;
  const large =
    currency === null || /^(?:USD|EUR|GBP|CHF|CAD|AUD|NZD|SGD|ILS|PLN|AED)$/.test(currency) ? 14_000 : 200_000;
  return amount >= large ? 'year' : null;
}

type Range = { min: number | null; max: number | null; currency: string | null; period: PayPeriod; words: string };

function rangeOf(found: RegExpMatchArray, sentence: string, headed: boolean): Range | null {
  const groups = found.slice(1);
  const low = amountOf(groups, 0);
  const high = amountOf(groups, 6);
  if (low === null) return null;
  const currency = (high?.coded === true ? high.currency : null) ?? low.currency ?? high?.currency ?? null;
  // Thousands under a heading about pay are pay, whatever the currency; which one is not said.
  const isPlain = headed && high !== null && (low.thousand || high.thousand);
  if (currency === null && !isPlain) return null;
  const at = found.index ?? 0;
  const after = sentence.slice(at + found[0].length, at + found[0].length + 28);
  if (
    /^\s?(?:m\b|mm\b|mn\b|b\b|bn\b|million|billion|mio|mrd|%|\+?\s?(?:in |of )?(?:funding|arr|revenue)|\/month stipend)/iu.test(
      after,
    )
  )
    return null;
  // "Salary: -5000" is a slip, not pay.
  if (/[:=]\s*[-−]$/u.test(sentence.slice(0, at).concat(/^[-−]/u.exec(found[0])?.[0] ?? ''))) return null;
  let min = low.value;
  const max = high?.value ?? null;
  if (max !== null && high?.thousand === true && !low.thousand && min < 1000) min *= 1000;
  let top = max;
  if (top !== null && low.thousand && high?.thousand !== true && top < 1000) top *= 1000;
  const biggest = top ?? min;
  if (biggest <= 0 || biggest >= 1e9) return null;
  const near = `${sentence.slice(Math.max(0, at - 45), at)} ${found[0]} ${after}`;
  const period =
    periodOf(`${found[0]} ${after}`, biggest, currency) ??
    periodOf(near, biggest, currency) ??
    periodOf(sentence, biggest, currency);
  if (period === null) return null;
  if (period === 'month' && biggest < 500 && currency !== null && /^(?:USD|EUR|GBP|CAD|AUD|CHF)$/.test(currency))
    return null;
  if (
    (period === 'year' && biggest < 5000) ||
    (period === 'hour' && biggest > 1500 && currency !== 'INR' && currency !== 'JPY')
  )
    return null;
  const before = sentence.slice(Math.max(0, at - 16), at);
  const upTo = top === null && /\b(?:up to|bis zu|max\.?|maximum|до)\s*$/iu.test(before);
  const from =
    top === null &&
    (found[13] !== undefined ||
      /^\s?\+/.test(after) ||
      /\b(?:from|starting at|starts at|ab|minimum|at least|від|min\.?)\s*$/iu.test(before));
  if (top !== null && min > top) [min, top] = [top, min];
  return {
    min: upTo ? null : min,
    max: upTo ? min : from ? null : (top ?? min),
    currency,
    period,
    words: found[0].trim(),
  };
}

function fromSentence(sentence: string, headed: boolean): { ranges: Range[]; sure: boolean } | null {
  if (!(GATE.test(sentence) || (headed && BARE.test(sentence))) || !(headed || PAY_WORDS.test(sentence))) return null;
  const sure =
    SURE_PAY.test(sentence) ||
    LABELLED.test(sentence) ||
    (headed && !NOT_PAY.test(sentence.slice(0, sentence.search(/\d/u))));
  if (NOT_PAY.test(sentence) && !sure) return null;
  if (ONLY_TARGET.test(sentence) && (TARGET_WITH_BASE.test(sentence) || !/\b(?:base|salary|gehalt)\b/iu.test(sentence)))
    return null;
  const ranges: Range[] = [];
  for (const found of sentence.matchAll(RANGE)) {
    const at = found.index;
    const lead = sentence.slice(Math.max(0, at - 34), at);
    const tail = sentence.slice(at + found[0].length, at + found[0].length + 32);
    if (
      ranges.length > 0 &&
      /\b(?:bonus|equity|commission|ote|stipend|allowance|budget|sign|401|target|total|variable)\b/iu.test(lead)
    )
      continue;
    if (
      /^\s*(?:USD|EUR|CAD|per year|annually)?\s*(?:\(?ote\b\)?(?!\s*(?:of |:)?\s*[$€£\d])|in (?:equity|stock|bonus|commission)|bonus|stipend|allowance|budget|sign|learning|equity|commission|on[- ]target)/iu.test(
        tail,
      )
    )
      continue;
    if (
      !/^\s*(?:USD |EUR |CAD )?(?:base|salary)\b/iu.test(tail) &&
      /\b(?:ote|on[- ]target(?: earnings)?|total (?:cash|compensation|comp|target \w+)|bonus|stipend|allowance|commission|raised|over|funding|budget)\b[^.,;]{0,14}$/iu.test(
        lead,
      )
    )
      continue;
    const range = rangeOf(found, sentence, headed);
    if (range !== null) ranges.push(range);
  }
  return ranges.length === 0 ? null : { ranges, sure };
}

/** Lowest to highest of the ranges in the first range's currency and period. */
function join(ranges: readonly Range[]): Pay | null {
  const first = ranges[0];
  if (first === undefined) return null;
  const same = ranges.filter((range) => range.currency === first.currency && range.period === first.period);
  const lows = same.flatMap((range) => (range.min === null ? [] : [range.min]));
  const highs = same.flatMap((range) => (range.max === null ? [] : [range.max]));
  const words = [...new Set(same.map((range) => range.words))].slice(0, 4).join('; ');
  return {
    min: lows.length === 0 ? null : Math.min(...lows),
    max: highs.length === 0 ? null : Math.max(...highs),
    currency: first.currency,
    period: first.period,
    words: quote(words),
  };
}

/** The source's own pay field; zero and negative amounts are not amounts, a period is guessed only for a year's figure. */
function fromField(pay: NonNullable<SourcePosting['pay']>): Pay | null {
  let min = pay.min !== null && pay.min > 0 ? pay.min : null;
  let max = pay.max !== null && pay.max > 0 ? pay.max : null;
  if (min === null && max === null) return null;
  if (min !== null && max !== null && min > max) [min, max] = [max, min];
  const period = pay.period ?? periodOf(pay.words, max ?? min ?? 0, pay.currency);
  // A year's pay of fifty-five is an hour's, mislabelled: the text may know better.
  if (period === null || (period === 'year' && (max ?? min ?? 0) < 1000)) return null;
  return { min, max, currency: pay.currency, period, words: quote(pay.words) };
}

/** Reads base pay, or null when the posting states none. `where` says what it was read from. */
export function readPay(
  source: SourcePosting,
  sentences: readonly string[],
): { pay: Pay; where: 'field' | 'text'; words: string } | null {
  const field = source.pay === null ? null : fromField(source.pay);
  if (field !== null) return { pay: field, where: 'field', words: field.words };
  const sure: Range[] = [];
  const vague: Range[] = [];
  let words = '';
  let headingAt = Number.NEGATIVE_INFINITY;
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.length < 60 && HEADING.test(sentence)) headingAt = index;
    const head = sentences[index - 1] ?? '';
    const isAfter = head.length < 60 && SURE_PAY.test(head);
    const found = fromSentence(isAfter ? `${head} ${sentence}` : sentence, index - headingAt <= REACH);
    if (found === null) continue;
    if (words === '' || (found.sure && sure.length === 0)) words = sentence;
    (found.sure ? sure : vague).push(...found.ranges);
  }
  const pay = join(sure.length > 0 ? sure : vague);
  return pay === null ? null : { pay, where: 'text', words: quote(words) };
}
