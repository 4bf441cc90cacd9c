/** Pay: ranges that overlap are a yes, a best pay below the wish is a no, a silent posting is unclear. */
import { perYear, toEur } from '../../taxonomy/currencies.ts';
import type { Pay } from '../filter.ts';
import type { CriterionVerdict } from '../match.ts';
import { addBit } from '../posting-index/bits.ts';
import { type Criterion, judged } from './criterion.ts';

interface Range {
  min: number | null;
  max: number | null;
}

/** The wish as amounts a year: in euros when a currency was said, else in whatever currency the posting names. */
function wantedRange(pay: Pay): Range & { inEuros: boolean } {
  const { currency } = pay;
  const convert = (amount: number | undefined): number | null => {
    if (amount === undefined) return null;
    const year = perYear(amount, pay.period ?? likelyPeriod(amount));
    return year === null || currency === undefined ? year : toEur(year, currency);
  };
  return { min: convert(pay.min), max: convert(pay.max), inEuros: currency !== undefined };
}

/** A bare 45 is an hour's pay, a bare 4,500 a month's, a bare 45,000 a year's. */
function likelyPeriod(amount: number): 'hour' | 'month' | 'year' {
  if (amount < 500) return 'hour';
  return amount < 15_000 ? 'month' : 'year';
}

/** Open ends count in the posting's favour only where it says so: "up to 70k" may be 70k, "from 50k" may be more. */
function compare(offer: Range, wanted: Range): CriterionVerdict {
  if (offer.min === null && offer.max === null) return 'unclear';
  if (wanted.max !== null && offer.min !== null && offer.min > wanted.max) return 'no';
  if (wanted.min === null) return 'yes';
  if (offer.max !== null) return offer.max < wanted.min ? 'no' : 'yes';
  return offer.min !== null && offer.min >= wanted.min ? 'yes' : 'unclear';
}

export const pay: Criterion = {
  key: 'pay',
  // "Fixed price", "hourly" or "in dollars" alone is kept with the filter and asks for no amount.
  isSet: ({ pay: wanted }) =>
    wanted !== undefined && wanted.period !== 'fixed' && (wanted.min !== undefined || wanted.max !== undefined),
  judge(posting, filter) {
    const said = posting.facts.pay;
    const wanted = wantedRange(filter.pay ?? {});
    const convert = (amount: number | null): number | null => {
      if (amount === null || said === null) return null;
      const year = perYear(amount, said.period);
      if (!wanted.inEuros || year === null) return year;
      return said.currency === null ? null : toEur(year, said.currency);
    };
    const verdict = compare({ min: convert(said?.min ?? null), max: convert(said?.max ?? null) }, wanted);
    return judged(
      'pay',
      verdict,
      posting.facts.evidence['pay'] ?? (said === null ? [] : [{ words: said.words.slice(0, 300), where: 'field' }]),
    );
  },
  answer({ index, filter }) {
    const wanted = wantedRange(filter.pay ?? {});
    const [low, high] = wanted.inEuros ? [index.minEur, index.maxEur] : [index.minYear, index.maxYear];
    const [yes, unclear] = [index.none(), index.none()];
    for (let slot = 0; slot < index.size; slot += 1) {
      const verdict = compare({ min: said(low[slot]), max: said(high[slot]) }, wanted);
      if (verdict === 'yes') addBit(yes, slot);
      else if (verdict === 'unclear') addBit(unclear, slot);
    }
    return { yes, unclear };
  },
};

const said = (amount: number | undefined): number | null =>
  amount === undefined || Number.isNaN(amount) ? null : amount;
