/** Plays dialogues through the built-in understanding: the filter and the calls after each turn, and how long it took. */
import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import type { OnScreen } from '../../server/language/meaning.ts';
import { understand } from '../../server/language/understand.ts';
import { changeFilter } from '../../server/matching/change-filter.ts';
import { type Filter, filterChangeSchema, filterSchema } from '../../server/matching/filter.ts';

const toolSchema = z.union([z.string(), z.object({ name: z.string(), args: z.record(z.string(), z.unknown()) })]);
const turnSchema = z.object({
  say: z.string(),
  filter: filterSchema.optional(),
  accept: z.array(filterSchema).optional(),
  tools: z.array(toolSchema),
  acceptTools: z.array(z.array(toolSchema)).optional(),
  answer: z.literal('number').optional(),
});
const dialogueSchema = z.object({
  id: z.string(),
  lang: z.string(),
  tags: z.array(z.string()),
  turns: z.array(turnSchema),
});
export type Dialogue = z.infer<typeof dialogueSchema>;

export interface Prediction {
  id: string;
  turn: number;
  filter: Filter;
  tools: { name: string; args: Record<string, unknown> }[];
  milliseconds: number;
  complete: boolean;
}

/** What a person has on screen while the dialogues run; no dialogue names these rows. */
const onScreen: OnScreen[] = Array.from({ length: 20 }, (_, index) => ({
  n: index + 1,
  id: `row-${index + 1}`,
  title: `Posting ${index + 1}`,
  company: `Employer ${index + 1}`,
}));
/** Calls that undo takes back; reading, counting and exporting are none. */
const UNDOABLE = new Set(['set_filter', 'clear_filters', 'save_job', 'hide_job', 'save_search']);

/** Dialogues from JSON lines. Throws when a line is none. */
export function readDialogues(text: string): Dialogue[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => dialogueSchema.parse(JSON.parse(line)));
}

/** The posting that a turn opened or explained, which the next may call "it". */
function jobSpokenOf(calls: readonly { name: string; input: Record<string, unknown> }[]): string | undefined {
  const call = calls.find(({ name }) => name === 'show_job' || name === 'explain_match');
  return onScreen.find(({ n }) => n === call?.input['job'])?.id;
}

/** A posting by its place, as the dialogues name it. */
function byPlace(input: Record<string, unknown>): Record<string, unknown> {
  const row = onScreen.find(({ id }) => id === input['job']);
  return row === undefined ? input : { ...input, job: row.n };
}

/** One prediction a turn, from the empty filter on. */
export function predict({ id, turns }: Pick<Dialogue, 'id' | 'turns'>): Prediction[] {
  let filter: Filter = {};
  let spokenOf: string | undefined;
  const past: Filter[] = [];
  return turns.map(({ say }, turn) => {
    const started = performance.now();
    const meaning = understand(say, { filter, today: '2026-01-15', onScreen, spokenOf });
    const milliseconds = performance.now() - started;
    for (const call of meaning.calls) {
      if (call.name === 'undo') filter = past.pop() ?? filter;
      if (!UNDOABLE.has(call.name)) continue;
      past.push(filter);
      if (call.name === 'clear_filters') filter = {};
      if (call.name === 'set_filter') filter = changeFilter(filter, filterChangeSchema.parse(call.input));
    }
    spokenOf = jobSpokenOf(meaning.calls);
    const tools = meaning.calls.map((call) => ({ name: call.name, args: byPlace(call.input) }));
    return { id, turn, filter, tools, milliseconds, complete: meaning.complete };
  });
}
