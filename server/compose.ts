/** Puts Perch together, from configuration to agent, without listening: the server, the commands and the tests use it. */
import type { ActionServices } from '../tools/action.ts';
import { createRegistry, type Registry } from '../tools/registry.ts';
import type { AccountEvents } from './accounts/account-events.ts';
import { ensureOwner } from './accounts/person-service.ts';
import { createAccountServices } from './accounts/account-services.ts';
import type { UsageService } from './accounts/usage-service.ts';
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
import { createProxyAgents } from './kernel/http-client-proxy.ts';
import { newId } from './kernel/ids.ts';
import { createSeal } from './kernel/seal.ts';
import { joinNeighbours } from './neighbours.ts';
import type { Logger } from './kernel/logger.ts';
import { type CvEvents, createCvService } from './cv/cv-service.ts';
import { createCvFillingService } from './cv/cv-filling-service.ts';
import { createCvParser } from './cv/cv-parser.ts';
import { type BeforeWord, createBuiltinModel } from './language/builtin-model.ts';
import { createBuiltinEmbedder } from './llm/builtin-embedder.ts';
import { configuredEmbedder } from './llm/configured-embedder.ts';
import { createWishMeanings, type MeaningEvents } from './llm/wish-meanings.ts';
import { configuredModel } from './llm/models.ts';
import { createPrompts } from './llm/prompts.ts';
import type { MatchSearch } from './matching/match-search.ts';
import { createMatchingServices } from './matching/matching-services.ts';
import type { MatchingEvents } from './matching/matching-events.ts';
import type { ScoringEvents } from './matching/scoring/scorer.ts';
import { createSearchUndo } from './notifications/search-undo.ts';
import type { NotificationEvents } from './notifications/notification-events.ts';
import { createSavedSearches } from './notifications/saved-search-service.ts';
import type { PostingEvents } from './postings/ingest-service.ts';
import { createPostingServices, handlePostingTasks } from './postings/posting-services.ts';
import { createSources } from './postings/sources/all-sources.ts';
import { ensureSecret } from './secret.ts';
import { openStore, type Store } from './store/store.ts';
import { createTasks, type Tasks } from './store/tasks.ts';

export type AppEvents = AccountEvents &
  ConversationEvents &
  CvEvents &
  MatchingEvents &
  MeaningEvents &
  NotificationEvents &
  PostingEvents &
  ScoringEvents;

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
    const leaveNeighbours = joinNeighbours(events, store.presence);
    const sources = createSources(config.sourceKeys);
    const embedder = createBuiltinEmbedder();
    const slow = configuredEmbedder(config, logger);
    const meanings = createWishMeanings({ builtin: embedder, configured: slow, clock, logger, events });
    const common = { store, clock, logger, events, embedder, sources };
    const accounts = createAccountServices({
      ...common,
      seal: createSeal(config.secret ?? (await ensureSecret(config.dataDir))),
      configured: configuredModel(config, logger),
      mayUseModels: config.assistant !== 'builtin',
      embedderName: slow?.model ?? null,
      patienceMs: config.llmPatienceMs,
    });
    const postings = createPostingServices({
      ...common,
      http: replace.http ?? createHttpClient({ proxies: createProxyAgents(config.proxy) }),
      boards: replace.http ?? createBoardClient(config),
      switchedOn: config.boardsOn,
      mayAsk: config.fetchOnStart,
    });
    const cvs = createCvService({ ...common, parser: createCvParser(), uploadsPerHour: replace.uploadsPerHour });
    const prompts = createPrompts({ path: new URL('../prompts.yaml', import.meta.url), logger });
    const cvFilling = createCvFillingService({ ...common, ...accounts, cvs, prompts });
    const matching = await createMatchingServices({
      ...common,
      ...accounts,
      ...postings,
      meanings,
      cvs,
      prompts,
      searches: createSearchUndo(common),
    });
    const searches = createSavedSearches({ ...common, ...matching });
    const conversations = createConversationService(common);
    const services: ActionServices = { ...accounts, ...postings, ...matching, conversations, cvs, cvFilling, searches };
    const tasks = createTasks({ store, logger });
    handlePostingTasks({ ...common, tasks, slow, services: postings });
    const registry = createRegistry(services);
    const assistants = createAssistants({
      mode: config.assistant,
      models: accounts.models,
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
      search: matching.search,
      registry,
      agent,
      queue,
      usage: accounts.usage,
      instance,
      tasks,
      ownerId: await ensureOwner({ store, clock }),
      async close() {
        await agent.close();
        leaveNeighbours();
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
