/** The express application: guard, headers, session, then routes; no decisions. */
import express, { type Express } from 'express';
import type { ActionServices } from '../../tools/action.ts';
import type { Registry } from '../../tools/registry.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Store } from '../store/store.ts';
import { actionRoutes, actionTable } from './action-routes.ts';
import { conversationRoutes } from './conversation-routes.ts';
import { cvRoutes } from './cv-routes.ts';
import { docsRoutes } from './docs-routes.ts';
import { allowEmbedding, embeddingRoutes } from './embedding-routes.ts';
import { errorHandler, notFound } from './errors.ts';
import { exportRoutes } from './export-routes.ts';
import { facetRoutes } from './facet-routes.ts';
import type { Guard } from './guard.ts';
import { securityHeaders } from './headers.ts';
import { type Headless, headlessRoutes } from './headless-routes.ts';
import { healthRoutes } from './health-routes.ts';
import { jsonBody } from './json-body.ts';
import { matchRoutes } from './match-routes.ts';
import type { Metrics } from './metrics.ts';
import { metricsRoutes } from './metrics-routes.ts';
import { describeApi, openApiRoutes } from './openapi-routes.ts';
import type { Sessions } from './session.ts';
import { specificationRoutes } from './specification-routes.ts';
import { pageFiles } from './static.ts';

export interface HttpDependencies {
  guard: Guard;
  sessions: Sessions;
  isSecure: boolean;
  /** Origins whose pages may have Perch in them. */
  embedOrigins: readonly string[];
  registry: Registry;
  services: ActionServices;
  headless: Headless;
  store: Store;
  logger: Logger;
  /** Folder of the built page. */
  pageDir: string;
  version: string;
  metrics: Metrics;
  metricsToken: string | undefined;
}

export function createRouter(dependencies: HttpDependencies): Express {
  const { guard, sessions, registry, services, store, logger, version } = dependencies;
  const routes = [...actionTable(registry), ...specificationRoutes];

  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(dependencies.metrics.middleware);
  app.use(securityHeaders(dependencies.isSecure));
  app.use(guard.middleware);
  app.use(allowEmbedding(dependencies.embedOrigins));
  app.use(healthRoutes({ store, version }));
  app.use(metricsRoutes({ metrics: dependencies.metrics, token: dependencies.metricsToken }));
  app.use(headlessRoutes({ guard, headless: dependencies.headless, logger }));
  app.use(embeddingRoutes({ withSession: sessions.middleware, pageDir: dependencies.pageDir }));
  app.use(pageFiles(dependencies.pageDir, sessions.middleware));

  app.use(guard.ownSite);
  app.use((_request, response, next) => {
    response.setHeader('cache-control', 'no-store');
    next();
  });
  app.use(sessions.middleware);
  // Before the JSON parser: a file comes as a form.
  app.use(cvRoutes(services.cvs));
  app.use(jsonBody());
  const description = describeApi({ routes, registry, version });
  app.use(openApiRoutes(description));
  app.use(docsRoutes(description));
  app.use(exportRoutes(services.exports));
  app.use(matchRoutes(services));
  app.use(facetRoutes(services.facets));
  app.use(conversationRoutes(services.conversations));
  app.use(actionRoutes({ routes, registry, services }));

  app.use(notFound);
  app.use(errorHandler(logger));
  return app;
}
