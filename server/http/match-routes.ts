/** GET /jobs/matches: the list of a conversation, page by page. */
import { Router } from 'express';
import { z } from 'zod';
import type { ActionServices } from '../../tools/action.ts';
import { matchSchema } from '../matching/match.ts';
import { contextOf, conversationQuery } from './caller.ts';
import { parseOrRefuse } from './errors.ts';

export const matchesQuery = conversationQuery.extend({
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const matchesAnswer = z.object({
  conversation: z.uuid(),
  revision: z.number(),
  total: z.number(),
  unclear: z.number(),
  hidden: z.number(),
  hasMore: z.boolean(),
  matches: z.array(matchSchema),
});

export function matchRoutes(services: ActionServices): Router {
  const router = Router();
  router.get('/jobs/matches', async (request, response) => {
    const { conversation, offset, limit } = parseOrRefuse(matchesQuery, request.query);
    const { userId, conversationId } = await contextOf(request, conversation, services);
    const { filter, revision, showUnclear } = await services.filters.get({ userId, conversationId });
    const { matches, hasMore } = await services.matches.list({ userId, filter, showUnclear, offset, limit });
    const { total, unclear, hidden } = await services.matches.counts({ userId, conversationId });
    const answer: z.output<typeof matchesAnswer> = {
      conversation: conversationId,
      revision,
      total,
      unclear,
      hidden,
      hasMore,
      matches,
    };
    response.json(answer);
  });
  return router;
}
