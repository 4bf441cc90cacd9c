/** Starts and stops the embedded Postgres in its worker, and starts it again when the worker died. */
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Logger } from '../kernel/logger.ts';
import { createCluster, hasCluster } from './create-cluster.ts';
import { CREATE_BYTES, freeBytes, OPEN_BYTES } from './disk-space.ts';
import { fitsSocket } from './socket-path.ts';

/** Opening replays the log, which takes seconds on a slow disk. */
const START_MS = 60_000;
const CLOSE_MS = 8000;
/** Asked this often whether it still lives; after so many silent times it counts as hung. No unit takes that long. */
const PING_MS = 10_000;
const SILENT_PINGS = 6;
const RESTART_MS = 1000;
const SLOWEST_RESTART_MS = 30_000;

/** The name the driver makes of a directory and the default port. */
const SOCKET_NAME = '.s.PGSQL.5432';

const answerSchema = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ alive: z.literal(true) }),
  z.object({ closed: z.literal(true) }),
  z.object({ failed: z.string() }),
]);

export interface Embedded {
  /** Directory of the socket: what the driver takes as `host`. */
  host: string;
  close(): Promise<void>;
}

/** Opens the cluster in `dataDir` (created when missing). Rejects with the worker's own words when it cannot. */
export async function startEmbedded(dataDir: string, logger: Logger): Promise<Embedded> {
  // PGlite makes files that everybody may write; this directory keeps everybody out.
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await chmod(dataDir, 0o700);
  const isNew = !(await hasCluster(dataDir));
  // Started with too little room all the same, Postgres would hang.
  if ((await freeBytes(dataDir)) < (isNew ? CREATE_BYTES : OPEN_BYTES)) throw new Error('ENOSPC: no space left');
  if (isNew) await createCluster(dataDir);
  const host = await socketDirectory();
  const socketPath = join(host, SOCKET_NAME);
  let isClosing = false;
  let worker: Worker;
  try {
    worker = await startWorker(dataDir, socketPath);
  } catch (error) {
    await rm(host, { recursive: true, force: true });
    throw error;
  }

  /** Stopped by a fault or by its watch, the worker has lost nothing that was committed: begin anew. */
  const restart = async (delay: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, delay).unref());
    if (isClosing) return;
    try {
      await rm(socketPath, { force: true });
      worker = await startWorker(dataDir, socketPath);
      if (isClosing) await worker.terminate();
      else watch();
      logger.warn('the embedded database is back');
    } catch (error) {
      logger.error({ error }, 'the embedded database did not start again');
      await restart(Math.min(delay * 2, SLOWEST_RESTART_MS));
    }
  };
  const watch = (): void => {
    const watched = worker;
    let silent = 0;
    const pings = setInterval(() => {
      silent += 1;
      if (silent > SILENT_PINGS) void watched.terminate();
      else watched.postMessage('ping');
    }, PING_MS);
    pings.unref();
    watched.on('message', () => (silent = 0));
    watched.on('error', (error) => logger.error({ error }, 'the embedded database failed'));
    watched.once('exit', () => {
      clearInterval(pings);
      if (isClosing) return;
      logger.error('the embedded database stopped; it starts again');
      void restart(RESTART_MS);
    });
  };
  watch();

  return {
    host,
    async close() {
      isClosing = true;
      // A close that hangs loses nothing that was committed; the process must still end.
      const isDead = worker.threadId === -1;
      const closed = answer(worker, isDead ? 0 : CLOSE_MS, 'closed').catch(() => undefined);
      worker.postMessage('close');
      await closed;
      await worker.terminate();
      await rm(host, { recursive: true, force: true });
    },
  };
}

async function startWorker(dataDir: string, socketPath: string): Promise<Worker> {
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: { dataDir, socketPath } });
  try {
    await answer(worker, START_MS, 'ready');
    return worker;
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}

/** Waits for one kind of message; rejects on failure, on death and when it takes too long. */
async function answer(worker: Worker, milliseconds: number, kind: 'ready' | 'closed'): Promise<void> {
  const ended = new AbortController();
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the embedded database did not answer in time')), milliseconds);
      const hear = (message: unknown): void => {
        // Node's watch mode sends messages of its own through the worker.
        const said = answerSchema.safeParse(message).data;
        if (said === undefined) return;
        if ('failed' in said) reject(new Error(said.failed));
        else if (kind in said) resolve();
      };
      const die = (): void => reject(new Error('the embedded database stopped while it was being opened'));
      worker.on('message', hear).once('error', reject).once('exit', die);
      ended.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        worker.off('message', hear).off('error', reject).off('exit', die);
      });
    });
  } finally {
    ended.abort();
  }
}

/** Short and private: a unix socket's path has a limit, and only this user may connect. */
async function socketDirectory(): Promise<string> {
  const parent = fitsSocket(join(tmpdir(), 'perch-123456', SOCKET_NAME)) ? tmpdir() : '/tmp';
  return await mkdtemp(join(parent, 'perch-'));
}
