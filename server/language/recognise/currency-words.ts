/** Currencies as signs, codes and everyday words, found at a token. */
import { currencyOf } from './facts.ts';
import type { Token } from '../meaning.ts';

const words = new Map(
  Object.entries({
    USD: '$ usd dollar dollars bucks buck us$',
    EUR: '€ eur euro euros',
    GBP: '£ gbp pound pounds quid',
    UAH: '₴ uah hryvnia hryvnias hryvnya грн',
    PLN: 'pln zloty zlotys zlotych zloties zł zl',
    NGN: '₦ ngn naira',
    KES: 'kes ksh',
    PHP: '₱ php',
    THB: '฿ thb baht',
    MYR: 'myr ringgit ringgits',
    SAR: 'sar riyal riyals',
    KRW: '₩ krw',
    CNY: 'cny rmb yuan',
    BGN: 'bgn leva lev',
    GEL: 'gel lari',
    KZT: 'kzt tenge',
    VND: '₫ vnd',
    IDR: 'idr rupiah',
    CHF: 'chf franc francs sfr',
    SEK: 'sek',
    NOK: 'nok',
    DKK: 'dkk',
    CZK: 'czk koruna korunas kč',
    CAD: 'cad',
    AUD: 'aud',
    INR: '₹ inr rupees rupee',
    JPY: '¥ jpy yen',
    HUF: 'huf forint forints',
    RON: 'ron lei',
    BRL: 'brl reais',
    SGD: 'sgd',
    NZD: 'nzd',
    ILS: 'ils shekel shekels',
    TRY: 'lira',
    AED: 'aed dirham dirhams',
    ZAR: 'zar rand rands',
    MXN: 'mxn pesos',
  }).flatMap(([code, list]) => list.split(' ').map((word) => [word, code] as const)),
);

const DOLLARS = new Map([
  ['us', 'USD'],
  ['american', 'USD'],
  ['australian', 'AUD'],
  ['canadian', 'CAD'],
  ['singapore', 'SGD'],
  ['zealand', 'NZD'],
  ['au', 'AUD'],
  ['a', 'AUD'],
  ['ca', 'CAD'],
  ['c', 'CAD'],
  ['nz', 'NZD'],
  ['hk', 'HKD'],
  ['s', 'SGD'],
  ['nt', 'TWD'],
  ['r', 'BRL'],
  ['mx', 'MXN'],
]);

/** The currency that token `at` names; three capital letters are asked of the taxonomy. */
export function findCurrencyAt(tokens: readonly Token[], at: number): { code: string; to: number } | null {
  const token = tokens[at];
  if (token === undefined) return null;
  // "AU$40"
  const dollar = DOLLARS.get(token.word);
  if (dollar !== undefined && /^dollars?$/.test(tokens[at + 1]?.word ?? '')) return { code: dollar, to: at + 2 };
  if (dollar !== undefined && tokens[at + 1]?.text === '$' && tokens[at + 1]?.gap === '')
    return { code: dollar, to: at + 2 };
  const known = words.get(token.word);
  if (known !== undefined) return { code: known, to: at + 1 };
  const code = /^[A-Z]{3}$/.test(token.text) ? currencyOf(token.text) : null;
  return code === null ? null : { code, to: at + 1 };
}
