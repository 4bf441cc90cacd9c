/**
 * `npm run bench -- taxonomy`: what loading all places, skills and titles costs: milliseconds until the first answer,
 * and megabytes that stay. Bars: 200 ms, 60 MB.
 */
import { digits, writeFigures } from '../evals/figures.ts';
import { findPlaces } from '../server/taxonomy/places.ts';
import { findSkills } from '../server/taxonomy/skills.ts';
import { rolesIn } from '../server/taxonomy/titles.ts';

const MEGABYTE = 2 ** 20;
const before = process.memoryUsage.rss();
const figures: Record<string, number> = {};
let all = 0;
for (const [name, load] of [
  ['places', () => findPlaces('Berlin')],
  ['skills', () => findSkills('Python')],
  ['titles', () => rolesIn('Nurse')],
] as const) {
  const start = performance.now();
  load();
  const milliseconds = performance.now() - start;
  all += milliseconds;
  figures[`${name}Milliseconds`] = digits(milliseconds);
}
figures['milliseconds'] = digits(all);
figures['residentMegabytes'] = digits((process.memoryUsage.rss() - before) / MEGABYTE);
for (const [name, value] of Object.entries(figures)) process.stdout.write(`${name.padEnd(22)} ${value}\n`);
writeFigures('taxonomy', figures);
