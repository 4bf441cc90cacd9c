/** Starts and stops the embedded Postgres in its worker. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';

/** First start creates the cluster, which takes seconds on a slow disk. */
const START_MS = 60_000;
const CLOSE_MS = 8000;

const answer = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ closed: z.literal(true) }),
  z.object({ failed: z.string() }),
]);

export interface Embedded {
  /** Directory of the socket: what the driver takes as `host`. */
  host: string;
  close(): Promise<void>;
}

/** Opens the cluster in `dataDir` (created when missing). Rejects with the worker's own words when it cannot. */
export async function startEmbedded(dataDir: string): Promise<Embedded> {
  // Short and private: a unix socket's path may have 107 bytes, and only this user may connect.
  const host = await mkdtemp(join(tmpdir(), 'perch-'));
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), {
    workerData: { dataDir, socketPath: join(host, '.s.PGSQL.5432') },
  });
  const next = async (milliseconds: number): Promise<z.output<typeof answer>> =>
    await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the embedded database did not answer in time')), milliseconds);
      worker.once('message', (message) => {
        clearTimeout(timer);
        resolve(answer.parse(message));
      });
      worker.once('error', (error) => {
        clearTimeout(timer);
        reject(error);
      });
    });
  const dispose = async (): Promise<void> => {
    await worker.terminate();
    await rm(host, { recursive: true, force: true });
  };

  try {
    const first = await next(START_MS);
    if ('failed' in first) throw new Error(first.failed);
  } catch (error) {
    await dispose();
    throw error;
  }
  return {
    host,
    async close() {
      const closed = next(CLOSE_MS);
      worker.postMessage('close');
      // A close that hangs loses nothing that was committed; the process must still end.
      await closed.catch(() => undefined);
      await dispose();
    },
  };
}
