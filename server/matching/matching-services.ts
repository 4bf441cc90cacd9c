/** What matching offers to the rest: filter, list, marks, undo, export and scores, over one index in memory. */
import type { AccountEvents } from '../accounts/account-events.ts';
import type { ModelService } from '../accounts/model-service.ts';
import type { PreferenceService } from '../accounts/preference-service.ts';
import type { CvEvents, CvService } from '../cv/cv-service.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Events } from '../kernel/events.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Prompts } from '../llm/prompts.ts';
import type { MeaningEvents, WishMeanings } from '../llm/wish-meanings.ts';
import type { OpeningService } from '../postings/duplicates/opening-service.ts';
import type { EmployerService } from '../postings/employer-service.ts';
import { sourceAttribution, sourceTitle as titleOf } from '../postings/source-states.ts';
import type { Source } from '../postings/sources/source.ts';
import type { Store } from '../store/store.ts';
import { createCardMaker } from './card.ts';
import { createExportService, type ExportService } from './export-service.ts';
import { createFacetService, type FacetService } from './facet-service.ts';
import { createFilterService, type FilterService } from './filter-service.ts';
import { createList } from './list.ts';
import { createMarkService, type MarkService } from './mark-service.ts';
import { createMarkedService, type MarkedService } from './marked-service.ts';
import { createMatchSearch, type MatchSearch } from './match-search.ts';
import { createMatchService, type MatchService } from './match-service.ts';
import type { MatchingEvents } from './matching-events.ts';
import { createIndexKeeper } from './posting-index/index-keeper.ts';
import { type AnalysisService, createAnalysisService } from './scoring/analysis-service.ts';
import { createProjectService, type ProjectService } from './scoring/project-service.ts';
import { createRatingService, type RatingService } from './scoring/rating-service.ts';
import { createScorer, type ScoringEvents } from './scoring/scorer.ts';
import { createUndoService, type RestoresSearches, type UndoService } from './undo-service.ts';

export interface MatchingServices {
  filters: FilterService;
  matches: MatchService;
  facets: FacetService;
  marks: MarkService;
  marked: MarkedService;
  changes: UndoService;
  exports: ExportService;
  analysis: AnalysisService;
  ratings: RatingService;
  projects: ProjectService;
  search: MatchSearch;
}

/** Resolves when the index holds what the store has. */
export async function createMatchingServices(dependencies: {
  store: Store;
  clock: Clock;
  logger: Logger;
  events: Events<AccountEvents & CvEvents & MatchingEvents & MeaningEvents & ScoringEvents>;
  meanings: WishMeanings;
  sources: readonly Source[];
  models: ModelService;
  preferences: PreferenceService;
  prompts: Prompts;
  /** Who takes back what is no filter and no mark. */
  employers: EmployerService;
  cvs: CvService;
  openings: OpeningService;
  searches: RestoresSearches;
}): Promise<MatchingServices> {
  const { store, meanings, sources } = dependencies;
  const keeper = createIndexKeeper(store);
  const scorer = createScorer(dependencies);
  const policyOf = (source: string): Source['policy'] | undefined =>
    sources.find(({ name }) => source === name || source.startsWith(`${name}:`))?.policy;
  const mayRank = (source: string): boolean => policyOf(source)?.mayRank !== false;
  const cards = createCardMaker({ sourceTitle: (source) => titleOf(source, sources), mayRank, scorer });
  const search = createMatchSearch({ keeper, meanings, scorer });
  const list = createList({ ...dependencies, search, cards });
  const attribution = (source: string): string | null => sourceAttribution(source, sources);
  const common = { ...dependencies, keeper, scorer, mayRank, cards, search, list, attribution };
  await keeper.load();
  return {
    filters: createFilterService(common),
    matches: createMatchService(common),
    facets: createFacetService(common),
    marks: createMarkService(common),
    marked: createMarkedService(common),
    changes: createUndoService(common),
    exports: createExportService(common),
    analysis: createAnalysisService(common),
    ratings: createRatingService(common),
    projects: createProjectService(common),
    search,
  };
}
