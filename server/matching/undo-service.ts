/** Takes back changes of a conversation, of any kind, the last first, repeatedly, or a named one. */
import { z } from 'zod';
import { type Change, canUndo, findUndoable, markUndone } from '../conversations/change-repository.ts';
import type { CvService } from '../cv/cv-service.ts';
import type { Clock } from '../kernel/clock.ts';
import type { EmployerService } from '../postings/employer-service.ts';
import type { OpeningService } from '../postings/duplicates/opening-service.ts';
import type { Store, Unit } from '../store/store.ts';
import { writeFilter } from './filter-repository.ts';
import { type List, PAGE_SIZE, type Place } from './list.ts';
import { setMarks } from './mark-repository.ts';
import { filterStateSchema, MARKS } from './match.ts';

export interface Undone {
  changeId: string;
  action: string;
  kind: Change['kind'];
}

export interface UndoService {
  /** Null when there is nothing (left) to take back. */
  undo(options: Place & { changeId?: string | undefined }): Promise<Undone | null>;
  /** Is there anything to take back? */
  canUndo(place: Place): Promise<boolean>;
}

/** Saved searches stand on matching; they say themselves how a change of theirs is taken back. */
export interface RestoresSearches {
  restore(unit: Unit, userId: string, before: unknown): Promise<void>;
}

const filterBefore = filterStateSchema.omit({ revision: true });
const marksBefore = z.array(z.object({ postingId: z.uuid(), mark: z.enum(MARKS) }));

export function createUndoService(dependencies: {
  store: Store;
  clock: Clock;
  list: List;
  employers: Pick<EmployerService, 'restore'>;
  cvs: Pick<CvService, 'restore'>;
  openings: Pick<OpeningService, 'restore'>;
  searches: RestoresSearches;
}): UndoService {
  const { store, clock, list, employers, cvs, openings, searches } = dependencies;

  async function restore(unit: Unit, place: Place, change: Change): Promise<void> {
    const now = clock();
    if (change.kind === 'filter') {
      const before = filterBefore.parse(change.before);
      // Revisions only grow: going back is a step forward, so that no page mistakes it for old news.
      await writeFilter(unit, { ...before, conversationId: place.conversationId, pageSize: PAGE_SIZE, now });
      return;
    }
    // Openings are everybody's: taken back behind this person's unit.
    if (change.kind === 'separate') return;
    if (change.kind === 'follow') {
      await employers.restore(unit, place.userId, change.before);
      return;
    }
    if (change.kind === 'cv') {
      await cvs.restore(unit, place.userId, change.before);
      return;
    }
    if (change.kind === 'search') {
      await searches.restore(unit, place.userId, change.before);
      return;
    }
    for (const { postingId, mark } of marksBefore.parse(change.before)) {
      await setMarks(unit, { userId: place.userId, postingIds: [postingId], mark, now });
    }
  }

  return {
    canUndo: async (place) =>
      await store.asPerson(place.userId, async (unit) => await canUndo(unit, place.conversationId)),
    async undo({ changeId, ...place }) {
      const change = await store.asPerson(place.userId, async (unit) => {
        await list.row(unit, place, true);
        const found = await findUndoable(unit, place.conversationId, changeId);
        if (found === null) return null;
        await restore(unit, place, found);
        await markUndone(unit, found.id, clock());
        if (found.kind === 'mark') await list.announceMarks(unit, place);
        else await list.announce(unit, place);
        return found;
      });
      if (change === null) return null;
      if (change.kind === 'separate') {
        await openings.restore(change.before);
        await store.asPerson(place.userId, async (unit) => await list.announce(unit, place));
      }
      return { changeId: change.id, action: change.action, kind: change.kind };
    },
  };
}
