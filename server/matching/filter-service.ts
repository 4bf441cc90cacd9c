/** Changes the filter of a conversation. Each method is one unit of work; the pages hear of it after the commit. */
import { addChange } from '../conversations/change-repository.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Store, Unit } from '../store/store.ts';
import { changeFilter, sameFilter } from './change-filter.ts';
import { writeFilter } from './filter-repository.ts';
import type { Filter, FilterChange } from './filter.ts';
import { type List, PAGE_SIZE, type Place } from './list.ts';
import type { FilterState } from './match.ts';

export interface FilterChanged {
  before: FilterState;
  after: FilterState;
  /** What `undo` takes; null when the filter was like that already. */
  changeId: string | null;
  /** Matches before the change. */
  totalBefore: number;
}

export interface FilterService {
  get(place: Place): Promise<FilterState>;
  change(options: Place & { change: FilterChange; by: 'assistant' | 'person'; action: string }): Promise<FilterChanged>;
  clear(options: Place & { by: 'assistant' | 'person' }): Promise<FilterChanged>;
  /** Puts another filter in its place, as one change. */
  replace(
    options: Place & { filter: Filter; showUnclear: boolean; by: 'assistant' | 'person'; action: string },
  ): Promise<FilterChanged>;
  /** Whether matches that leave something open are shown. */
  showUnclear(options: Place & { show: boolean; by: 'assistant' | 'person' }): Promise<FilterChanged>;
}

export function createFilterService(dependencies: { store: Store; clock: Clock; list: List }): FilterService {
  const { store, clock, list } = dependencies;

  async function write(
    unit: Unit,
    options: Place & { by: 'assistant' | 'person'; action: string; next(before: FilterState): Partial<FilterState> },
  ): Promise<FilterChanged> {
    const { userId, conversationId, by, action } = options;
    const row = await list.row(unit, options, true);
    const before = row.state;
    const totalBefore = (await list.counts(unit, row)).total;
    const after = { ...before, ...options.next(before), setBy: by, revision: before.revision + 1 };
    if (sameFilter(after.filter, before.filter) && after.showUnclear === before.showUnclear) {
      return { before, after: before, changeId: null, totalBefore };
    }

    const now = clock();
    await writeFilter(unit, { ...after, conversationId, pageSize: PAGE_SIZE, now });
    const changeId = await addChange(unit, {
      userId,
      conversationId,
      action,
      kind: 'filter',
      now,
      before,
      after,
    });
    await list.announce(unit, { userId, conversationId });
    return { before, after, changeId, totalBefore };
  }

  return {
    get: async (place) => await store.asPerson(place.userId, async (unit) => (await list.row(unit, place)).state),
    async change({ change, ...options }) {
      return await store.asPerson(
        options.userId,
        async (unit) =>
          await write(unit, { ...options, next: ({ filter }) => ({ filter: changeFilter(filter, change) }) }),
      );
    },
    async clear(options) {
      return await store.asPerson(
        options.userId,
        async (unit) => await write(unit, { ...options, action: 'clear_filters', next: () => ({ filter: {} }) }),
      );
    },
    async replace({ filter, showUnclear, ...options }) {
      return await store.asPerson(
        options.userId,
        async (unit) => await write(unit, { ...options, next: () => ({ filter, showUnclear }) }),
      );
    },
    async showUnclear({ show, ...options }) {
      return await store.asPerson(
        options.userId,
        async (unit) => await write(unit, { ...options, action: 'show_unclear', next: () => ({ showUnclear: show }) }),
      );
    },
  };
}
