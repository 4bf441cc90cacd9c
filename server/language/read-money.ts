/** One amount as it was written: "70k", "€55", "25 000 zł", "15ph". */
import { findCurrencyAt } from './currency-words.ts';
import type { Amounts, Token } from './meaning.ts';

type Period = NonNullable<Amounts['period']>;

const gluedPeriods: Record<string, Period> = { ph: 'hour', pd: 'day', pw: 'week', pm: 'month', pa: 'year' };

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
  const token = tokens[at];
  const match = /^(\d+(?:[.,]\d+)*)(k|m|к)?(%|\p{L}+)?(\+*)$/iu.exec(token?.word ?? '');
  if (token === undefined || match === null) return null;
  let digits = match[1] ?? '';
  let to = at + 1;
  // "25 000": groups of three digits that follow with only a space between.
  while (
    /^\d{1,3}$/.test(digits.replaceAll(' ', '').slice(0, 3)) &&
    /^\d{3}(?:k|\+)*$/.test(tokens[to]?.word ?? '') &&
    tokens[to]?.gap === ' ' &&
    /^\d{1,3}(?: \d{3})*$/.test(digits)
  ) {
    digits += ` ${tokens[to]?.word ?? ''}`;
    to += 1;
  }
  const value = readNumber(digits);
  if (value === null || value <= 0 || value > 1e9) return null;
  const tail = match[3] ?? '';
  let period: Period | null = null;
  let thousand = /^[kк]$/i.test(match[2] ?? '');
  if (tail !== '' && tail !== '%') {
    const glued = findCurrencyAt([{ ...token, word: tail, text: tail }], 0);
    period = gluedPeriods[tail.toLowerCase()] ?? null;
    if (glued === null && period === null) return null;
    currency ??= glued?.code ?? null;
  }
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

function readNumber(digits: string): number | null {
  const plain = digits.replaceAll(' ', '');
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(plain) ? plain.replace(/[.,]/g, '') : plain.replace(',', '.');
  const value = Number(grouped.replace(/[^\d.]/g, ''));
  return Number.isFinite(value) ? value : null;
}
