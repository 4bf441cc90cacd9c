/**
 * The embedded Postgres, in a thread of its own so that no query stops the event loop. It speaks the ordinary
 * protocol on a unix socket that only this user can open.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { z } from 'zod';

const { dataDir, socketPath } = z.object({ dataDir: z.string(), socketPath: z.string() }).parse(workerData);

/** Numbers of WASI, which the file system inside WebAssembly throws without a name. */
const ERRNO: Readonly<Record<number, string>> = { 2: 'EACCES', 51: 'ENOSPC', 63: 'EPERM', 69: 'EROFS' };
const errnoSchema = z.object({ errno: z.number() });

try {
  const db = await PGlite.create({
    dataDir,
    // Small buffers: the host's page cache does the work, and resident memory stays low (reference figures in README).
    postgresqlconf: ['shared_buffers=16MB', 'max_connections=20'],
  });
  const server = new PGLiteSocketServer({ db, path: socketPath, maxConnections: 16 });
  await server.start();
  parentPort?.postMessage({ ready: true });
  parentPort?.on('message', (message) => {
    if (message === 'ping') {
      parentPort?.postMessage({ alive: true });
      return;
    }
    void (async () => {
      await server.stop();
      await db.close();
      parentPort?.postMessage({ closed: true });
    })();
  });
} catch (error) {
  parentPort?.postMessage({ failed: describe(error) });
}

function describe(error: unknown): string {
  const known = errnoSchema.safeParse(error);
  if (known.success) return ERRNO[known.data.errno] ?? `error ${known.data.errno} of the file system`;
  return error instanceof Error ? error.message : String(error);
}
