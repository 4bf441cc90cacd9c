/**
 * Runs the development dialogues through the built-in understanding and writes predictions for the scorer:
 * `node evals/understanding.ts [predictions.jsonl]`, then `node ../shared/bin/score-understanding.mjs …`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { understand } from '../server/language/understand.ts';
import { changeFilter } from '../server/matching/change-filter.ts';
import { type Filter, filterChangeSchema } from '../server/matching/filter.ts';

const dialogues = new URL('../../shared/data/understanding/dev-sample.jsonl', import.meta.url);
const output = process.argv[2] ?? 'data/understanding-predictions.jsonl';
const dialogueSchema = z.object({ id: z.string(), turns: z.array(z.object({ say: z.string() })) });

/** The filter after each turn, and what was called, as the scorer reads it. */
function predict(line: string): string[] {
  const { id, turns } = dialogueSchema.parse(JSON.parse(line));
  let filter: Filter = {};
  const past: Filter[] = [];
  return turns.map(({ say }, turn) => {
    const meaning = understand(say, { filter, today: '2026-01-15', onScreen: [] });
    for (const call of meaning.calls) {
      const before = filter;
      if (call.name === 'undo') filter = past.pop() ?? filter;
      else if (call.name === 'clear_filters') filter = {};
      else if (call.name === 'set_filter') filter = changeFilter(filter, filterChangeSchema.parse(call.input));
      if (call.name !== 'undo' && before !== filter) past.push(before);
    }
    const tools = meaning.calls.map((call) => ({ name: call.name, args: call.input }));
    return JSON.stringify({ id, turn, filter, tools });
  });
}

if (existsSync(dialogues)) {
  const lines = readFileSync(dialogues, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(output, `${lines.flatMap(predict).join('\n')}\n`);
  process.stdout.write(`${lines.length} dialogues, predictions in ${output}\n`);
} else {
  process.stdout.write('Skipped: the development dialogues are not here.\n');
}
