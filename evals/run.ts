/** `npm run eval -- NAME …`: runs the evaluation of that name, all of them without one. Each is a script of its own. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const helpers = new Set(['run', 'figures']);
const names = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -3))
  .filter((name) => !helpers.has(name));
const [first, ...rest] = process.argv.slice(2);
if (first !== undefined && !names.includes(first)) {
  process.stderr.write(`There is no evaluation ${first}. There are: ${names.join(', ')}.\n`);
  process.exit(2);
}

for (const name of first === undefined ? names : [first]) {
  const script = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  const { status } = spawnSync(process.execPath, [script, ...rest], { stdio: 'inherit', timeout: 1_800_000 });
  if (status !== 0) process.exitCode = 1;
}
