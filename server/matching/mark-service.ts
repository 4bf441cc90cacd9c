/** Marks postings as saved, hidden and so on; one undoable change however many they are. */
import { addChange } from '../conversations/change-repository.ts';
import type { Clock } from '../kernel/clock.ts';
import { PerchError } from '../kernel/errors.ts';
import type { Store } from '../store/store.ts';
import type { CardMaker } from './card.ts';
import type { List, Place } from './list.ts';
import { readMarks, setMarks } from './mark-repository.ts';
import type { Mark, Match } from './match.ts';
import { wideRows } from './match-repository.ts';

export interface MarkService {
  /** Returns the change that undo takes (null when nothing changed) and the postings as they stand. Throws not_found. */
  mark(
    options: Place & { postingIds: readonly string[]; mark: Mark; action: string },
  ): Promise<{ changeId: string | null; matches: Match[] }>;
}

export function createMarkService(dependencies: {
  store: Store;
  clock: Clock;
  list: List;
  cards: CardMaker;
}): MarkService {
  const { store, clock, list, cards } = dependencies;
  return {
    async mark({ postingIds, mark, action, ...place }) {
      return await store.asPerson(place.userId, async (unit) => {
        const { state } = await list.row(unit, place, true);
        const before = await readMarks(unit, postingIds);
        if (before.length === 0) throw nothingToMark();
        const differing = before.filter((posting) => posting.mark !== mark);
        const now = clock();
        let changeId: string | null = null;
        if (differing.length > 0) {
          const ids = differing.map(({ postingId }) => postingId);
          await setMarks(unit, { userId: place.userId, postingIds: ids, mark, now });
          changeId = await addChange(unit, {
            ...place,
            action,
            kind: 'mark',
            before: differing,
            after: { ids, mark },
            now,
          });
          await list.announceMarks(unit, place);
        }
        const rows = await wideRows(
          unit,
          before.map(({ postingId }) => postingId),
        );
        const seen = await cards.for(
          unit,
          rows.map(({ id }) => id),
        );
        return { changeId, matches: rows.map((row) => seen.match(row, state.filter, list.today())) };
      });
    },
  };
}

function nothingToMark(): PerchError {
  return new PerchError('not_found', {
    en: 'This posting is not there any more. The list shows what there is.',
    de: 'Diese Anzeige gibt es nicht mehr. Die Liste zeigt, was da ist.',
    uk: 'Цієї вакансії вже немає. Список показує те, що є.',
  });
}
