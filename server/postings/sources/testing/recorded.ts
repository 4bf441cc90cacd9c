/** Responses that others recorded, beside the project in ../shared; tests skip what is not there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { z } from 'zod';

const folder = new URL('../../../../../shared/data/', import.meta.url);
export const hasRecordings: boolean = existsSync(new URL('sources/', folder));

const cassette = z.object({
  interactions: z.array(z.object({ request: z.object({ url: z.string() }), response: z.object({ body: z.string() }) })),
});
/** Ruby's tapes have bodies as Base64. */
const binary = {
  tag: '!binary',
  resolve: (words: string): string => Buffer.from(words, 'base64').toString('utf8'),
};
const oldCassette = z.object({
  http_interactions: z.array(
    z.object({
      request: z.object({ uri: z.string() }),
      response: z.object({ status: z.object({ code: z.number() }), body: z.object({ string: z.string() }) }),
    }),
  ),
});

export type Recording = { file: string; answers: string[] };

/** The recordings of a board whose file names match; a tape of several exchanges gives several. */
export function recordings(board: string, pattern: RegExp): Recording[] {
  const own = new URL(`sources/${board}/`, folder);
  if (!existsSync(own)) return [];
  return readdirSync(own)
    .filter((file) => pattern.test(file))
    .toSorted()
    .flatMap((file) => bodies(readFileSync(new URL(file, own), 'utf8'), file));
}

function bodies(text: string, file: string): Recording[] {
  if (!/\.ya?ml$/u.test(file)) return [{ file, answers: [text] }];
  const tape: unknown = parse(text, { customTags: [binary] });
  const found = cassette.safeParse(tape);
  const all = found.success
    ? found.data.interactions.map(({ response }) => response.body)
    : oldCassette
        .parse(tape)
        .http_interactions.filter(({ response }) => response.status.code === 200)
        .map(({ response }) => response.body.string);
  return all.map((body, index) => ({ file: `${file} ${index + 1}`, answers: [body] }));
}

/** Lists, each followed by a recorded page of its first posting. */
export function withDetail(lists: readonly Recording[], path: string): Recording[] {
  return lists.map(({ file, answers }) => ({
    file,
    answers: [...answers, readFileSync(new URL(`sources/${path}`, folder), 'utf8')],
  }));
}

const line = z.object({ _board: z.string() });

/** The corpus of Ashby postings, one board response per employer. */
export function ashbyCorpus(): { board: string; answer: string }[] {
  const path = new URL('postings/ashby.jsonl.gz', folder);
  if (!existsSync(path)) return [];
  const boards = new Map<string, unknown[]>();
  for (const text of gunzipSync(readFileSync(path)).toString('utf8').split('\n')) {
    if (text === '') continue;
    const job: unknown = JSON.parse(text);
    const { _board: board } = line.parse(job);
    boards.set(board, [...(boards.get(board) ?? []), job]);
  }
  return [...boards].map(([board, jobs]) => ({ board, answer: JSON.stringify({ jobs, apiVersion: '1' }) }));
}
