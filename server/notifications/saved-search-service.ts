/** Saves searches, counts what is new to the person in each, opens, renames and removes them. */
import { addChange } from '../conversations/change-repository.ts';
import { lockConversation } from '../conversations/conversation-repository.ts';
import { noConversation } from '../conversations/conversation-service.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Events } from '../kernel/events.ts';
import { newId } from '../kernel/ids.ts';
import { sameFilter } from '../matching/change-filter.ts';
import type { FilterChanged, FilterService } from '../matching/filter-service.ts';
import type { MatchSearch } from '../matching/match-search.ts';
import type { MatchService } from '../matching/match-service.ts';
import type { Store, Unit } from '../store/store.ts';
import type { NotificationEvents } from './notification-events.ts';
import { type Frequency, isQuiet, type SavedSearch, type SearchList } from './saved-search.ts';
import { deleteSearch, findSearch, listSearches, lockSearches, writeSearch } from './saved-search-repository.ts';
import { MOST_SEARCHES, noCriteria, noSearch, tooManySearches } from './search-refusals.ts';

type Place = { userId: string; conversationId: string };
/** `changeId` is what undo takes; null when it was so already. */
type Changed = { search: SavedSearch; changeId: string | null };

export interface SavedSearches {
  /**
   * Saves the conversation's filter. One that is saved already is kept, with the frequency and name said now; `isKnown`
   * says so. Throws PerchError: invalid when the filter asks for nothing, conflict at the limit.
   */
  save(options: Place & { frequency: Frequency; name?: string | undefined }): Promise<Changed & { isKnown: boolean }>;
  list(options: { userId: string }): Promise<SearchList>;
  /** Makes it the conversation's filter; what came until now is no longer new. Throws not_found. */
  open(options: Place & { id: string; by: 'assistant' | 'person' }): Promise<FilterChanged & { search: SavedSearch }>;
  /** Another name (null: by its words) or frequency. Throws not_found. */
  change(
    options: Place & { id: string; name?: string | null | undefined; frequency?: Frequency | undefined },
  ): Promise<Changed>;
  /** Throws not_found. */
  remove(options: Place & { id: string }): Promise<Changed>;
}

export function createSavedSearches(dependencies: {
  store: Store;
  clock: Clock;
  events: Pick<Events<NotificationEvents>, 'emit'>;
  filters: Pick<FilterService, 'get' | 'replace'>;
  matches: Pick<MatchService, 'announce'>;
  search: Pick<MatchSearch, 'countSince'>;
}): SavedSearches {
  const { store, clock, events, filters, matches, search: matchSearch } = dependencies;

  /** One unit of work in a conversation of the person; whether it can be undone is told afterwards. */
  async function inConversation<T>(place: Place, work: (unit: Unit) => Promise<T>): Promise<T> {
    const done = await store.asPerson(place.userId, async (unit) => {
      if ((await lockConversation(unit, place.conversationId)) === null) throw noConversation();
      return await work(unit);
    });
    await matches.announce(place);
    return done;
  }

  /** Writes the one after in the place of the one before, so that it can be taken back. */
  async function put(
    unit: Unit,
    place: Place,
    change: { action: string; before: SavedSearch | null; after: SavedSearch | null },
  ): Promise<string> {
    const { action, before, after } = change;
    const id = (after ?? before)?.id ?? '';
    if (after === null) await deleteSearch(unit, id);
    else await writeSearch(unit, place.userId, after);
    unit.afterCommit(() => events.emit('searches-changed', { userId: place.userId }));
    return await addChange(unit, {
      ...place,
      action,
      kind: 'search',
      before: { id, search: before },
      after: { id, search: after },
      now: clock(),
    });
  }

  async function one(unit: Unit, id: string): Promise<SavedSearch> {
    const search = await findSearch(unit, id);
    if (search === null) throw noSearch();
    return search;
  }

  async function rewrite(
    unit: Unit,
    { action, before, wanted, ...place }: Place & { action: string; before: SavedSearch; wanted: Partial<SavedSearch> },
  ): Promise<Changed> {
    const after = { ...before, ...wanted };
    if (after.name === before.name && after.frequency === before.frequency) return { search: before, changeId: null };
    return { search: after, changeId: await put(unit, place, { action, before, after }) };
  }

  return {
    async save({ frequency, name, ...place }) {
      const { filter, showUnclear } = await filters.get(place);
      const { sort: _, ...criteria } = filter;
      if (Object.keys(criteria).length === 0) throw noCriteria();
      return await inConversation(place, async (unit) => {
        await lockSearches(unit, place.userId);
        const known = await listSearches(unit);
        const before = known.find((other) => other.showUnclear === showUnclear && sameFilter(other.filter, filter));
        if (before !== undefined) {
          const wanted = { frequency, ...(name === undefined ? {} : { name }) };
          return { ...(await rewrite(unit, { ...place, action: 'save_search', before, wanted })), isKnown: true };
        }
        if (known.length >= MOST_SEARCHES) throw tooManySearches();
        const now = clock().toISOString();
        const search = { id: newId(), name: name ?? null, filter, showUnclear, frequency, savedAt: now, seenAt: now };
        const changeId = await put(unit, place, { action: 'save_search', before: null, after: search });
        return { search, changeId, isKnown: false };
      });
    },

    async list({ userId }) {
      const now = clock();
      const today = now.toISOString().slice(0, 10);
      return await store.asPerson(userId, async (unit) => {
        const saved = await listSearches(unit);
        const counts = await matchSearch.countSince(
          unit,
          saved.map(({ filter, showUnclear, seenAt }) => ({ filter, showUnclear, today, since: seenAt })),
        );
        const searches = saved.map((search, place) => {
          const newMatches = counts[place] ?? 0;
          return { ...search, newMatches, hasNews: newMatches > 0 && !isQuiet(search, now) };
        });
        return { searches };
      });
    },

    async open({ id, by, ...place }) {
      const search = await store.asPerson(place.userId, async (unit) => await one(unit, id));
      const { filter, showUnclear } = search;
      const changed = await filters.replace({ ...place, filter, showUnclear, by, action: 'open_search' });
      await store.asPerson(place.userId, async (unit) => {
        // Removed in another tab meanwhile: then there is nothing to note.
        const now = await findSearch(unit, id);
        if (now !== null) await writeSearch(unit, place.userId, { ...now, seenAt: clock().toISOString() });
        unit.afterCommit(() => events.emit('searches-changed', { userId: place.userId }));
      });
      return { ...changed, search };
    },

    async change({ id, name, frequency, ...place }) {
      const wanted = { ...(name === undefined ? {} : { name }), ...(frequency === undefined ? {} : { frequency }) };
      return await inConversation(
        place,
        async (unit) => await rewrite(unit, { ...place, action: 'change_search', before: await one(unit, id), wanted }),
      );
    },

    async remove({ id, ...place }) {
      return await inConversation(place, async (unit) => {
        const search = await one(unit, id);
        const changeId = await put(unit, place, { action: 'remove_search', before: search, after: null });
        return { search, changeId };
      });
    },
  };
}
