/** The composition root: configuration → lock → store → app → listen → drain on SIGTERM. */
import { setTimeout as wait } from 'node:timers/promises';
import { existsSync } from 'node:fs';
import { createApp } from './app.ts';
import { buildPageIfOlder } from './build-page.ts';
import { dataDirOf, readFlags } from './cli/flags.ts';
import { composePerch, type Perch } from './compose.ts';
import { createFront } from './front.ts';
import { createGuard } from './http/guard.ts';
import { type Config, loadConfig, version } from './kernel/config.ts';
import { PerchError } from './kernel/errors.ts';
import { createLogger, type Logger } from './kernel/logger.ts';
import { dailyTidy } from './postings/closing/tidy-task.ts';
import { dailyCron, dailyFetch } from './postings/fetch-task.ts';
import { renewal } from './postings/renewal/renew-postings.ts';
import { warmUp } from './language/warm-up.ts';
import { checkHost, drain, listen, localUrl } from './listen.ts';
import { ensureSecret } from './secret.ts';
import { acquireLock, type Lock } from './store/lock.ts';

const USAGE = `Perch ${version}: a job-search assistant you talk to.

  npm start [-- --data-dir DIR]

  --data-dir DIR   where the embedded database is (default ./data, or PERCH_DATA_DIR)
  -h, --help       this text

Settings come from the environment or a file .env; .env.example explains each:
  HOST, PORT                     where it listens (127.0.0.1:3000, or the next free port)
  PERCH_DATA_DIR, DATABASE_URL   where the data is: a directory, or a Postgres of your own
  PERCH_ORIGIN                   the address people type, behind a proxy
  PERCH_TRUST_NETWORK            1 allows an address that others could reach
  PERCH_MODE, PERCH_ROLE         personal; all, web or worker
  PERCH_FETCH                    off: no live board is asked by itself at the first start
  PERCH_SECRET                   signs sessions; made by itself when empty
  ASSISTANT                      auto, model or builtin
  OPENAI_API_KEY, OPENAI_BASE_URL, LLM_MODEL   a language model, when one shall answer too
  LOG_LEVEL, LOG_FILE            how much is logged, and where to

Other commands: npm run ask -- "remote Python jobs in Germany" · npm run import -- FILE …`;

/** Between the built-in assistant's words: one sees it answer, and waits for nothing. */
const WORD_DELAY_MS = 12;
/** A turn of a dead native process is silent for ten seconds before it counts as dead. */
const RECOVER_AGAIN_MS = 15_000;
/** Whatever is not done by then is cut off; the store survives that. */
const END_MS = 9000;

if (existsSync('.env')) process.loadEnvFile('.env');

try {
  await start();
} catch (error) {
  const isKnown = error instanceof PerchError;
  const words = isKnown ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${words}\n`);
  process.exit(isKnown && error.code === 'invalid' ? 2 : 1);
}

async function start(): Promise<void> {
  const { values } = readFlags(process.argv.slice(2), {}, USAGE, 'no words');
  if (values['help'] === true) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const config = loadConfig(process.env, dataDirOf(values));
  const logger = createLogger({ level: config.logLevel, file: config.logFile });
  checkHost(config);
  const lock = config.databaseUrl === undefined ? await acquireLock(config.dataDir, process.pid) : null;
  try {
    await serve(config, logger, lock);
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

async function serve(config: Config, logger: Logger, lock: Lock | null): Promise<void> {
  const front = createFront(createGuard({ origin: config.origin, embedOrigins: config.embedOrigins, token: null }));
  const port = await listen(front.server, {
    ...config,
    taken: (taken, by) => process.stdout.write(`Port ${taken} is taken by ${by}; trying the next one.\n`),
  });
  const url = localUrl(config.host, port);
  if (await buildPageIfOlder()) logger.info('the page was built');
  const perch = await composePerch(config, logger, {
    beforeWord: async (signal) => await wait(WORD_DELAY_MS, undefined, { signal }).catch(() => undefined),
  });
  const app = createApp(perch, {
    secret: config.secret ?? (await ensureSecret(config.dataDir)),
    token: lock?.holder.token ?? null,
  });
  await perch.agent.recover();
  // Before anybody looks: a page must never find half a sample board.
  if (config.role !== 'web') await perch.services.ingest.ensureSamples();
  front.handOver(app.server);
  await lock?.publish(url);
  const again = setTimeout(
    () => void perch.agent.recover().catch((error: unknown) => logger.error({ error }, 'turns could not be recovered')),
    RECOVER_AGAIN_MS,
  );
  again.unref();

  const background = new AbortController();
  const working = config.role === 'web' ? Promise.resolve() : work(perch, background.signal);

  onSignal(logger, async () => {
    clearTimeout(again);
    background.abort();
    const drained = drain(front.server);
    await perch.agent.close();
    await app.close();
    await drained;
    await working;
    await perch.close();
    await lock?.release();
  });
  process.on('unhandledRejection', (error) => logger.error({ error }, 'a promise was rejected and nobody heard it'));
  process.on('uncaughtException', (error) => logger.error({ error }, 'an error nobody caught'));
  if (config.origin === undefined && config.trustNetwork && config.host !== '127.0.0.1') {
    logger.warn(`others reach ${config.host} only under the name in PERCH_ORIGIN, and it is not set`);
  }
  process.stdout.write(`Perch ${version} is at ${config.origin ?? url}\n`);
  setImmediate(warmUp);
}

/** SIGTERM and SIGINT end politely, within nine seconds; the second one ends at once. */
function onSignal(logger: Logger, end: () => Promise<void>): void {
  let isEnding = false;
  const handle = (signal: string): void => {
    if (isEnding) process.exit(1);
    isEnding = true;
    logger.info({ signal }, 'ending');
    setTimeout(() => process.exit(1), END_MS).unref();
    end().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ error }, 'it did not end well');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', handle);
  process.on('SIGINT', handle);
}

/** Real postings, as they arrive: at the first start, then once a day. */
async function work(perch: Perch, signal: AbortSignal): Promise<void> {
  const { services, config, logger, tasks } = perch;
  try {
    await tasks.start({ work: true });
    await tasks.repeat(dailyTidy, {}, { key: 'all', cron: dailyCron(`tidy ${perch.ownerId}`) });
    await tasks.send(renewal, {}, { key: 'all' });
    if (config.fetchOnStart) await tasks.repeat(dailyFetch, {}, { key: 'all', cron: dailyCron(perch.ownerId) });
    if (config.fetchOnStart && (await services.ingest.samplesActive())) {
      await services.ingest.fetchSources({ unattended: true, followedBy: 'anybody', signal });
    }
  } catch (error) {
    if (!signal.aborted) logger.error({ error }, 'the first fetch failed');
  }
}
