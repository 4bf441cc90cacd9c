/** One amount as it was written: "70k", "€55", "25 000 zł", "15ph". */
import { findCurrencyAt } from './currency-words.ts';
import type { Amounts, Token } from '../meaning.ts';

type Period = NonNullable<Amounts['period']>;

const gluedPeriods: Record<string, Period> = { ph: 'hour', pd: 'day', pw: 'week', pm: 'month', pa: 'year' };

/** Signs of currencies that are letters written onto the number: "R25 000", "Rs50k". */
const GLUED = /^(R|Rs|RM|KSh|Ksh|N|P|Rp|GHS|GH)(\d[\d.,]*k?)$/;
const SIGNS: Record<string, string> = {
  R: 'ZAR',
  Rs: 'INR',
  RM: 'MYR',
  KSh: 'KES',
  Ksh: 'KES',
  N: 'NGN',
  P: 'PHP',
  Rp: 'IDR',
  GHS: 'GHS',
  GH: 'GHS',
};
/** Words that multiply the number before them. */
const multiples = new Map([
  ...['lakh', 'lakhs', 'lac', 'lacs', 'lpa'].map((word): [string, number] => [word, 100_000]),
  ...['crore', 'crores', 'cr'].map((word): [string, number] => [word, 10_000_000]),
  ...['million', 'millions', 'mil', 'mio', 'mn'].map((word): [string, number] => [word, 1_000_000]),
]);

export interface Money {
  from: number;
  to: number;
  value: number;
  thousand: boolean;
  currency: string | null;
  /** A period written onto the number: "15ph". */
  period: Period | null;
  plus: boolean;
  /** 80% is no money. */
  percent: boolean;
}

/** Characters of an amount in groups; more groups are no amount, and a text of them stays quick to read. */
const LONGEST_AMOUNT = 16;

/** The amount that begins at this token; null when none does. */
export function readMoney(tokens: readonly Token[], index: number): Money | null {
  let at = index;
  let currency: string | null = null;
  const before = findCurrencyAt(tokens, at);
  if (
    before !== null &&
    /^\d/.test(tokens[before.to]?.word ?? '') &&
    tokens[before.to]?.clause === tokens[index]?.clause
  ) {
    currency = before.code;
    at = before.to;
  }
  const sum = figuresAt(tokens, at);
  if (sum !== null) return sum;
  const letters = GLUED.exec(tokens[at]?.text ?? '');
  const first = letters === null ? undefined : tokens[at];
  if (letters !== null && first !== undefined && isSum(letters[2] ?? '', tokens[at + 1])) {
    const bare = { ...first, word: (letters[2] ?? '').toLowerCase(), text: letters[2] ?? '' };
    const amount = readMoney([...tokens.slice(0, at), bare, ...tokens.slice(at + 1)], at);
    return amount === null ? null : { ...amount, currency: SIGNS[letters[1] ?? ''] ?? null };
  }
  // "ISO 27001"
  if (/^(?:iso|din|en|rfc|nist|bs|pas|sox)$/.test(tokens[at - 1]?.word ?? '')) return null;
  const token = tokens[at];
  const match = /^(\d+(?:[.,]\d+)*)(k|m|к)?(%|\p{L}+)?(\+*)$/iu.exec(token?.word ?? '');
  if (token === undefined || match === null) return null;
  let digits = match[1] ?? '';
  let to = at + 1;
  // "25 000": groups of three digits that follow with only a space between.
  while (
    digits.length < LONGEST_AMOUNT &&
    /^\d{1,3}$/.test(digits.replaceAll(' ', '').slice(0, 3)) &&
    /^\d{3}(?:k|\+)*$/.test(tokens[to]?.word ?? '') &&
    tokens[to]?.gap === ' ' &&
    /^\d{1,3}(?: \d{3})*$/.test(digits)
  ) {
    digits += ` ${tokens[to]?.word ?? ''}`;
    to += 1;
  }
  let value = readNumber(digits);
  if (value === null || value <= 0 || value > 1e9) return null;
  const tail = match[3] ?? '';
  let period: Period | null = null;
  let thousand = /^[kк]$/i.test(match[2] ?? '');
  if (tail !== '' && tail !== '%') {
    const glued = findCurrencyAt([{ ...token, word: tail, text: tail }], 0);
    period = gluedPeriods[tail.toLowerCase()] ?? null;
    if (/^lpa$/i.test(tail)) {
      value *= 100_000;
      period = 'year';
    } else if (glued === null && period === null) return null;
    currency ??= glued?.code ?? null;
  }
  const times = multiples.get(tokens[to]?.word ?? '');
  if (times !== undefined && tokens[to]?.clause === token.clause) {
    value *= times;
    if (tokens[to]?.word === 'lpa') period = 'year';
    to += 1;
  } else if (/^m$/i.test(match[2] ?? '') && currency !== null) value *= 1_000_000;
  if (tokens[to]?.word === 'k' || tokens[to]?.word === 'thousand' || tokens[to]?.word === 'grand') {
    thousand = true;
    to += 1;
  }
  const after = currency === null ? findCurrencyAt(tokens, to) : null;
  if (after !== null && tokens[to]?.clause === token.clause) {
    currency = after.code;
    to = after.to;
  }
  return {
    from: index,
    to,
    value,
    thousand,
    currency,
    period,
    plus: match[4] !== '',
    percent: tail === '%' || tokens[to]?.word === 'percent',
  };
}

/** "six figures": the smallest such sum. */
function figuresAt(tokens: readonly Token[], at: number): Money | null {
  if (!/^(?:six|6)$/.test(tokens[at]?.word ?? '') || !/^figures?$/.test(tokens[at + 1]?.word ?? '')) return null;
  const to = /^(?:salary|salaries|pay|sum|income)$/.test(tokens[at + 2]?.word ?? '') ? at + 3 : at + 2;
  return { from: at, to, value: 100_000, thousand: false, currency: null, period: 'year', plus: false, percent: false };
}

/** Is "25k", "25 000" or "25000" behind a letter an amount? "R2" is none. */
function isSum(digits: string, next: Token | undefined): boolean {
  return /k$|^\d{4,}|^\d{1,3}[.,]\d{3}/i.test(digits) || (/^\d{3}$/.test(next?.word ?? '') && next?.gap === ' ');
}

function readNumber(digits: string): number | null {
  const plain = digits.replaceAll(' ', '');
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(plain) ? plain.replace(/[.,]/g, '') : plain.replace(',', '.');
  const value = Number(grouped.replace(/[^\d.]/g, ''));
  return Number.isFinite(value) ? value : null;
}
