/** Actions over HTTP: each at its own address, and under the names of the specification. The registry decides all. */
import { Router } from 'express';
import { z } from 'zod';
import type { ActionServices } from '../../tools/action.ts';
import type { Registry } from '../../tools/registry.ts';
import { outcomeSchema } from '../conversations/message.ts';
import { contextOf, conversationQuery } from './caller.ts';
import { parseOrRefuse } from './errors.ts';
import type { Route } from './specification-routes.ts';

/** What an action answers over HTTP. */
export const actionAnswer = z.object({ conversation: z.uuid(), outcome: outcomeSchema, data: z.unknown() });

/** Every action of the registry at POST /api/actions/NAME. */
export function actionTable(registry: Registry): Route[] {
  return registry.actions.map((action) => ({
    method: 'post',
    path: `/api/actions/${action.name}`,
    summary: action.description,
    action: action.name,
    input: 'body',
  }));
}

export function actionRoutes(options: {
  routes: readonly Route[];
  registry: Registry;
  services: ActionServices;
}): Router {
  const { registry, services } = options;
  const router = Router();
  for (const route of options.routes) {
    router[route.method](route.path, async (request, response) => {
      const body: unknown = request.body ?? {};
      const input = route.input === 'body' ? body : route.input === 'none' ? {} : route.input;
      const { conversation } = parseOrRefuse(conversationQuery, request.query);
      const context = await contextOf(request, conversation, services);
      const result = await registry.run(route.action, input, context);
      if (result.outcome.view?.kind === 'export' && route.method === 'get') {
        response.redirect(303, result.outcome.view.url);
        return;
      }
      response.json({ conversation: context.conversationId, outcome: result.outcome, data: result.data });
    });
  }
  return router;
}
