/** What a changed list looks like to the model: counts and the top three, never the rows; they are on screen already. */
import type { FilterState, Counts, MatchPage } from '../server/matching/match.ts';
import type { ActionContext, ActionServices } from './action.ts';

export interface ListReport {
  filter: FilterState['filter'];
  revision: number;
  total: number;
  unclear: number;
  hidden: number;
  /** Most first. */
  hiddenBy: Counts['hiddenBy'];
  /** What to give up when nothing fits. */
  relief: Counts['relief'];
  top: { n: number; title: string; company: string | null }[];
  samples: boolean;
  /** A least score is asked for, and without a CV nothing has one. */
  needsCv: boolean;
}

/** Reads the conversation's list as it stands now. */
export async function reportList(context: ActionContext, services: ActionServices): Promise<ListReport> {
  const place = { userId: context.userId, conversationId: context.conversationId };
  const state = await services.filters.get(place);
  const counts = await services.matches.counts(place);
  const page = await services.matches.page(place);
  return {
    filter: state.filter,
    revision: state.revision,
    total: counts.total,
    unclear: counts.unclear,
    hidden: counts.hidden,
    hiddenBy: counts.hiddenBy.toSorted((a, b) => b.count - a.count),
    relief: counts.relief,
    top: topOf(page),
    samples: counts.samples,
    needsCv: state.filter.minScore !== undefined && (await services.cvs.show(context.userId)).active === null,
  };
}

function topOf(page: MatchPage): ListReport['top'] {
  return page.matches.slice(0, 3).map((match, index) => ({ n: index + 1, title: match.title, company: match.company }));
}
