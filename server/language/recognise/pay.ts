/** Finds money: "70k", "€55-75/hr", "from 25000 PLN a month", and bare numbers that adjust what was said before. */
import { findCurrencyAt } from './currency-words.ts';
import {
  lower,
  upper,
  between,
  periods,
  periodsBefore,
  periodsAlone,
  directions,
  CROWNS,
  SMALL_MONEY,
  payWords,
  raises,
  fillers,
  rangeEnds,
  otherUnits,
} from '../english/pay-words.ts';
import type { Amounts, Mention, Token } from '../meaning.ts';
import { type Money, readMoney } from './read-money.ts';

type Period = NonNullable<Amounts['period']>;

/** All statements of pay. `adjusts` is true when the filter has an amount that a bare number can change. */
export function recognisePay(tokens: readonly Token[], adjusts: boolean): Mention[] {
  const found: Mention[] = [];
  const paid = tokens.some((_, at) => periodsAlone.at(tokens, at) !== null);
  for (let index = 0; index < tokens.length; index += 1) {
    const first = readMoney(tokens, index);
    if (first === null) continue;
    const pay = readStatement(tokens, first, adjusts || paid, found.length > 0);
    if (pay === null) {
      index = first.to - 1;
      continue;
    }
    found.push(pay);
    index = pay.to - 1;
  }
  takePeriodAlone(tokens, found);
  if (found.length === 0 && (adjusts || tokens.some((_, at) => isPaidIn(tokens, at)))) takeUnitAlone(tokens, found);
  takeLateCurrency(tokens, found);
  return found;
}

/** "fixed price", "hourly, 40 and up": how one is paid, beside an amount or without. */
function takePeriodAlone(tokens: readonly Token[], found: Mention[]): void {
  if (found.length > 1) return;
  const [statement] = found;
  for (let at = 0; at < tokens.length; at += 1) {
    const period = periodsAlone.at(tokens, at);
    if (period === null || found.some((mention) => at < mention.to && period.to > mention.from)) continue;
    if (statement === undefined) {
      found.push({ from: at, to: period.to, kind: 'pay', amounts: { bare: true, period: period.value } });
      return;
    }
    if (statement.kind !== 'pay' || (statement.amounts.period !== undefined && !statement.amounts.bare)) continue;
    statement.amounts.period ??= period.value;
    if (period.to === statement.from) statement.from = at;
    else found.push({ from: at, to: period.to, kind: 'noise' });
    return;
  }
}

/** "make it 70, and I mean US dollars": the one amount without a currency, and a currency in words elsewhere. */
function takeLateCurrency(tokens: readonly Token[], found: Mention[]): void {
  const [statement, ...others] = found.filter((mention) => mention.kind === 'pay');
  if (statement?.kind !== 'pay' || others.length > 0 || statement.amounts.currency !== undefined) return;
  for (let at = statement.to; at < tokens.length; at += 1) {
    const currency = tokens[at]?.sentence === tokens[statement.from]?.sentence ? findCurrencyAt(tokens, at) : null;
    if (currency === null) continue;
    statement.amounts.currency = currency.code;
    found.push({ from: at, to: currency.to, kind: 'noise' });
    return;
  }
}

/** "in euros", "per month": a currency or period for the amount that was said before. */
function takeUnitAlone(tokens: readonly Token[], found: Mention[]): void {
  if (tokens.length > 7 && !tokens.some((_, at) => isPaidIn(tokens, at))) return;
  for (let at = 0; at < tokens.length; at += 1) {
    const currency = findCurrencyAt(tokens, at);
    if (currency !== null)
      found.push({ from: at, to: currency.to, kind: 'pay', amounts: { bare: true, currency: currency.code } });
    const period = periods.at(tokens, at);
    const dated =
      /^(?:old|ago)$/.test(tokens[period?.to ?? at]?.word ?? '') ||
      /^(?:than|last|past|within|max)$/.test(tokens[at - 1]?.word ?? '');
    const spelled = !dated && period !== null && (period.to - at > 1 || tokens[at]?.word.endsWith('ly') === true);
    if (period !== null && spelled)
      found.push({ from: at, to: period.to, kind: 'pay', amounts: { bare: true, period: period.value } });
    at = Math.max(at, (currency ?? period)?.to ?? 0, at + 1) - 1;
  }
}

/** "paid in USD", "salary in euros" */
function isPaidIn(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.word === 'in' &&
    /^(?:paid|pays|pay|paying|salary|payment|payments|wages|money|invoice)$/.test(tokens[at - 1]?.word ?? '') &&
    findCurrencyAt(tokens, at + 1) !== null
  );
}

/** `further`: the message has stated pay before, so a bare range speaks of it again. */
function readStatement(
  tokens: readonly Token[],
  first: Money,
  adjusts: boolean,
  further: boolean,
): (Mention & { kind: 'pay' }) | null {
  if (first.percent || readMoney(tokens, first.to)?.percent === true) return null;
  let from = first.from;
  let to = first.to;
  let second: Money | null = null;
  const next = tokens[to];
  if (next !== undefined && next.clause === tokens[from]?.clause) {
    const dash = /^\s*-\s*$/.test(next.gap);
    const after = dash ? to : between.has(next.word) ? to + 1 : -1;
    if (after >= 0) second = readMoney(tokens, after);
    if (second !== null) to = second.to;
  }
  const direction = directionBefore(tokens, from);
  from = direction.from;
  let toward = direction.toward;
  let period: Period | null = second?.period ?? first.period;
  for (let turn = 0; turn < 3; turn += 1) {
    const found = periods.at(tokens, to);
    if (found !== null && period === null && isPeriodHere(tokens, to, found.to)) {
      period = found.value;
      to = found.to;
    }
    const side = directions.at(tokens, to);
    if (side !== null && toward === null) {
      toward = side.value;
      to = side.to;
    }
    while (
      ['gross', 'net', 'brutto', 'netto', 'salary', 'pay', 'usd', 'eur', 'ote', 'base', 'package', 'basic'].includes(
        tokens[to]?.word ?? '',
      ) &&
      tokens[to]?.clause === tokens[from]?.clause
    )
      to += 1;
  }
  const before = periodBefore(tokens, from);
  if (before !== null) {
    period ??= before.period;
    from = before.from;
  }
  const early = findCurrencyAt(tokens, from - 1)?.code ?? null;
  if (
    early !== null &&
    (second?.currency ?? first.currency) === null &&
    tokens[from - 1]?.sentence === tokens[from]?.sentence
  ) {
    from -= 1;
    first.currency = early;
  }
  const currency = second?.currency ?? first.currency ?? lateCurrency(tokens, to);
  if (currency !== null && (second?.currency ?? first.currency) === null) {
    while (to < tokens.length && !findCurrencyAt(tokens, to)) to += 1;
    to = findCurrencyAt(tokens, to)?.to ?? to;
  }
  const thousand = first.thousand || (second?.thousand ?? false);
  const most = second === null ? null : second.value * (second.thousand ? 1000 : 1);
  // "80 to 95 thousand"
  const shared = most !== null && first.value < 1000 && most >= 1000 && first.value * 1000 <= most;
  const asked = first.value * (first.thousand || shared || (thousand && first.value < 1000) ? 1000 : 1);
  const spoken = saysPay(tokens, from);
  // "salary 50 to 70"
  const yearly =
    currency === null &&
    period === null &&
    !thousand &&
    asked >= 25 &&
    asked <= 400 &&
    tokens.slice(Math.max(0, from - 3), from + 3).some(({ word }) => word === 'salary');
  const low = yearly ? asked * 1000 : asked;
  const high = most !== null && yearly ? most * 1000 : most;
  const unit = otherUnits.has(tokens[to]?.word ?? '') || otherUnits.has(tokens[second?.to ?? first.to]?.word ?? '');
  // "no more than two a week"
  if (currency === null && !thousand && low < 10 && period !== null && period !== 'hour') return null;
  const clear = currency !== null || thousand || period !== null;
  if (!clear && unit) return null;
  if (first.value <= 31 && !clear && !adjusts && !spoken && !further) return null;
  const large = low >= 10_000 || (high ?? 0) >= 10_000;
  const bare = !clear && !large;
  if (bare && !spoken && !(adjusts && isAdjustment(tokens, from)) && !(further && second !== null)) return null;
  if (!clear && low >= 1900 && low <= 2100 && !spoken && toward === null) return null;
  const amounts: Amounts = { bare: !clear };
  if (high !== null) {
    amounts.min = Math.min(low, high);
    amounts.max = Math.max(low, high);
  } else if (toward === 'max') amounts.max = low;
  else amounts.min = low;
  if (toward !== null && second === null) amounts.firm = true;
  if (second === null && tokens.slice(from, first.from).some(({ word }) => rangeEnds.has(word))) amounts.end = true;
  if (currency !== null) amounts.currency = currency;
  if (period !== null) amounts.period = period;
  else if (
    (large || (thousand && low >= 10_000)) &&
    !(SMALL_MONEY.has(currency ?? '') && low < 200_000) &&
    !(CROWNS.has(currency ?? '') && low < 60_000)
  )
    amounts.period = 'year';
  if (first.plus && toward === null) amounts.min = low;
  return { from, to, kind: 'pay', amounts };
}

function directionBefore(tokens: readonly Token[], start: number): { from: number; toward: 'min' | 'max' | null } {
  let from = start;
  let toward: 'min' | 'max' | null = null;
  for (let at = Math.max(0, start - 4); at < start; at += 1) {
    const whole = directions.at(tokens, at);
    if (whole !== null && whole.to === start && whole.to - at > 1 && tokens[at]?.word !== 'up')
      return { from: at, toward: whole.value };
  }
  for (let back = 1; back <= 4 && start - back >= 0; back += 1) {
    const at = start - back;
    const token = tokens[at];
    if (token === undefined || token.clause !== tokens[start]?.clause) break;
    const phrase = directions.at(tokens, at);
    if (phrase !== null && phrase.to <= from) {
      // "bump it up to 500" raises a minimum; it sets no ceiling.
      const raised = token.word === 'up' && tokens.slice(Math.max(0, at - 2), at).some((word) => raises.has(word.word));
      return { from: at, toward: raised ? null : phrase.value };
    }
    if (lower.has(token.word)) return { from: at, toward: 'min' };
    if (upper.has(token.word)) return { from: at, toward: 'max' };
    if (token.word === 'between') return { from: at, toward: 'min' };
    if (!fillers.has(token.word)) break;
    if (payWords.has(token.word)) from = at;
    toward = null;
  }
  return { from, toward };
}

function periodBefore(tokens: readonly Token[], from: number): { period: Period; from: number } | null {
  for (let back = 1; back <= 4 && from - back >= 0; back += 1) {
    const found = periodsBefore.at(tokens, from - back);
    if (found === null || tokens[from - back]?.clause !== tokens[from]?.clause) continue;
    const linking = tokens.slice(found.to, from);
    if (found.to <= from && linking.every((token) => fillers.has(token.word) || lower.has(token.word)))
      return { period: found.value, from: from - back };
  }
  return null;
}

/** "day" after an amount is a period only with a currency or after a slash; "3 days" is none. */
function isPeriodHere(tokens: readonly Token[], from: number, to: number): boolean {
  const gap = tokens[from]?.gap ?? '';
  if (tokens[from]?.clause !== tokens[from - 1]?.clause && !/,/.test(gap)) return false;
  return gap.includes('/') || to - from > 1 || !otherUnits.has(tokens[from]?.word ?? '');
}

function lateCurrency(tokens: readonly Token[], to: number): string | null {
  // "25 to 35 an hour, USD" and "70k in euros"
  const skip = tokens[to]?.word === 'in' ? to + 1 : to;
  const found = findCurrencyAt(tokens, skip);
  return found !== null && tokens[skip]?.sentence === tokens[to - 1]?.sentence ? found.code : null;
}

function saysPay(tokens: readonly Token[], from: number): boolean {
  const clause = tokens[from]?.clause;
  return tokens
    .slice(Math.max(0, from - 4), from + 4)
    .some((token) => token.clause === clause && payWords.has(token.word));
}

/** A bare number adjusts only in a short sentence about nothing else: "make it 65", "up to 500". */
function isAdjustment(tokens: readonly Token[], from: number): boolean {
  const sentence = tokens[from]?.sentence;
  const words = tokens.slice(Math.max(0, from - 9), from + 10).filter((token) => token.sentence === sentence);
  return words.length <= 8 && !words.some((token) => otherUnits.has(token.word));
}
