/** The door for `ask` and `import` beside a running server: only for whoever can read the lock file's token. */
import { once } from 'node:events';
import express, { Router } from 'express';
import { z } from 'zod';
import { PerchError } from '../kernel/errors.ts';
import type { Guard } from './guard.ts';

export const askInput = z.strictObject({
  conversation: z.string().min(1).max(200),
  say: z.string().min(1).max(20_000),
  fresh: z.boolean().optional(),
});
export type AskInput = z.output<typeof askInput>;

export interface Headless {
  /** Runs one turn of a named conversation and gives the line that `ask --json` prints. */
  ask(input: AskInput): Promise<unknown>;
  /** Imports what the stream brings; yields a line per posting and, last, the report. */
  importStream(
    stream: NodeJS.ReadableStream,
    options: { name: string; countries: string[] | null; signal: AbortSignal },
  ): AsyncIterable<unknown>;
}

const importQuery = z.object({ name: z.string().max(500).default('file'), countries: z.string().max(2000).optional() });

export function headlessRoutes(options: { guard: Guard; headless: Headless }): Router {
  const { guard, headless } = options;
  const router = Router();
  router.use('/api/headless', (request, _response, next) => {
    if (!guard.hasToken(request)) {
      throw new PerchError('unauthorized', {
        en: 'This door needs the token of the data directory’s lock file.',
        de: 'Diese Tür braucht das Token aus der Sperrdatei des Datenverzeichnisses.',
        uk: 'Для цього входу потрібен токен із файла блокування каталогу даних.',
      });
    }
    next();
  });
  router.post('/api/headless/ask', express.json({ limit: '256kb' }), async (request, response) => {
    const input = askInput.safeParse(request.body);
    if (!input.success) {
      const what = z.prettifyError(input.error);
      throw new PerchError('invalid', { en: what, de: what, uk: what });
    }
    response.json(await headless.ask(input.data));
  });
  router.post('/api/headless/import', async (request, response) => {
    const { name, countries } = importQuery.parse(request.query);
    const abort = new AbortController();
    response.on('close', () => abort.abort());
    response.setHeader('content-type', 'application/x-ndjson');
    const lines = headless.importStream(request, {
      name,
      countries: countries?.split(',') ?? null,
      signal: abort.signal,
    });
    for await (const line of lines) {
      if (!response.write(`${JSON.stringify(line)}\n`)) await once(response, 'drain', { signal: abort.signal });
    }
    response.end();
  });
  return router;
}
