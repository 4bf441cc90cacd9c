/** Where a command does its work: at the Perch that serves the data directory, or in a Perch of its own. */
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { composePerch } from '../compose.ts';
import { warmUp } from '../language/warm-up.ts';
import { createHeadless } from '../headless.ts';
import type { Headless } from '../http/headless-routes.ts';
import { type Config, loadConfig } from '../kernel/config.ts';
import { PerchError } from '../kernel/errors.ts';
import { createLogger } from '../kernel/logger.ts';
import { acquireLock, type LockHolder, readLock } from '../store/lock.ts';
import { createRemote } from './remote.ts';

/** So long a command waits for a server that starts, or for another command to finish. */
const PATIENCE_MS = 60_000;
const LOOK_MS = 250;
/** After this it says what it waits for. */
const SILENT_MS = 2000;

export interface Door {
  headless: Headless;
  close(): Promise<void>;
}

/**
 * Opens the way to the postings. `samples`: an empty store answers from the sample board. Logs go to standard error
 * from warnings on; standard output is the command's. Throws PerchError when the directory stays taken.
 */
export async function openDoor(overrides: { dataDir?: string }, options: { samples: boolean }): Promise<Door> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = loadConfig({ LOG_LEVEL: 'warn', ...process.env }, overrides);
  if (config.databaseUrl !== undefined) return await openHere(config, options);
  const began = Date.now();
  let told = false;
  for (;;) {
    const holder = await readLock(config.dataDir);
    if (holder?.url !== null && holder?.url !== undefined) {
      return { headless: createRemote(holder.url, holder.token), close: async () => undefined };
    }
    if (holder === null) {
      const door = await openHere(config, options).catch((error: unknown) => {
        // Somebody was faster; see who.
        if (error instanceof PerchError && error.code === 'conflict') return null;
        throw error;
      });
      if (door !== null) return door;
    }
    const waited = Date.now() - began;
    if (waited > PATIENCE_MS) throw stillTaken(holder);
    if (waited > SILENT_MS && !told) {
      told = true;
      process.stderr.write(`Waiting for process ${holder?.pid ?? ''}, which uses ${config.dataDir} …\n`);
    }
    await wait(LOOK_MS);
  }
}

async function openHere(config: Config, { samples }: { samples: boolean }): Promise<Door> {
  const logger = createLogger({ level: config.logLevel, file: config.logFile });
  const lock = config.databaseUrl === undefined ? await acquireLock(config.dataDir, process.pid) : null;
  try {
    const perch = await composePerch(config, logger);
    // On a directory of its own nobody else is left to do this.
    await perch.agent.recover();
    if (samples) {
      // Whoever asks: the first answer is as quick as the second.
      await perch.services.ingest.ensureSamples();
      warmUp();
    }
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

function stillTaken(holder: LockHolder | null): PerchError {
  const pid = holder?.pid ?? '?';
  return new PerchError('conflict', {
    en: `Process ${pid} still uses this data directory and does not serve. Wait until it is done, or choose another with --data-dir.`,
    de: `Prozess ${pid} benutzt dieses Datenverzeichnis noch und bedient niemanden. Warten Sie, bis er fertig ist, oder wählen Sie mit --data-dir ein anderes.`,
    uk: `Процес ${pid} досі використовує цей каталог даних і нікого не обслуговує. Зачекайте, доки він завершиться, або виберіть інший через --data-dir.`,
  });
}
