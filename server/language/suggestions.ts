/** Sentences the person could say next; each is understood completely without a model. */
import type { Filter } from '../matching/filter.ts';

export interface SuggestionContext {
  filter: Filter;
  /** How many jobs fit; null when not counted yet. */
  total: number | null;
}

const FIRST = [
  'remote Python jobs in Germany',
  'senior data engineer in Europe, at least 70k EUR',
  'product manager in London or Berlin, hybrid',
];

/** Up to three sentences that make sense under this filter. */
export function suggestions({ filter, total }: SuggestionContext): string[] {
  if (Object.keys(filter).length === 0) return FIRST;
  const found: string[] = [];
  const placed = filter.countries !== undefined || filter.regions !== undefined || filter.cities !== undefined;
  if (total === 0) {
    found.push('undo');
    if (filter.pay !== undefined) found.push('forget the salary');
    if (filter.postedWithinDays !== undefined) found.push("the date doesn't matter");
    if (placed) found.push("the location doesn't matter");
    if (filter.seniority !== undefined) found.push('any level');
    found.push('start over');
    return found.slice(0, 3);
  }
  if (filter.postedWithinDays === undefined && (total === null || total > 10)) found.push('only the last two weeks');
  if (filter.workplace === undefined) found.push('remote only');
  if (filter.pay === undefined && (total === null || total > 20)) found.push('at least 60k EUR');
  if (filter.sort === undefined && (total === null || total > 5)) found.push('newest first');
  if (total !== null && total > 0) found.push('export as CSV');
  found.push('undo');
  return found.slice(0, 3);
}
