/** What postings offer to the rest: fetched, followed, added by hand, joined to openings, looked at whether they live. */
import type { Clock } from '../kernel/clock.ts';
import type { Events } from '../kernel/events.ts';
import type { HttpClient } from '../kernel/http-client.ts';
import { createPoliteClient } from '../kernel/http-client-polite.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Embedder, SlowEmbedder } from '../llm/embedder.ts';
import type { Store } from '../store/store.ts';
import type { Tasks } from '../store/tasks.ts';
import { type AddingService, createAddingService } from './adding/adding-service.ts';
import { createPageCheck, type PageCheck } from './closing/page-check.ts';
import { dailyTidy } from './closing/tidy-task.ts';
import { createOpeningService, type OpeningService } from './duplicates/opening-service.ts';
import { createEmployerService, type EmployerService } from './employer-service.ts';
import { dailyFetch } from './fetch-task.ts';
import { createIngestService, type IngestService, type PostingEvents } from './ingest-service.ts';
import { embedSlowly } from './renewal/embed-slowly.ts';
import { renewal, renewPostings } from './renewal/renew-postings.ts';
import type { Source } from './sources/source.ts';

export interface PostingServices {
  ingest: IngestService;
  employers: EmployerService;
  adding: AddingService;
  openings: OpeningService;
  pages: PageCheck;
}

export function createPostingServices(dependencies: {
  store: Store;
  clock: Clock;
  logger: Logger;
  events: Events<PostingEvents>;
  embedder: Embedder;
  sources: readonly Source[];
  /** The way to pages of postings. */
  http: HttpClient;
  /** The way to the boards. */
  boards: HttpClient;
  /** Employers' boards that are off until somebody switches them on. */
  switchedOn: ReadonlySet<string>;
  /** Perch may ask by itself. */
  mayAsk: boolean;
}): PostingServices {
  const { boards, sources, mayAsk, ...common } = dependencies;
  const onlyAsked = sources.filter(({ policy }) => !policy.mayFetchUnattended).map(({ name }) => name);
  return {
    ingest: createIngestService({ ...common, sources, http: createPoliteClient(boards) }),
    employers: createEmployerService(common),
    adding: createAddingService(common),
    openings: createOpeningService(common),
    pages: createPageCheck({ ...common, isOn: mayAsk, onlyAsked }),
  };
}

/** Says who does the tasks about postings. */
export function handlePostingTasks(options: {
  tasks: Tasks;
  store: Store;
  embedder: Embedder;
  /** Embeds anew what `embedder` embedded. */
  slow: SlowEmbedder | null;
  logger: Logger;
  events: Events<PostingEvents>;
  services: PostingServices;
}): void {
  const { tasks, store, embedder, slow, logger, events, services } = options;
  const { ingest, pages } = services;
  tasks.handle(dailyFetch, async (_data, signal) => {
    await ingest.fetchSources({ unattended: true, followedBy: 'anybody', signal });
  });
  tasks.handle(dailyTidy, async (_data, signal) => {
    await ingest.tidy(signal);
    await pages.lookAtUnseen(signal);
  });
  tasks.handle(renewal, async (_data, signal) => {
    const renewed = await renewPostings({ store, embedder, slow }, signal);
    if (renewed > 0) logger.info({ renewed }, 'postings were read anew');
    if (slow === null) return;
    const embedded = await embedSlowly({ store, embedder: slow }, signal);
    if (embedded > 0) logger.info({ embedded, model: slow.model }, 'postings were embedded');
  });
  if (slow !== null)
    events.on('postings-changed', () => {
      // A command that imports does no tasks; the next start sends this one anyway.
      tasks.send(renewal, {}, { key: 'all' }).catch((error: unknown) => logger.debug({ error }, 'embedded later'));
    });
}
