/** The door for `ask` and `import` beside a running server: only for whoever can read the lock file's token. */
import { once } from 'node:events';
import { type Response, Router } from 'express';
import { z } from 'zod';
import { said } from '../kernel/clean-text.ts';
import { PerchError, toLocalized } from '../kernel/errors.ts';
import type { Logger } from '../kernel/logger.ts';
import { parseOrRefuse } from './errors.ts';
import type { Guard } from './guard.ts';
import { jsonBody } from './json-body.ts';

export const askInput = z.strictObject({
  conversation: z.string().min(1).max(200),
  say: said,
  fresh: z.boolean().optional(),
});
export type AskInput = z.output<typeof askInput>;

export interface Headless {
  /** Runs one turn of a named conversation and gives the line that `ask --json` prints. */
  ask(input: AskInput): Promise<unknown>;
  /**
   * Imports what the stream brings; yields `{posting}` for each with `countries`, `{refused}` for each refusal, and
   * last `{report}`.
   */
  importStream(
    stream: NodeJS.ReadableStream,
    options: { name: string; countries: string[] | null; signal: AbortSignal },
  ): AsyncIterable<unknown>;
}

export const countryList = z
  .string()
  .max(2000)
  .transform((list) =>
    list
      .toUpperCase()
      .split(',')
      .map((code) => code.trim()),
  )
  .pipe(z.array(z.string().regex(/^[A-Z]{2}$/u, 'is no two-letter country code')).max(300));

const importQuery = z.strictObject({ name: z.string().max(500).default('file'), countries: countryList.optional() });

/** So often the line shows that it lives; whoever waits gives up after minutes of silence. */
const SIGN_OF_LIFE_MS = 15_000;

export function headlessRoutes(options: { guard: Guard; headless: Headless; logger: Logger }): Router {
  const { guard, headless, logger } = options;
  const router = Router();
  router.use('/api/headless', (request, response, next) => {
    if (!guard.hasToken(request)) {
      throw new PerchError('unauthorized', {
        en: 'This door needs the token of the data directory’s lock file.',
        de: 'Diese Tür braucht das Token aus der Sperrdatei des Datenverzeichnisses.',
        uk: 'Для цього входу потрібен токен із файла блокування каталогу даних.',
      });
    }
    response.setHeader('cache-control', 'no-store');
    next();
  });
  router.post('/api/headless/ask', jsonBody(), async (request, response) => {
    response.json(await headless.ask(parseOrRefuse(askInput, request.body)));
  });
  router.post('/api/headless/import', async (request, response) => {
    const { name, countries = null } = parseOrRefuse(importQuery, request.query);
    const abort = new AbortController();
    response.on('close', () => abort.abort());
    response.setHeader('content-type', 'application/x-ndjson; charset=utf-8');
    response.flushHeaders();
    const alive = setInterval(() => response.write('\n'), SIGN_OF_LIFE_MS);
    try {
      const lines = headless.importStream(request, { name, countries, signal: abort.signal });
      for await (const line of lines) await write(response, line, abort.signal);
    } catch (error) {
      if (abort.signal.aborted) return;
      // The answer has begun, so that its status cannot tell any more.
      if (!(error instanceof PerchError)) logger.error({ error }, 'an import failed');
      await write(response, { failed: toLocalized(error).en }, abort.signal);
    } finally {
      clearInterval(alive);
    }
    response.end();
  });
  return router;
}

/** Writes a line and waits while the reader is behind. */
async function write(response: Response, line: unknown, signal: AbortSignal): Promise<void> {
  if (!response.write(`${JSON.stringify(line)}\n`)) await once(response, 'drain', { signal });
}
