/** GET /filters/locations and /filters/categories: what can be filtered by. Kept by the caller for a minute. */
import { type Response, Router } from 'express';
import { z } from 'zod';
import { LANGUAGES } from '../kernel/text.ts';
import type { FacetService } from '../matching/facet-service.ts';
import { callerOf } from './caller.ts';
import { parseOrRefuse } from './errors.ts';

export const locationsQuery = z.strictObject({ language: z.enum(LANGUAGES).default('en') });
const categoriesQuery = z.strictObject({});

const keepAMinute = (response: Response): unknown => response.setHeader('cache-control', 'private, max-age=60');

export function facetRoutes(facets: FacetService): Router {
  const router = Router();
  router.get('/filters/locations', async (request, response) => {
    const userId = callerOf(request);
    const { language } = parseOrRefuse(locationsQuery, request.query);
    const answer = await facets.locations({ userId, language });
    keepAMinute(response);
    response.json(answer);
  });
  router.get('/filters/categories', async (request, response) => {
    const userId = callerOf(request);
    parseOrRefuse(categoriesQuery, request.query);
    const answer = await facets.categories({ userId });
    keepAMinute(response);
    response.json(answer);
  });
  return router;
}
