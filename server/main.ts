/** The composition root: configuration → lock → store → app → listen → drain on SIGTERM. */
import { existsSync } from 'node:fs';
import { createApp } from './app.ts';
import { buildPageIfOlder } from './build-page.ts';
import { readFlags, text } from './cli/flags.ts';
import { composePerch, type Perch } from './compose.ts';
import { createFront } from './front.ts';
import { type Config, loadConfig, version } from './kernel/config.ts';
import { PerchError } from './kernel/errors.ts';
import { createLogger, type Logger } from './kernel/logger.ts';
import { checkHost, listen } from './listen.ts';
import { ensureSecret } from './secret.ts';
import { acquireLock, type Lock } from './store/lock.ts';

const USAGE = `Perch ${version}: a job-search assistant you talk to.

  npm start [-- --data-dir DIR]

  --data-dir DIR   where the embedded database is (default ./data, or PERCH_DATA_DIR)
  -h, --help       this text

Settings come from the environment; .env.example explains each:
  HOST, PORT, DATABASE_URL, PERCH_ORIGIN, PERCH_ROLE, PERCH_TRUST_NETWORK, PERCH_FETCH, PERCH_SECRET,
  ASSISTANT, OPENAI_API_KEY, OPENAI_BASE_URL, LLM_MODEL, LOG_LEVEL, LOG_FILE

Other commands: npm run ask -- "remote Python jobs in Germany" · npm run import -- FILE …`;

/** Words between the built-in assistant's words: one sees it answer, and waits for nothing. */
const WORD_DELAY_MS = 12;
/** A turn of a dead native process is silent for ten seconds before it counts as dead. */
const RECOVER_AGAIN_MS = 15_000;
const DRAIN_MS = 9000;

if (existsSync('.env')) process.loadEnvFile('.env');

try {
  await start();
} catch (error) {
  const words =
    error instanceof PerchError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`${words}\n`);
  process.exit(error instanceof PerchError && error.code === 'invalid' ? 2 : 1);
}

async function start(): Promise<void> {
  const flags = readFlags(process.argv.slice(2), {}, USAGE);
  if (flags.values['help'] === true) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const dataDir = text(flags.values['data-dir']);
  const config = loadConfig(process.env, dataDir === undefined ? {} : { dataDir });
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
  const front = createFront();
  const port = await listen(front.server, {
    ...config,
    taken: (taken, by) => logger.warn({ port: taken, by }, `port ${taken} is taken by ${by}; trying the next`),
  });
  const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  if (await buildPageIfOlder()) logger.info('the page was built');
  const perch = await composePerch(config, logger, { wordDelayMs: WORD_DELAY_MS });
  const app = createApp(perch, {
    secret: config.secret ?? (await ensureSecret(config.dataDir)),
    token: lock?.holder.token ?? null,
  });
  await perch.agent.recover();
  front.handOver(app.server);
  await lock?.publish(url);
  const again = setTimeout(
    () => void perch.agent.recover().catch((error: unknown) => logger.error({ error }, 'turns could not be recovered')),
    RECOVER_AGAIN_MS,
  );
  again.unref();

  const background = new AbortController();
  const working = config.role === 'web' ? Promise.resolve() : work(perch, background.signal);

  let isEnding = false;
  const end = (signal: string): void => {
    if (isEnding) process.exit(1);
    isEnding = true;
    logger.info({ signal }, 'ending');
    const late = setTimeout(() => process.exit(1), DRAIN_MS);
    late.unref();
    clearTimeout(again);
    front.server.close();
    background.abort();
    void (async () => {
      await perch.agent.close();
      await app.close();
      front.server.closeAllConnections();
      await working;
      await perch.close();
      await lock?.release();
      process.exit(0);
    })();
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('unhandledRejection', (error) => logger.error({ error }, 'a promise was rejected and nobody heard it'));
  process.on('uncaughtException', (error) => logger.error({ error }, 'an error nobody caught'));
  process.stdout.write(`Perch ${version} is at ${config.origin ?? url}\n`);
}

/** Samples at once, real postings as they arrive. */
async function work(perch: Perch, signal: AbortSignal): Promise<void> {
  const { services, config, logger } = perch;
  try {
    await services.ingest.ensureSamples();
    if (config.fetchOnStart && (await services.ingest.samplesActive())) {
      await services.ingest.fetchSources({ signal, progress: () => undefined });
    }
  } catch (error) {
    if (!signal.aborted) logger.error({ error }, 'the first fetch failed');
  }
}
