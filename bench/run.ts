/** `npm run bench -- NAME …`: runs the benchmark of that name, all of them without one. */
import { runNamed } from '../scripts/run-named.ts';

runNamed(import.meta.url, 'benchmark', ['run', 'timing']);
