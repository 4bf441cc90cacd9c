/** Liveness, readiness and a few figures; nothing personal, so no session is needed. */
import { memoryUsage, uptime } from 'node:process';
import { Router } from 'express';
import { z } from 'zod';
import type { Store } from '../store/store.ts';

const READY_MS = 2000;
const MEGABYTE = 1024 * 1024;

export const livenessSchema = z.object({ status: z.literal('ok'), name: z.literal('perch'), version: z.string() });
export const readinessSchema = z.object({ status: z.enum(['ready', 'not ready']) });
export const detailsSchema = z.object({
  status: z.enum(['ok', 'store does not answer']),
  name: z.literal('perch'),
  version: z.string(),
  store: z.enum(['embedded', 'native']),
  /** How long the store took to answer, in milliseconds. */
  storeMs: z.number(),
  uptimeSeconds: z.number(),
  memoryMegabytes: z.number(),
});

export function healthRoutes(options: { store: Store; version: string }): Router {
  const { store, version } = options;
  /** Milliseconds the store took to answer, or null. */
  const answers = async (): Promise<number | null> => {
    const began = performance.now();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), READY_MS);
    });
    const ask = store.asSystem(
      'health',
      async (unit) => (await unit.one(z.object({ one: z.number() }), 'select 1 as one')) !== null,
    );
    try {
      return (await Promise.race([ask.catch(() => false), late])) ? performance.now() - began : null;
    } finally {
      clearTimeout(timer);
    }
  };

  const router = Router();
  router.get('/healthz', (_request, response) => {
    const answer: z.output<typeof livenessSchema> = { status: 'ok', name: 'perch', version };
    response.json(answer);
  });
  router.get('/readyz', async (_request, response) => {
    const isReady = (await answers()) !== null;
    const answer: z.output<typeof readinessSchema> = { status: isReady ? 'ready' : 'not ready' };
    response.status(isReady ? 200 : 503).json(answer);
  });
  router.get('/health', async (_request, response) => {
    const took = await answers();
    const answer: z.output<typeof detailsSchema> = {
      status: took === null ? 'store does not answer' : 'ok',
      name: 'perch',
      version,
      store: store.engine,
      storeMs: Math.round(took ?? READY_MS),
      uptimeSeconds: Math.round(uptime()),
      memoryMegabytes: Math.round(memoryUsage.rss() / MEGABYTE),
    };
    response.status(took === null ? 503 : 200).json(answer);
  });
  return router;
}
