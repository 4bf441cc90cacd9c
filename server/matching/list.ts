/** The list of one conversation, read and announced: what every service that changes it shares. */
import type { AccountEvents } from '../accounts/account-events.ts';
import type { CvEvents } from '../cv/cv-service.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Events } from '../kernel/events.ts';
import type { Logger } from '../kernel/logger.ts';
import type { MeaningEvents } from '../llm/wish-meanings.ts';
import type { Store, Unit } from '../store/store.ts';
import { noConversation } from '../conversations/conversation-service.ts';
import { canUndo } from '../conversations/change-repository.ts';
import type { CardMaker } from './card.ts';
import { type FilterRow, readFilter } from './filter-repository.ts';
import type { Counts, Match, MatchPage } from './match.ts';
import { wideRows } from './match-repository.ts';
import type { MatchSearch } from './match-search.ts';
import type { MatchingEvents } from './matching-events.ts';
import type { ScoringEvents } from './scoring/scorer.ts';

export interface Place {
  userId: string;
  conversationId: string;
}

/** Postings a list begins with, and how many more come at a time. */
export const PAGE_SIZE = 20;
/** Conversations whose last announced page is remembered, to send only what changed. */
const REMEMBERED = 1000;
/** Conversations of a person whose lists follow their CV; in all others the scores are new when they are opened. */
const FOLLOWED = 3;

export interface List {
  row(unit: Unit, place: Place, lock?: boolean): Promise<FilterRow>;
  page(unit: Unit, row: FilterRow): Promise<MatchPage>;
  counts(unit: Unit, row: FilterRow): Promise<Counts>;
  today(): string;
  /** Tells the pages after the commit: filter, list, and a little later the counts, from a unit of their own. */
  announce(unit: Unit, place: Place): Promise<void>;
  /** As `announce`, for what the person's other conversations show as well. */
  announceMarks(unit: Unit, place: Place): Promise<void>;
}

export function createList(dependencies: {
  store: Store;
  clock: Clock;
  logger: Logger;
  events: Events<MatchingEvents & CvEvents & ScoringEvents & AccountEvents & MeaningEvents>;
  search: MatchSearch;
  cards: CardMaker;
}): List {
  const { store, clock, logger, events, search, cards } = dependencies;
  const announced = new Map<string, ReadonlyMap<string, string>>();
  const today = (): string => clock().toISOString().slice(0, 10);

  const query = ({ state }: FilterRow) => ({ filter: state.filter, showUnclear: state.showUnclear, today: today() });

  const list: List = {
    today,
    async row(unit, place, lock = false) {
      remember(place);
      const row = await readFilter(unit, place.conversationId, lock);
      if (row === null) throw noConversation();
      return row;
    },
    async page(unit, row) {
      const ids = await search.page(unit, { ...query(row), offset: 0, limit: row.shown + 1 });
      const rows = await wideRows(unit, ids.slice(0, row.shown));
      const seen = await cards.for(
        unit,
        rows.map(({ id }) => id),
      );
      return {
        revision: row.state.revision,
        matches: rows.map((wide) => seen.match(wide, row.state.filter, today())),
        hasMore: ids.length > row.shown,
      };
    },
    async counts(unit, row) {
      return { revision: row.state.revision, ...(await search.counts(unit, query(row))) };
    },
    async announce(unit, place) {
      const row = await list.row(unit, place);
      const page = await list.page(unit, row);
      const undoable = await canUndo(unit, place.conversationId);
      unit.afterCommit(() => {
        events.emit('filter-changed', { ...place, filter: row.state, canUndo: undoable });
        events.emit('matches-changed', { ...place, ...difference(place.conversationId, page) });
        announceCounts(place);
      });
    },
    async announceMarks(unit, { userId, conversationId }) {
      await list.announce(unit, { userId, conversationId });
      unit.afterCommit(() => events.emit('marks-changed', { userId, conversationId }));
    },
  };

  const followed = new Map<string, string[]>();
  function remember({ userId, conversationId }: Place): void {
    const others = (followed.get(userId) ?? []).filter((id) => id !== conversationId);
    followed.delete(userId);
    followed.set(userId, [conversationId, ...others].slice(0, FOLLOWED));
    const [oldest] = followed.keys();
    if (followed.size > REMEMBERED && oldest !== undefined) followed.delete(oldest);
  }

  /** Another CV, more scores than before, or another home country: the lists on screen follow. */
  function follow({ userId }: { userId: string }): void {
    for (const conversationId of followed.get(userId) ?? []) {
      const place = { userId, conversationId };
      store
        .asPerson(userId, async (unit) => await list.announce(unit, place))
        .catch((error: unknown) => logger.debug({ error }, 'a list could not follow the CV'));
    }
  }
  events.on('cv-changed', follow);
  events.on('scores-changed', follow);
  events.on('preferences-changed', follow);
  events.on('wish-understood', () => {
    for (const userId of followed.keys()) follow({ userId });
  });

  function difference(conversationId: string, page: MatchPage): Omit<MatchingEvents['matches-changed'], keyof Place> {
    const before = announced.get(conversationId) ?? new Map<string, string>();
    const now = new Map(page.matches.map((match) => [match.id, JSON.stringify(match)]));
    announced.delete(conversationId);
    announced.set(conversationId, now);
    const [oldest] = announced.keys();
    if (announced.size > REMEMBERED && oldest !== undefined) announced.delete(oldest);
    const upserted: Match[] = page.matches.filter((match) => before.get(match.id) !== now.get(match.id));
    return {
      revision: page.revision,
      order: [...now.keys()],
      upserted,
      removedIds: [...before.keys()].filter((id) => !now.has(id)),
      hasMore: page.hasMore,
    };
  }

  function announceCounts(place: Place): void {
    store
      .asPerson(place.userId, async (unit) => {
        const counts = await list.counts(unit, await list.row(unit, place));
        unit.afterCommit(() => events.emit('counts-changed', { ...place, counts }));
      })
      .catch((error: unknown) => logger.error({ error }, 'counts could not be computed'));
  }

  return list;
}
