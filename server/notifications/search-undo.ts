/** Takes back what was done to a saved search: saving it, other words or frequency for it, removing it. */
import { z } from 'zod';
import type { Events } from '../kernel/events.ts';
import type { Unit } from '../store/store.ts';
import type { NotificationEvents } from './notification-events.ts';
import { savedSearchSchema } from './saved-search.ts';
import { deleteSearch, findSearch, writeSearch } from './saved-search-repository.ts';

/** What a change of kind `search` keeps of before; `search` is null when there was none. */
export const searchBeforeSchema = z.object({ id: z.uuid(), search: savedSearchSchema.nullable() });

export interface SearchUndo {
  /** Takes back a change of kind `search`, in the unit that takes it back. */
  restore(unit: Unit, userId: string, before: unknown): Promise<void>;
}

export function createSearchUndo({ events }: { events: Pick<Events<NotificationEvents>, 'emit'> }): SearchUndo {
  return {
    async restore(unit, userId, before) {
      const { id, search } = searchBeforeSchema.parse(before);
      if (search === null) await deleteSearch(unit, id);
      else {
        // What was opened since then stays opened.
        const now = await findSearch(unit, id);
        await writeSearch(unit, userId, { ...search, seenAt: now?.seenAt ?? search.seenAt });
      }
      unit.afterCommit(() => events.emit('searches-changed', { userId }));
    },
  };
}
