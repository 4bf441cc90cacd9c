/**
 * Freelance projects of the current list as marketplaces rate them, best first: by the mean of skill, budget and
 * complexity, from a least mean on. Projects of sources whose terms allow no ranking are left out and counted.
 */
import { noCv } from '../../cv/cv-service.ts';
import type { Store } from '../../store/store.ts';
import type { CardMaker } from '../card.ts';
import type { List, Place } from '../list.ts';
import type { MatchDetail } from '../match.ts';
import { wideRows } from '../match-repository.ts';
import type { MatchSearch } from '../match-search.ts';
import type { Marketplace } from './fit.ts';

export type RatedProject = Pick<MatchDetail, 'id' | 'title' | 'company' | 'url'> & {
  marketplace: Marketplace;
  fit: NonNullable<MatchDetail['fit']>;
};

export interface RatedProjects {
  /** Projects looked at, the first of the list. */
  looked: number;
  /** Of them, those whose source allows no ranking. */
  unranked: number;
  /** With the least mean or more, best first. */
  projects: RatedProject[];
}

export interface ProjectService {
  /** `least` is a mean of 0 to 10. Throws not_found without a CV. */
  rate(options: Place & { least: number }): Promise<RatedProjects>;
}

const LOOKED_AT = 200;

export function createProjectService(dependencies: {
  store: Store;
  list: List;
  search: MatchSearch;
  cards: CardMaker;
}): ProjectService {
  const { store, list, search, cards } = dependencies;
  return {
    rate: async ({ least, ...place }) =>
      await store.asPerson(place.userId, async (unit) => {
        const { state } = await list.row(unit, place);
        const filter = { ...state.filter, employment: ['freelance' as const] };
        const query = { filter, showUnclear: false, today: list.today() };
        const ids = await search.page(unit, { ...query, offset: 0, limit: LOOKED_AT });
        const seen = await cards.for(unit, []);
        if (!seen.hasCv) throw noCv();
        let unranked = 0;
        const projects: RatedProject[] = [];
        for (const row of await wideRows(unit, ids)) {
          const { id, title, company, url, fit } = seen.detail(row, filter, query.today);
          if (fit === null) unranked += 1;
          else if (fit.marketplace !== null && (fit.marketplace.mean ?? -1) >= least)
            projects.push({ id, title, company, url, marketplace: fit.marketplace, fit });
        }
        const byMean = (a: RatedProject, b: RatedProject): number =>
          (b.marketplace.mean ?? -1) - (a.marketplace.mean ?? -1) || b.fit.value - a.fit.value;
        return { looked: ids.length, unranked, projects: projects.toSorted(byMean) };
      }),
  };
}
