/** The express application: guard, headers, session, then routes; no decisions. */
import express, { type Express } from 'express';
import { contextOf, callerOf } from './caller.ts';
import { errorHandler, notFound } from './errors.ts';
import type { Guard } from './guard.ts';
import { securityHeaders } from './headers.ts';
import { headlessRoutes, type Headless } from './headless-routes.ts';
import { healthRoutes } from './health-routes.ts';
import { createOpenApi } from './openapi.ts';
import { actionRoutes, matchesQuery, type Route, specificationRoutes } from './routes.ts';
import type { Sessions } from './session.ts';
import { pageFiles } from './static.ts';
import type { Registry } from '../../tools/registry.ts';
import type { ActionServices } from '../../tools/action.ts';
import { PerchError } from '../kernel/errors.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Store } from '../store/store.ts';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

export interface HttpDependencies {
  guard: Guard;
  sessions: Sessions;
  isSecure: boolean;
  registry: Registry;
  services: ActionServices;
  headless: Headless;
  store: Store;
  logger: Logger;
  /** Folder of the built page. */
  pageDir: string;
  version: string;
}

const BODY_LIMIT = '256kb';

export function createRouter(dependencies: HttpDependencies): Express {
  const { guard, sessions, registry, services, logger } = dependencies;
  const routes: Route[] = [...actionRoutes(registry), ...specificationRoutes];
  const openApi = createOpenApi({ routes, registry, version: dependencies.version });

  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(securityHeaders(dependencies.isSecure));
  app.use(guard.middleware);
  app.use(healthRoutes(dependencies));
  app.use(headlessRoutes({ guard, headless: dependencies.headless }));
  app.use(pageFiles(dependencies.pageDir, sessions.middleware));

  app.use(sessions.middleware);
  app.use((_request, response, next) => {
    response.setHeader('cache-control', 'no-store');
    next();
  });
  app.use(express.json({ limit: BODY_LIMIT }));

  app.get('/api/openapi.json', (_request, response) => {
    response.json(openApi);
  });

  app.get('/api/exports/:id', async (request, response) => {
    const exportId = z.uuid().safeParse(request.params.id);
    if (!exportId.success) throw noExport();
    const file = await services.exports.stream({ userId: callerOf(request), exportId: exportId.data });
    response.setHeader('content-type', file.contentType);
    response.setHeader('content-disposition', `attachment; filename="${file.filename}"`);
    await pipeline(Readable.from(file.chunks), response);
  });

  app.get('/jobs/matches', async (request, response) => {
    const query = matchesQuery.safeParse(request.query);
    if (!query.success) {
      const what = z.prettifyError(query.error);
      throw new PerchError('invalid', { en: what, de: what, uk: what });
    }
    const { userId, conversationId, revision } = await contextOf(request, services);
    const { filter } = await services.filters.get({ userId, conversationId });
    const { matches, hasMore } = await services.matches.list({
      userId,
      filter,
      offset: query.data.offset,
      limit: query.data.limit,
    });
    const counts = await services.matches.counts({ userId, conversationId });
    response.json({
      conversation: conversationId,
      revision,
      total: counts.total,
      unclear: counts.unclear,
      hidden: counts.hidden,
      hasMore,
      matches,
    });
  });

  for (const route of routes) {
    app[route.method](route.path, async (request, response) => {
      const input: unknown = route.input === 'body' ? (request.body ?? {}) : route.input === 'none' ? {} : route.input;
      const context = await contextOf(request, services);
      const result = await registry.run(route.action, input, context);
      if (result.outcome.view?.kind === 'export' && route.method === 'get') {
        response.redirect(303, result.outcome.view.url);
        return;
      }
      response.json({ conversation: context.conversationId, outcome: result.outcome, data: result.data });
    });
  }

  app.use(notFound);
  app.use(errorHandler(logger));
  return app;
}

function noExport(): PerchError {
  return new PerchError('not_found', {
    en: 'There is no such export.',
    de: 'Diesen Export gibt es nicht.',
    uk: 'Такого експорту немає.',
  });
}
