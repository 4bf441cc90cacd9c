/** Posting date: published, or first seen where the source gives no date. */
import { addBit } from '../posting-index/bits.ts';
import { type Criterion, judged } from './criterion.ts';

/** YYYY-MM-DD, `days` before `today`. */
export function daysBefore(today: string, days: number): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

/** Days since 1970-01-01 of YYYY-MM-DD. */
export function toDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

export const postedWithin: Criterion = {
  key: 'postedWithinDays',
  isSet: (filter) => filter.postedWithinDays !== undefined,
  judge(posting, filter, today) {
    const since = daysBefore(today, filter.postedWithinDays ?? 0);
    return judged('postedWithinDays', posting.postedOn >= since ? 'yes' : 'no', [
      { words: posting.postedOn, where: 'field' },
    ]);
  },
  answer({ index, filter, today }) {
    const since = toDay(daysBefore(today, filter.postedWithinDays ?? 0));
    const yes = index.none();
    for (let slot = 0; slot < index.size; slot += 1) if ((index.postedOn[slot] ?? 0) >= since) addBit(yes, slot);
    return { yes, unclear: index.none() };
  },
};
