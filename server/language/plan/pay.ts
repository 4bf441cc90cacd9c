/** Money that was said, joined with the money the filter has. */
import type { Pay } from '../../matching/filter.ts';
import type { Amounts } from '../meaning.ts';

/**
 * The pay after `said`. A bare number keeps currency and period and scales like the amount before it
 * ("make it 65" after 60,000). `refused` turns "not below" round: "nothing under 50k" is a minimum.
 */
export function planPay(held: Pay | undefined, said: Amounts, refused: boolean): Pay {
  const amounts = refused ? turned(said) : said;
  if (amounts.min === undefined && amounts.max === undefined) {
    const { currency = held?.currency, period = held?.period } = amounts;
    return { ...held, ...(currency === undefined ? {} : { currency }), ...(period === undefined ? {} : { period }) };
  }
  const scale = held !== undefined && said.bare ? scaleFor(held, amounts.min ?? amounts.max ?? 0) : 1;
  const pay: Pay = {};
  if (amounts.min !== undefined) pay.min = amounts.min * scale;
  if (amounts.max !== undefined) pay.max = amounts.max * scale;
  if (held !== undefined && said.bare) {
    // "make it 65" after "up to 60k" still speaks of the maximum.
    if (
      said.firm !== true &&
      pay.max === undefined &&
      held.min === undefined &&
      held.max !== undefined &&
      pay.min !== undefined
    ) {
      pay.max = pay.min;
      delete pay.min;
    }
  }
  const currency = said.currency ?? (said.bare || said.currency === undefined ? held?.currency : undefined);
  const near = held !== undefined && isNear(held, pay) && (said.currency ?? held.currency) === held.currency;
  // "35k" beside 30,000 a month: a year is only what such an amount is of by itself.
  const supposed = near && said.currency === undefined && said.period === 'year' ? held.period : undefined;
  const period = said.bare
    ? (held?.period ?? said.period)
    : (supposed ?? said.period ?? (near ? held.period : undefined));
  if (currency !== undefined) pay.currency = currency;
  if (period !== undefined) pay.period = period;
  const samePeriod = held?.period === pay.period && held?.currency === pay.currency;
  if (samePeriod && said.end === true && held?.max !== undefined && pay.max === undefined && (pay.min ?? 0) < held.max)
    pay.max = held.max;
  if (samePeriod && amounts.min === undefined && held?.min !== undefined && pay.max !== undefined && held.min < pay.max)
    pay.min = held.min;
  return pay;
}

function turned(said: Amounts): Amounts {
  const { min, max, ...others } = said;
  return { ...others, ...(max === undefined ? {} : { min: max }), ...(min === undefined ? {} : { max: min }) };
}

/** "under $25 even" after 20 to 30 an hour still speaks of hours. */
function isNear(held: Pay, pay: Pay): boolean {
  const before = held.max ?? held.min ?? 0;
  const now = pay.max ?? pay.min ?? 0;
  return before > 0 && now / before > 0.3 && now / before < 3;
}

/** 65 beside 60,000 means 65,000; 500 beside 200 means 500. */
function scaleFor(held: Pay, value: number): number {
  const before = held.min ?? held.max ?? 0;
  return before >= 1000 && value < 1000 && value > 0 ? 1000 : 1;
}
