/** Reads the list: pages, counts, one posting, and which posting a person means. */
import { PerchError } from '../kernel/errors.ts';
import type { Store, Unit } from '../store/store.ts';
import type { CardMaker } from './card.ts';
import { hasWords } from '../taxonomy/words.ts';
import type { Filter } from './filter.ts';
import { writeShown } from './filter-repository.ts';
import { type List, PAGE_SIZE, type Place } from './list.ts';
import { setMarks } from './mark-repository.ts';
import type { Counts, Match, MatchDetail, MatchPage } from './match.ts';
import { type WideRow, wideRows } from './match-repository.ts';
import type { MatchSearch } from './match-search.ts';
import { readEarlier } from '../postings/duplicates/repost-repository.ts';
import type { Clock } from '../kernel/clock.ts';

/** As many cards as a page holds at most; whoever wants more exports or narrows the filter. */
const MOST_SHOWN = 500;
/** Places in the list that words of title or company are looked for in. */
const SEARCHED = 200;

export interface MatchService {
  page(place: Place): Promise<MatchPage>;
  counts(place: Place): Promise<Counts>;
  /** Counts under any filter, changing nothing. */
  count(options: { userId: string; filter: Filter }): Promise<Counts>;
  list(options: {
    userId: string;
    filter: Filter;
    showUnclear?: boolean;
    offset: number;
    limit: number;
  }): Promise<{ matches: Match[]; hasMore: boolean }>;
  /** Tells the pages of a conversation its list as it is now. Throws not_found. */
  announce(place: Place): Promise<void>;
  /** Lengthens the list by a page, up to 500 cards. */
  showMore(place: Place): Promise<MatchPage>;
  /** The whole posting; a new one becomes seen. Throws not_found. */
  detail(options: Place & { postingId: string }): Promise<MatchDetail>;
  /** The posting meant by a place in the list (1 is the first), an id, or words of title or company. Throws not_found. */
  resolve(options: Place & { job: number | string }): Promise<Match>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

export function createMatchService(dependencies: {
  store: Store;
  clock: Clock;
  list: List;
  search: MatchSearch;
  cards: CardMaker;
}): MatchService {
  const { store, clock, list, search, cards } = dependencies;

  const one = async (unit: Unit, postingId: string): Promise<WideRow> => {
    const [row] = await wideRows(unit, [postingId]);
    if (row === undefined) throw noPosting(postingId);
    return row;
  };

  return {
    announce: async (place) => await store.asPerson(place.userId, async (unit) => await list.announce(unit, place)),
    page: async (place) =>
      await store.asPerson(place.userId, async (unit) => await list.page(unit, await list.row(unit, place))),
    counts: async (place) =>
      await store.asPerson(place.userId, async (unit) => await list.counts(unit, await list.row(unit, place))),

    async count({ userId, filter }) {
      const query = { filter, today: list.today(), showUnclear: true };
      return await store.asPerson(userId, async (unit) => ({ revision: 0, ...(await search.counts(unit, query)) }));
    },

    async list({ userId, filter, showUnclear = true, offset, limit }) {
      const query = { filter, today: list.today(), showUnclear, offset, limit: limit + 1 };
      return await store.asPerson(userId, async (unit) => {
        const ids = await search.page(unit, query);
        const rows = await wideRows(unit, ids.slice(0, limit));
        const seen = await cards.for(unit, ids);
        return {
          matches: rows.map((row) => seen.match(row, filter, query.today)),
          hasMore: ids.length > limit,
        };
      });
    },

    async showMore(place) {
      return await store.asPerson(place.userId, async (unit) => {
        const row = await list.row(unit, place, true);
        const shown = Math.min(row.shown + PAGE_SIZE, MOST_SHOWN);
        await writeShown(unit, place.conversationId, shown);
        await list.announce(unit, place);
        return await list.page(unit, { ...row, shown });
      });
    },

    async detail({ postingId, ...place }) {
      return await store.asPerson(place.userId, async (unit) => {
        const { state } = await list.row(unit, place);
        const row = await one(unit, postingId);
        if (row.mark === null) {
          await setMarks(unit, { userId: place.userId, postingIds: [postingId], mark: 'seen', now: clock() });
          await list.announceMarks(unit, place);
        }
        const earlier = await readEarlier(unit, postingId);
        const seen = await cards.for(unit, [postingId]);
        return seen.detail({ ...row, mark: row.mark ?? 'seen' }, state.filter, list.today(), earlier);
      });
    },

    async resolve({ job, ...place }) {
      return await store.asPerson(place.userId, async (unit) => {
        const row = await list.row(unit, place);
        const seen = await cards.for(unit, []);
        const show = (wide: WideRow): Match => seen.match(wide, row.state.filter, list.today());
        if (typeof job === 'string' && UUID.test(job)) return show(await one(unit, job));
        const query = { filter: row.state.filter, showUnclear: row.state.showUnclear, today: list.today() };
        if (typeof job === 'number') {
          const [id] = await search.page(unit, { ...query, offset: job - 1, limit: 1 });
          if (id === undefined) throw noPosting(String(job));
          return show(await one(unit, id));
        }
        const rows = await wideRows(unit, await search.page(unit, { ...query, offset: 0, limit: SEARCHED }));
        const found = rows.find((wide) => hasWords(`${wide.title} ${wide.company ?? ''}`, job));
        if (found === undefined) throw noPosting(job);
        return show(found);
      });
    },
  };
}

function noPosting(job: string): PerchError {
  const words = job.slice(0, 80);
  return new PerchError('not_found', {
    en: `There is no posting “${words}” in the list. Say its place (the second) or words of its title.`,
    de: `In der Liste gibt es keine Anzeige „${words}“. Nennen Sie ihren Platz (die zweite) oder Wörter aus dem Titel.`,
    uk: `У списку немає вакансії «${words}». Назвіть її місце (друга) або слова з назви.`,
  });
}
