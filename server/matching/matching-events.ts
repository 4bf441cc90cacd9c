/** What matching tells after a commit. */
import type { Counts, FilterState, Match } from './match.ts';

interface Place {
  userId: string;
  conversationId: string;
}

export interface MatchingEvents {
  'filter-changed': Place & { filter: FilterState; canUndo: boolean };
  'matches-changed': Place & {
    revision: number;
    order: string[];
    upserted: Match[];
    removedIds: string[];
    hasMore: boolean;
  };
  /** Marks are the person's: other conversations show them, too. The one named here has been told already. */
  'marks-changed': Place;
  'counts-changed': Place & { counts: Counts };
}
