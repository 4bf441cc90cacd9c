/** openapi.json, made from the table of routes, the registry and the schemas that check the input; nothing twice. */
import { Router } from 'express';
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { Registry } from '../../tools/registry.ts';
import { actionAnswer } from './action-routes.ts';
import { conversationQuery } from './caller.ts';
import { markdownQuery } from './conversation-routes.ts';
import { cvsSchema, cvViewSchema } from '../cv/cv.ts';
import { cvPath, pastedCv } from './cv-routes.ts';
import { failureSchema } from './errors.ts';
import { locationsQuery } from './facet-routes.ts';
import { detailsSchema, livenessSchema, readinessSchema } from './health-routes.ts';
import { categoriesSchema, locationsSchema } from '../matching/facet-service.ts';
import { matchesAnswer, matchesQuery } from './match-routes.ts';
import type { Route } from './specification-routes.ts';

const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });
const says = (description: string, schema: z.ZodType) => ({ description, ...json(schema) });

const failures = {
  400: says('The input is wrong', failureSchema),
  401: says('Not signed in', failureSchema),
  403: says('Not allowed', failureSchema),
  404: says('There is none', failureSchema),
  421: says('Perch does not answer under this name', failureSchema),
};

const addCv: ZodOpenApiOperationObject = {
  summary: 'Reads a CV, as a file or as text, and makes it the active one',
  requestBody: {
    content: {
      'multipart/form-data': { schema: z.object({ file: z.string().meta({ format: 'binary' }) }) },
      'application/json': { schema: pastedCv },
    },
  },
  responses: {
    201: says('What was read from it', cvViewSchema),
    ...failures,
    413: says('Larger than 10 MB', failureSchema),
    429: says('Too many files, or too many at this moment', failureSchema),
  },
};

const fixedPaths: ZodOpenApiPathsObject = {
  '/jobs/matches': {
    get: {
      summary: 'The matches of the current filter, page by page',
      requestParams: { query: matchesQuery },
      responses: { 200: says('A page of matches', matchesAnswer), ...failures },
    },
  },
  '/filters/locations': {
    get: {
      summary: 'Countries and cities of the postings, with how many there are; kept for a minute',
      requestParams: { query: locationsQuery },
      responses: { 200: says('The places', locationsSchema), ...failures },
    },
  },
  '/filters/categories': {
    get: {
      summary: 'Departments and catalogues of the sources, with how many postings there are; kept for a minute',
      responses: { 200: says('The categories', categoriesSchema), ...failures },
    },
  },
  '/cv': { post: addCv },
  '/cv/upload': { post: addCv },
  '/cv/{id}': {
    delete: {
      summary: 'Erases a CV for good',
      requestParams: { path: cvPath },
      responses: { 200: says('The CVs that remain', cvsSchema), ...failures },
    },
  },
  '/api/conversations/{id}/markdown': {
    get: {
      summary: 'A conversation as a Markdown file',
      requestParams: { path: z.object({ id: z.uuid() }), query: markdownQuery },
      responses: {
        200: { description: 'The file, as an attachment', content: { 'text/markdown': { schema: z.string() } } },
        ...failures,
      },
    },
  },
  '/api/exports/{id}': {
    get: {
      summary: 'The file of an export',
      requestParams: { path: z.object({ id: z.uuid() }) },
      responses: {
        200: {
          description: 'The file, as an attachment',
          content: { 'text/csv': { schema: z.string() }, 'application/json': { schema: z.unknown() } },
        },
        ...failures,
      },
    },
  },
  '/api/openapi.json': { get: { summary: 'This document', responses: { 200: says('OpenAPI 3.1', z.unknown()) } } },
  '/api/docs': {
    get: {
      summary: 'The same as a page',
      responses: { 200: { description: 'The page', content: { 'text/html': { schema: z.string() } } } },
    },
  },
  '/api/session': {
    post: {
      summary: 'Begins a session, for pages of PERCH_EMBED_ORIGINS that come without Perch’s own page',
      responses: { 204: { description: 'The cookie is set' }, 403: failures[403], 421: failures[421] },
    },
  },
  '/embed.js': {
    get: {
      summary: 'The script that brings <perch-app> to another page',
      responses: { 200: { description: 'A module', content: { 'text/javascript': { schema: z.string() } } } },
    },
  },
  '/metrics': {
    get: {
      summary: 'Figures for Prometheus: for programs of this machine, or with PERCH_METRICS_TOKEN',
      responses: {
        200: { description: 'The figures', content: { 'text/plain': { schema: z.string() } } },
        403: failures[403],
      },
    },
  },
  '/healthz': {
    get: { summary: 'Is the process alive?', responses: { 200: says('Yes', livenessSchema) } },
  },
  '/readyz': {
    get: {
      summary: 'Does the store answer?',
      responses: { 200: says('Yes', readinessSchema), 503: says('Not yet', readinessSchema) },
    },
  },
  '/health': {
    get: {
      summary: 'Version, store, uptime and memory',
      responses: { 200: says('All is well', detailsSchema), 503: says('The store does not answer', detailsSchema) },
    },
  },
};

/** The document about all routes. */
export function describeApi(options: { routes: readonly Route[]; registry: Registry; version: string }): object {
  const { routes, registry, version } = options;
  const paths: ZodOpenApiPathsObject = { ...fixedPaths };
  for (const route of routes) {
    const action = registry.find(route.action);
    const isExport = route.action === 'export' && route.method === 'get';
    const operation: ZodOpenApiOperationObject = {
      operationId: `${route.method} ${route.path}`.replaceAll(/[^a-z]+/gu, '_'),
      summary: route.summary,
      requestParams: { query: conversationQuery },
      responses: {
        ...(isExport ? { 303: { description: 'To the file' } } : { 200: says('What it did', actionAnswer) }),
        ...failures,
      },
    };
    if (route.input === 'body' && action !== undefined) operation.requestBody = json(action.input);
    paths[route.path] = { ...paths[route.path], [route.method]: operation };
  }
  return createDocument({ openapi: '3.1.0', info: { title: 'Perch', version }, paths });
}

/** GET /api/openapi.json. */
export function openApiRoutes(document: object): Router {
  const router = Router();
  router.get('/api/openapi.json', (_request, response) => {
    response.json(document);
  });
  return router;
}
