/**
 * Plays the development dialogues and our own through the built-in understanding and writes predictions for the
 * scorer: `npm run eval -- understanding`, then `node ../shared/bin/score-understanding.mjs …`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { predict, readDialogues } from './understanding/predict.ts';

const own = new URL('understanding/', import.meta.url);
const output = new URL('../data/', import.meta.url);
const sets = [
  { name: 'sample', file: new URL('../../shared/data/understanding/dev-sample.jsonl', import.meta.url) },
  ...readdirSync(own)
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => ({ name: file.replace('.jsonl', ''), file: new URL(file, own) })),
];

mkdirSync(output, { recursive: true });
for (const { name, file } of sets) {
  if (!existsSync(file)) {
    process.stdout.write(`${name}: skipped, the dialogues are not here.\n`);
    continue;
  }
  const predictions = readDialogues(readFileSync(file, 'utf8')).flatMap(predict);
  const target = `understanding-${name}.jsonl`;
  writeFileSync(new URL(target, output), predictions.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const median = predictions.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b)[predictions.length >> 1];
  process.stdout.write(
    `${name}: ${predictions.length} turns, median ${median?.toFixed(1) ?? '–'} ms, predictions in data/${target}\n`,
  );
}
