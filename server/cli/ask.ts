/** `npm run ask`: the same conversation without a browser. */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { askInput, type Headless } from '../http/headless-routes.ts';
import { openDoor } from './door.ts';
import { dataDirOf, readFlags, wronglyCalled } from './flags.ts';
import { complain, print, runCommand } from './run.ts';

const USAGE = `Talk to Perch in the terminal.

  npm run --silent ask -- "remote Python jobs in Germany"    one sentence
  npm run --silent ask                                       a conversation, sentence by sentence
  npm run --silent ask -- --json < turns.jsonl               {"conversation":"a","say":"…"} a line, one line back for each

  --json           JSON lines in and out
  --fresh          begin each conversation anew
  --data-dir DIR   which Perch (default ./data, or PERCH_DATA_DIR)
  -h, --help       this text`;

/** The conversation of sentences typed in the terminal. */
const TERMINAL = 'terminal';
/** Matches printed for a person. */
const LISTED = 10;

const answer = z.object({
  text: z.string(),
  matches: z.object({
    total: z.number(),
    shown: z.array(z.object({ title: z.string(), company: z.string().nullable(), place: z.string(), url: z.string() })),
  }),
});

await runCommand(async () => {
  const { values, positionals } = readFlags(
    process.argv.slice(2),
    { json: { type: 'boolean' }, fresh: { type: 'boolean' } },
    USAGE,
  );
  if (values['help'] === true) {
    await print(USAGE);
    return 0;
  }
  const isJson = values['json'] === true;
  const sentence = positionals.join(' ').trim();
  if (isJson && sentence !== '') throw wronglyCalled('With --json the sentences come on standard input, not as words.');
  const door = await openDoor(dataDirOf(values), { samples: true });
  const fresh = values['fresh'] === true;
  try {
    if (isJson) return await askLines(door.headless, fresh);
    if (sentence !== '') await tell(door.headless, sentence, fresh);
    else await askLoop(door.headless, fresh);
    return 0;
  } finally {
    await door.close();
  }
});

/** Answers each line in order; a bad one is reported by its number and the rest goes on. */
async function askLines(headless: Headless, fresh: boolean): Promise<number> {
  const begun = new Set<string>();
  let number = 0;
  let failures = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    try {
      const input = askInput.parse(JSON.parse(line));
      const isFresh = (fresh || input.fresh === true) && !begun.has(input.conversation);
      begun.add(input.conversation);
      await print(JSON.stringify(await headless.ask({ ...input, fresh: isFresh })));
    } catch (error) {
      failures += 1;
      complain(`line ${number}: ${wordsOf(error)}`);
    }
  }
  return failures === 0 ? 0 : 1;
}

function wordsOf(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error).replaceAll('\n', ' ');
  return error instanceof Error ? error.message : String(error);
}

async function askLoop(headless: Headless, fresh: boolean): Promise<void> {
  // Without a person at the other end a prompt would only be noise.
  const isTyped = process.stdin.isTTY && process.stdout.isTTY;
  const lines = createInterface({
    input: process.stdin,
    ...(isTyped ? { output: process.stdout, prompt: 'you › ' } : {}),
  });
  let isFirst = true;
  if (isTyped) lines.prompt();
  for await (const line of lines) {
    if (line.trim() !== '') {
      // One sentence that fails must not end the conversation.
      await tell(headless, line.trim(), fresh && isFirst).catch((error: unknown) => complain(wordsOf(error)));
      isFirst = false;
    }
    if (isTyped) lines.prompt();
  }
}

async function tell(headless: Headless, say: string, fresh: boolean): Promise<void> {
  const { text: words, matches } = answer.parse(await headless.ask({ conversation: TERMINAL, say, fresh }));
  await print(words);
  for (const [index, match] of matches.shown.slice(0, LISTED).entries()) {
    const where = [match.company, match.place].filter(Boolean).join(', ');
    await print(
      `${String(index + 1).padStart(3)}. ${match.title}${where === '' ? '' : `, ${where}`}\n     ${match.url}`,
    );
  }
  if (matches.total > LISTED) await print(`     … ${matches.total - LISTED} more`);
}
