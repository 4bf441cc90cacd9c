/** openapi.json, made from the table of routes and the registry; nothing is written twice. */
import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { Registry } from '../../tools/registry.ts';
import { outcomeSchema } from '../conversations/message.ts';
import { matchSchema } from '../matching/match.ts';
import { matchesQuery, type Route } from './routes.ts';

const answer = z.object({ conversation: z.uuid(), outcome: outcomeSchema, data: z.unknown() });
const failure = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
const conversation = z.object({ conversation: z.uuid().optional() });

const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });
const failures = {
  400: { description: 'The input is wrong', ...json(failure) },
  403: { description: 'Not allowed', ...json(failure) },
};

export function createOpenApi(options: {
  routes: readonly Route[];
  registry: Registry;
  version: string;
}): ReturnType<typeof createDocument> {
  const { routes, registry, version } = options;
  const paths: ZodOpenApiPathsObject = {
    '/jobs/matches': {
      get: {
        summary: 'The matches of the current filter, page by page',
        requestParams: { query: matchesQuery },
        responses: {
          200: {
            description: 'A page of matches',
            ...json(
              z.object({
                conversation: z.uuid(),
                revision: z.number(),
                total: z.number(),
                unclear: z.number(),
                hidden: z.number(),
                hasMore: z.boolean(),
                matches: z.array(matchSchema),
              }),
            ),
          },
          ...failures,
        },
      },
    },
    '/api/exports/{id}': {
      get: {
        summary: 'The file of an export',
        requestParams: { path: z.object({ id: z.uuid() }) },
        responses: { 200: { description: 'CSV or JSON' }, 404: { description: 'No such export', ...json(failure) } },
      },
    },
    '/healthz': { get: { summary: 'Is the process alive?', responses: { 200: { description: 'Yes' } } } },
    '/readyz': {
      get: {
        summary: 'Does the store answer?',
        responses: { 200: { description: 'Yes' }, 503: { description: 'Not yet' } },
      },
    },
    '/health': { get: { summary: 'Version, store and memory', responses: { 200: { description: 'Details' } } } },
  };
  for (const route of routes) {
    const action = registry.find(route.action);
    const operation: ZodOpenApiOperationObject = {
      summary: route.summary,
      requestParams: { query: conversation },
      responses: { 200: { description: 'What it did', ...json(answer) }, ...failures },
    };
    if (route.input === 'body' && action !== undefined) operation.requestBody = json(action.input);
    paths[route.path] = { ...paths[route.path], [route.method]: operation };
  }
  return createDocument({ openapi: '3.1.0', info: { title: 'Perch', version }, paths });
}
