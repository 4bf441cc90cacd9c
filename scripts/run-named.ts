/** `npm run eval -- NAME …` and `npm run bench -- NAME …`: each name is a script of its own in one folder. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Runs the script of the first word, all scripts of the folder without one. `helpers` are files that are none. */
export function runNamed(folder: string, what: string, helpers: readonly string[]): void {
  const names = readdirSync(new URL('.', folder))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -3))
    .filter((name) => !helpers.includes(name));
  const [first, ...rest] = process.argv.slice(2);
  if (first !== undefined && !names.includes(first)) {
    process.stderr.write(`There is no ${what} ${first}. There are: ${names.join(', ')}.\n`);
    process.exit(2);
  }
  for (const name of first === undefined ? names : [first]) {
    const script = fileURLToPath(new URL(`${name}.ts`, folder));
    const { status } = spawnSync(process.execPath, [script, ...rest], { stdio: 'inherit', timeout: 3_600_000 });
    if (status !== 0) process.exitCode = 1;
  }
}
