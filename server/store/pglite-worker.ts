/**
 * The embedded Postgres, in a thread of its own so that no query stops the event loop. It speaks the ordinary
 * protocol on a unix socket that only this user can open.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { z } from 'zod';
import { describeFailure, openPglite } from './pglite.ts';

const { dataDir, socketPath } = z.object({ dataDir: z.string(), socketPath: z.string() }).parse(workerData);

try {
  const db = await openPglite(dataDir);
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
  parentPort?.postMessage({ failed: describeFailure(error) });
}
