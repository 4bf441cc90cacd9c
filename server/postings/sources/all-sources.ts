/** The live boards that `fetch_jobs` asks. A new one is one line here. */
import { arbeitnow } from './arbeitnow.ts';
import type { Source } from './source.ts';

export const allSources: readonly Source[] = [arbeitnow];
