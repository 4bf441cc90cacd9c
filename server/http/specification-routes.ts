/**
 * The addresses that Perch's specification names, as one table: each is an action of the registry under another name.
 * Fixed words under /jobs/ come before /jobs/:id.
 */

export interface Route {
  method: 'get' | 'post';
  path: string;
  summary: string;
  action: string;
  /** What of the request becomes the action's input. */
  input: 'body' | 'none' | Record<string, unknown>;
}

export const specificationRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/jobs/filters',
    summary: 'The current filter and how many postings pass it',
    action: 'get_filters',
    input: 'none',
  },
  {
    method: 'get',
    path: '/profile/overview',
    summary: 'The CVs, and what was read from the active one',
    action: 'show_profile',
    input: 'none',
  },
  {
    method: 'post',
    path: '/jobs/fetch',
    summary: 'Fetches new postings from the live boards',
    action: 'fetch_jobs',
    input: 'body',
  },
  {
    method: 'post',
    path: '/resume/analyze',
    summary: 'The CV against a posting, a pasted text, or the market of the current search',
    action: 'analyze_cv',
    input: 'body',
  },
  {
    method: 'post',
    path: '/ai/filter',
    summary: 'Has the language model rate the first postings of the list against the CV, best first',
    action: 'rate_jobs',
    input: 'body',
  },
  {
    method: 'post',
    path: '/ai/filter/jobs',
    summary: 'Freelance projects by skill, budget and complexity, best first, from a mean of 7 on',
    action: 'rate_projects',
    input: 'body',
  },
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
