/** Posting date: published, or first seen where the source gives no date. */
import { type Criterion, judged } from './criterion.ts';

/** YYYY-MM-DD, `days` before `today`. */
export function daysBefore(today: string, days: number): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
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
  sql: (filter, values, today) =>
    `case when s.posted_on >= ${values.add(daysBefore(today, filter.postedWithinDays ?? 0))}::date then 1 else -1 end`,
};
