/** `npm run eval -- NAME …`: runs the evaluation of that name, all of them without one. */
import { runNamed } from '../scripts/run-named.ts';

runNamed(import.meta.url, 'evaluation', ['run', 'figures']);
