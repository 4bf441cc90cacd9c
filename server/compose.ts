/** Puts Perch together, from configuration to agent, without listening: the server, the commands and the tests use it. */
import type { ActionServices } from '../tools/action.ts';
import { createRegistry, type Registry } from '../tools/registry.ts';
import type { AccountEvents } from './accounts/account-events.ts';
import { createModelService } from './accounts/model-service.ts';
import { ensureOwner } from './accounts/person-service.ts';
import { createPreferenceService } from './accounts/preference-service.ts';
import { createUsageService, type UsageService } from './accounts/usage-service.ts';
import { type Agent, createAgent } from './agent/agent.ts';
import { createAssistants } from './agent/assistants.ts';
import type { ConversationEvents } from './conversations/conversation.ts';
import { createConversationService } from './conversations/conversation-service.ts';
import { createQueueService, type QueueService } from './conversations/queue-service.ts';
import { createTurnService } from './conversations/turn-service.ts';
import { type Clock, systemClock } from './kernel/clock.ts';
import type { Config } from './kernel/config.ts';
import { createEvents, type Events } from './kernel/events.ts';
import { createHttpClient, type HttpClient } from './kernel/http-client.ts';
import { throughGateway } from './kernel/http-client-gateway.ts';
import { createPoliteClient } from './kernel/http-client-polite.ts';
import { createProxyAgents } from './kernel/http-client-proxy.ts';
import { newId } from './kernel/ids.ts';
import { createSeal } from './kernel/seal.ts';
import { joinNeighbours } from './neighbours.ts';
import type { Logger } from './kernel/logger.ts';
import { type CvEvents, createCvService } from './cv/cv-service.ts';
import { createCvParser } from './cv/cv-parser.ts';
import { type BeforeWord, createBuiltinModel } from './language/builtin-model.ts';
import { createBuiltinEmbedder } from './llm/builtin-embedder.ts';
import { configuredModel } from './llm/models.ts';
import { createPrompts } from './llm/prompts.ts';
import { createCardMaker } from './matching/card.ts';
import { createExportService } from './matching/export-service.ts';
import { createFacetService } from './matching/facet-service.ts';
import { createFilterService } from './matching/filter-service.ts';
import { createList } from './matching/list.ts';
import { createMarkService } from './matching/mark-service.ts';
import { createMarkedService } from './matching/marked-service.ts';
import { createMatchSearch, type MatchSearch } from './matching/match-search.ts';
import { createMatchService } from './matching/match-service.ts';
import { createIndexKeeper } from './matching/posting-index/index-keeper.ts';
import type { MatchingEvents } from './matching/matching-events.ts';
import { createAnalysisService } from './matching/scoring/analysis-service.ts';
import { createRatingService } from './matching/scoring/rating-service.ts';
import { createScorer, type ScoringEvents } from './matching/scoring/scorer.ts';
import { createUndoService } from './matching/undo-service.ts';
import { createAddingService } from './postings/adding/adding-service.ts';
import { createPageCheck } from './postings/closing/page-check.ts';
import { dailyTidy } from './postings/closing/tidy-task.ts';
import { createOpeningService } from './postings/duplicates/opening-service.ts';
import { dailyFetch } from './postings/fetch-task.ts';
import { createEmployerService } from './postings/employer-service.ts';
import { createIngestService, type PostingEvents } from './postings/ingest-service.ts';
import { sourceTitle as titleOf } from './postings/source-states.ts';
import { createSources } from './postings/sources/all-sources.ts';
import { ensureSecret } from './secret.ts';
import { openStore, type Store } from './store/store.ts';
import { renewal, renewPostings } from './postings/renewal/renew-postings.ts';
import { createTasks, type Tasks } from './store/tasks.ts';

export type AppEvents = AccountEvents & ConversationEvents & CvEvents & MatchingEvents & PostingEvents & ScoringEvents;

export interface Perch {
  config: Config;
  logger: Logger;
  clock: Clock;
  store: Store;
  events: Events<AppEvents>;
  services: ActionServices;
  search: MatchSearch;
  registry: Registry;
  agent: Agent;
  /** Work that outlives a request; whoever serves starts it. */
  tasks: Tasks;
  queue: QueueService;
  /** What people's calls to models cost. */
  usage: UsageService;
  /** The person of personal mode. */
  ownerId: string;
  /** Changes with every start. */
  instance: string;
  /** Interrupts turns, then closes the store. */
  close(): Promise<void>;
}

export interface Replaceable {
  clock?: Clock;
  http?: HttpClient;
  /** The pace of the built-in assistant's words. */
  beforeWord?: BeforeWord;
  /** How many CVs a person may upload in an hour. */
  uploadsPerHour?: number;
}

/** Opens the store and builds everything on it. Throws PerchError when the store cannot be opened. */
export async function composePerch(config: Config, logger: Logger, replace: Replaceable = {}): Promise<Perch> {
  const clock = replace.clock ?? systemClock;
  const instance = newId();
  const store = await openStore({ config, logger, instance });
  try {
    const events = createEvents<AppEvents>(logger);
    joinNeighbours(events, store.presence);
    const sources = createSources(config.sourceKeys);
    const sourceTitle = (source: string): string => titleOf(source, sources);
    const attribution = (source: string): string | null =>
      sources.find(({ name }) => name === source)?.policy.attribution ?? null;
    const embedder = createBuiltinEmbedder();
    const keeper = createIndexKeeper(store);
    const scorer = createScorer({ store, clock, logger, events, embedder });
    const cards = createCardMaker({ sourceTitle, scorer });
    const search = createMatchSearch({ keeper, embedder, scorer });
    const list = createList({ store, clock, logger, events, search, cards });
    const http = replace.http ?? createHttpClient({ proxies: createProxyAgents(config.proxy) });
    const ingest = createIngestService({
      store,
      http: createPoliteClient(replace.http ?? createBoardClient(config)),
      sources,
      embedder,
      clock,
      logger,
      events,
    });
    const employers = createEmployerService({ store, clock, events, switchedOn: config.boardsOn });
    const onlyAsked = sources.filter(({ policy }) => !policy.mayFetchUnattended).map(({ name }) => name);
    const openings = createOpeningService({ store, clock, events });
    const pages = createPageCheck({ store, http, isOn: config.fetchOnStart, onlyAsked, clock, logger, events });
    const cvs = createCvService({
      store,
      clock,
      events,
      parser: createCvParser(),
      uploadsPerHour: replace.uploadsPerHour,
    });
    const usage = createUsageService({ store, clock, events });
    const preferences = createPreferenceService({
      store,
      clock,
      events,
      seal: createSeal(config.secret ?? (await ensureSecret(config.dataDir))),
      configured: configuredModel(config, logger),
      mayUseModels: config.assistant !== 'builtin',
    });
    const models = createModelService({ preferences, usage, clock, patienceMs: config.llmPatienceMs });
    const prompts = createPrompts({ path: new URL('../prompts.yaml', import.meta.url), logger });
    const services: ActionServices = {
      preferences,
      models,
      conversations: createConversationService({ store, clock, events }),
      filters: createFilterService({ store, clock, list }),
      matches: createMatchService({ store, clock, list, search, cards }),
      facets: createFacetService({ store, keeper }),
      marks: createMarkService({ store, clock, list, cards }),
      marked: createMarkedService({ store, clock, cards }),
      changes: createUndoService({ store, clock, list, employers, cvs, openings }),
      exports: createExportService({ store, clock, list, search, cards, attribution }),
      ingest,
      employers,
      cvs,
      analysis: createAnalysisService({ store, clock, list, search, scorer }),
      ratings: createRatingService({
        store,
        clock,
        events,
        list,
        search,
        scorer,
        cards,
        models,
        preferences,
        prompts,
      }),
      adding: createAddingService({ store, http, embedder, clock, events }),
      openings,
      pages,
    };
    await keeper.load();
    const tasks = createTasks({ store, logger });
    tasks.handle(dailyFetch, async (_data, signal) => {
      await ingest.fetchSources({ unattended: true, followedBy: 'anybody', signal });
    });
    tasks.handle(dailyTidy, async (_data, signal) => {
      await ingest.tidy(signal);
      await pages.lookAtUnseen(signal);
    });
    tasks.handle(renewal, async (_data, signal) => {
      const renewed = await renewPostings({ store, embedder }, signal);
      if (renewed > 0) logger.info({ renewed }, 'postings were read anew');
    });
    const registry = createRegistry(services);
    const assistants = createAssistants({
      mode: config.assistant,
      models,
      prompts,
      builtin: createBuiltinModel(replace.beforeWord === undefined ? {} : { beforeWord: replace.beforeWord }),
    });
    const turns = createTurnService({ store, clock, events, instance });
    const queue = createQueueService({ store, clock, events });
    const agent = createAgent({ turns, queue, services, registry, assistants, events, clock, logger });
    return {
      config,
      logger,
      clock,
      store,
      events,
      services,
      search,
      registry,
      agent,
      queue,
      usage,
      instance,
      tasks,
      ownerId: await ensureOwner({ store, clock }),
      async close() {
        await agent.close();
        await tasks.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The way to the boards: directly, by a proxy, or all through one gateway, which may lie inside. */
function createBoardClient({ proxy, sourcesGateway }: Config): HttpClient {
  const proxies = createProxyAgents(proxy);
  if (sourcesGateway === undefined) return createHttpClient({ proxies });
  const { origin } = new URL(sourcesGateway);
  const client = createHttpClient({ proxies, allowInside: (url) => url.origin === origin });
  return throughGateway(client, sourcesGateway);
}
