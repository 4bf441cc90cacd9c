/**
 * All addresses as one table, from which the router and openapi.json are made. The specification's own addresses
 * are actions under another name: a row each.
 */
import { z } from 'zod';
import type { Registry } from '../../tools/registry.ts';

export interface Route {
  method: 'get' | 'post';
  path: string;
  summary: string;
  action: string;
  /** What of the request becomes the action's input. */
  input: 'body' | 'none' | Record<string, unknown>;
}

/** The specification's addresses that exist so far. */
export const specificationRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/jobs/filters',
    summary: 'The current filter and how many postings pass it',
    action: 'get_filters',
    input: 'none',
  },
  {
    method: 'post',
    path: '/jobs/fetch',
    summary: 'Fetches new postings from the live boards',
    action: 'fetch_jobs',
    input: 'body',
  },
  { method: 'post', path: '/ai/filter', summary: 'Changes the filter', action: 'set_filter', input: 'body' },
  {
    method: 'get',
    path: '/jobs/export/json',
    summary: 'Makes a JSON export and redirects to it',
    action: 'export',
    input: { format: 'json' },
  },
  {
    method: 'get',
    path: '/jobs/export/csv',
    summary: 'Makes a CSV export and redirects to it',
    action: 'export',
    input: { format: 'csv' },
  },
];

/** Every action of the registry at its own address. */
export function actionRoutes(registry: Registry): Route[] {
  return registry.actions.map((action) => ({
    method: 'post',
    path: `/api/actions/${action.name}`,
    summary: action.description,
    action: action.name,
    input: 'body',
  }));
}

/** How many matches a page of GET /jobs/matches has. */
export const matchesQuery = z.object({
  conversation: z.uuid().optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
