/** `npm run bench -- NAME …`: runs the benchmarks of those names, all of them without one. */
import { readdirSync } from 'node:fs';

const helpers = new Set(['run', 'timing']);
const names = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -3))
  .filter((name) => !helpers.has(name));
const [first, ...rest] = process.argv.slice(2);
const wanted = first === undefined ? names : [first];

for (const name of wanted) {
  if (!names.includes(name)) {
    process.stderr.write(`There is no benchmark ${name}. There are: ${names.join(', ')}.\n`);
    process.exit(2);
  }
  const { run }: { run(values: string[]): Promise<void> } = await import(`./${name}.ts`);
  await run(rest);
}
