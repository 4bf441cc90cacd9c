/** Lists what a person has saved or hidden, whatever the filter says now. */
import type { Clock } from '../kernel/clock.ts';
import type { Store } from '../store/store.ts';
import type { CardMaker } from './card.ts';
import { readFilter } from './filter-repository.ts';
import type { LookedUp, MarkedList } from './marked.ts';
import { countMarked, listMarked } from './marked-repository.ts';
import { wideRows } from './match-repository.ts';
import type { Place } from './list.ts';

/** As many as a list holds; who has more exports them. */
const MOST_LISTED = 200;

export interface MarkedService {
  /** The newest mark first, with reasons under the conversation's filter. */
  list(options: Place & { mark: LookedUp }): Promise<MarkedList>;
}

export function createMarkedService(dependencies: { store: Store; clock: Clock; cards: CardMaker }): MarkedService {
  const { store, clock, cards } = dependencies;
  return {
    async list({ userId, conversationId, mark }) {
      return await store.asPerson(userId, async (unit) => {
        const filter = (await readFilter(unit, conversationId, false))?.state.filter ?? {};
        const rows = await wideRows(unit, await listMarked(unit, mark, MOST_LISTED));
        const seen = await cards.for(
          unit,
          rows.map(({ id }) => id),
        );
        const today = clock().toISOString().slice(0, 10);
        return {
          mark,
          total: await countMarked(unit, mark),
          matches: rows.map((row) => seen.match(row, filter, today)),
        };
      });
    },
  };
}
