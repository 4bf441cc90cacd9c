/** Where a command does its work: at the Perch that serves the data directory, or in a Perch of its own. */
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { composePerch } from '../compose.ts';
import { createHeadless } from '../headless.ts';
import type { Headless } from '../http/headless-routes.ts';
import { type Config, loadConfig } from '../kernel/config.ts';
import { PerchError } from '../kernel/errors.ts';
import { createLogger } from '../kernel/logger.ts';
import { acquireLock, type LockHolder, readLock } from '../store/lock.ts';

/** A turn with a slow model, and a large import, take minutes. */
const CALL_MS = 30 * 60_000;

export interface Door {
  headless: Headless;
  close(): Promise<void>;
}

/** Logs go to standard error from warnings on; standard output is the command's. */
export async function openDoor(dataDir: string | undefined): Promise<Door> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = loadConfig({ LOG_LEVEL: 'warn', ...process.env }, dataDir === undefined ? {} : { dataDir });
  const holder = config.databaseUrl === undefined ? await readLock(config.dataDir) : null;
  if (holder !== null) return { headless: remote(holder), close: async () => undefined };
  return await openHere(config);
}

async function openHere(config: Config): Promise<Door> {
  const logger = createLogger({ level: config.logLevel, file: config.logFile });
  const lock = config.databaseUrl === undefined ? await acquireLock(config.dataDir, process.pid) : null;
  try {
    const perch = await composePerch(config, logger);
    await perch.services.ingest.ensureSamples();
    return {
      headless: createHeadless(perch),
      async close() {
        await perch.close();
        await lock?.release();
      },
    };
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

/** Talks to the serving process through the door that its token opens. */
function remote(holder: LockHolder): Headless {
  const call = async (path: string, init: RequestInit): Promise<Response> => {
    if (holder.url === null)
      throw new PerchError('unavailable', {
        en: 'Perch is starting; try again in a moment.',
        de: 'Perch startet gerade; versuchen Sie es gleich noch einmal.',
        uk: 'Perch запускається; спробуйте за мить.',
      });
    const response = await fetch(new URL(path, holder.url), {
      ...init,
      headers: { ...Object.fromEntries(new Headers(init.headers)), authorization: `Bearer ${holder.token}` },
    });
    if (response.ok) return response;
    const body = failure.safeParse(await response.json().catch(() => null));
    const words = body.success ? body.data.error.message : `HTTP ${response.status}`;
    throw new PerchError('unavailable', { en: words, de: words, uk: words });
  };
  return {
    async ask(input) {
      const response = await call('/api/headless/ask', {
        method: 'POST',
        body: JSON.stringify(input),
        headers: { 'content-type': 'application/json' },
        signal: AbortSignal.timeout(CALL_MS),
      });
      return await response.json();
    },
    async *importStream(stream, { name, countries, signal }) {
      const query = new URLSearchParams({ name, ...(countries === null ? {} : { countries: countries.join(',') }) });
      const body = Readable.toWeb(stream instanceof Readable ? stream : Readable.from(stream));
      const init: RequestInit & { duplex: 'half' } = {
        method: 'POST',
        body,
        duplex: 'half',
        signal: AbortSignal.any([signal, AbortSignal.timeout(CALL_MS)]),
      };
      const response = await call(`/api/headless/import?${query.toString()}`, init);
      if (response.body === null) return;
      const lines = createInterface({ input: Readable.fromWeb(response.body) });
      for await (const line of lines) yield JSON.parse(line);
    },
  };
}

const failure = z.object({ error: z.object({ message: z.string() }) });

/** Prints to standard output and waits while its reader is behind; a reader that went away ends the process quietly. */
export async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}

/** Runs a command: what it throws is printed for people; 2 means "wrongly called". */
export async function runCommand(work: () => Promise<number>): Promise<void> {
  process.stdout.on('error', () => process.exit(0));
  try {
    process.exitCode = await work();
  } catch (error) {
    const isKnown = error instanceof PerchError;
    process.stderr.write(
      `${isKnown ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = isKnown && error.code === 'invalid' ? 2 : 1;
  }
}
