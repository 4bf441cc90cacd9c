/**
 * Who may import whom, as one table. The README's arrow line, the checker's rules and the structural tests are
 * all made from it, so that they cannot say different things.
 */

/** The layers from left (may import everything right of it) to right. Layers in one list do not import each other. */
export const LAYERS: readonly (readonly string[])[] = [
  ['main'],
  ['cli'],
  ['app'],
  ['http', 'ws', 'mcp'],
  ['agent'],
  ['language'],
  ['tools'],
  ['notifications'],
  ['analytics'],
  ['inbox'],
  ['applications'],
  ['matching'],
  ['cv'],
  ['postings'],
  ['conversations'],
  ['accounts'],
  ['llm'],
  ['taxonomy'],
  ['store'],
  ['kernel'],
];

/** Where each layer's files lie, as a regular expression over paths from the root of the project. */
export function pathOf(layer: string): string {
  if (layer === 'tools') return '^tools/';
  if (layer === 'main') return '^server/main\\.ts$';
  // Whatever else lies at the root of server/ puts the parts together.
  return layer === 'app' ? '^server/(?!main\\.ts$)[a-z-]+\\.ts$' : `^server/${layer}/`;
}

/** Tests, and what only serves them or a person at a terminal: free of the owners' rules below. */
export const TEST_FILES = '\\.test\\.ts$|^(scripts|e2e|evals|bench)/|/testing(\\.ts$|/)|\\.config\\.ts$';

/** A package and the only places whose code may import it. */
export const PACKAGE_OWNERS: readonly { packages: string; owners: string }[] = [
  { packages: 'ai|@ai-sdk', owners: '^(server/(llm|language|agent)|tools)/' },
  { packages: 'ws', owners: '^server/((ws|cli)/|[a-z-]+\\.ts$)' },
  {
    packages: 'express|express-session|connect-pg-simple|helmet',
    owners: '^server/(http/|[a-z-]+\\.ts$)|-routes\\.ts$',
  },
  { packages: '@mikro-orm|pg|kysely', owners: '^(server/store|migrations)/|-(entity|repository)\\.ts$' },
  { packages: '@electric-sql', owners: '^server/store/' },
  { packages: 'pino|pino-roll', owners: '^server/kernel/logger\\.ts$' },
  { packages: 'yaml', owners: '^server/llm/' },
  { packages: 'html-to-text', owners: '^server/postings/' },
  { packages: 'csv-stringify', owners: '^server/matching/' },
  { packages: 'csv-parse', owners: '^server/postings/' },
  { packages: 'zod-openapi|prom-client', owners: '^server/http/' },
  { packages: 'lit|marked', owners: '^client/' },
  { packages: 'vite', owners: '^server/[a-z-]+\\.ts$' },
];
