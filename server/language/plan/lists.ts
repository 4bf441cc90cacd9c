/** Lists of a plan and of the filter: what they hold, with bounds on their number and length. */
import type { Exclude, Filter } from '../../matching/filter.ts';
import type { ListField } from '../meaning.ts';

/** As many values as a list of the filter holds; the rest of a longer list is let go. */
export const LONGEST_LIST = 50;
export const LONGEST_WORD = 120;
export const PLACE = ['countries', 'regions', 'cities'] as const;

type ExcludeField = keyof Exclude;
export type Lists = Map<string, string[]>;

/** The filter with the skills gone that this sentence takes away. */
export function without(filter: Filter, removed: Lists): Filter {
  const gone = removed.get('skills') ?? [];
  const left = (list: string[] | undefined): string[] =>
    (list ?? []).filter((one) => !gone.some((value) => same(one, value)));
  return gone.length === 0 ? filter : { ...filter, skills: left(filter.skills), anySkills: left(filter.anySkills) };
}

/** What the filter holds in this list; both lists of skills are one here. */
export function holds(filter: Filter, field: ListField): string[] {
  return field === 'skills' ? [...(filter.skills ?? []), ...(filter.anySkills ?? [])] : [...(filter[field] ?? [])];
}

/** True when the filter names any place. */
export function hasPlace(filter: Filter): boolean {
  return PLACE.some((field) => filter[field] !== undefined);
}

/** Adds a value to a list of the plan, unless it is there, too long or one too many. */
export function push(lists: Lists, field: ExcludeField | 'anySkills', value: string): void {
  const list = lists.get(field) ?? [];
  if (value.length <= LONGEST_WORD && list.length < LONGEST_LIST && !list.some((one) => same(one, value)))
    list.push(value);
  if (list.length === 0) return;
  lists.set(field, list);
}

/** Equal but for capitals. */
export function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
