/** What a message makes of a filter, for tests of understanding. */
import { changeFilter } from '../matching/change-filter.ts';
import type { Filter } from '../matching/filter.ts';
import type { OnScreen } from './meaning.ts';
import { understand } from './understand.ts';

/** The filter after `text` was said over `filter`. */
export function filterAfter(text: string, filter: Filter = {}): Filter {
  const { change } = understand(text, { filter, today: '2026-01-15', onScreen: [] });
  return change === null ? filter : changeFilter(filter, change);
}

/** The calls that `text` makes, by name, with what they are given. */
export function callsOf(text: string, filter: Filter = {}, onScreen: OnScreen[] = []): unknown[] {
  return understand(text, { filter, today: '2026-01-15', onScreen }).calls.map(({ name, input }) => [name, input]);
}
