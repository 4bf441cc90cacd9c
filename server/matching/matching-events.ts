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
  'counts-changed': Place & { counts: Counts };
}
