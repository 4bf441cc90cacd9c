/** Liveness, readiness and a few figures; nothing personal, so no session is needed. */
import { Router } from 'express';
import { z } from 'zod';
import type { Store } from '../store/store.ts';

const READY_MS = 2000;

export function healthRoutes(options: { store: Store; version: string }): Router {
  const { store, version } = options;
  const answers = async (): Promise<boolean> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), READY_MS);
    });
    const ask = store.asSystem(
      'health',
      async (unit) => (await unit.one(z.object({ one: z.number() }), 'select 1 as one')) !== null,
    );
    try {
      return await Promise.race([ask.catch(() => false), late]);
    } finally {
      clearTimeout(timer);
    }
  };

  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok', name: 'perch', version });
  });
  router.get('/readyz', async (_request, response) => {
    const isReady = await answers();
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready' });
  });
  router.get('/health', async (_request, response) => {
    const isReady = await answers();
    response.status(isReady ? 200 : 503).json({
      status: isReady ? 'ok' : 'store does not answer',
      name: 'perch',
      version,
      store: store.engine,
    });
  });
  return router;
}
