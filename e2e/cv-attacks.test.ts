/**
 * Every hostile file through the real upload while somebody chats: each gets an answer in time, the process stays, and
 * the other person waits no longer than usual. The latency is printed, never asserted.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureSchema } from '../server/http/errors.ts';
import { type Doors, openDoors } from '../server/http/testing.ts';

const shared = fileURLToPath(new URL('../../shared/data/', import.meta.url));
const files = existsSync(shared)
  ? globSync(['attacks/pdf/**/*', 'attacks/docx/**/*', 'cv/edge_cases/*'], { cwd: shared }).filter((path) =>
      /\.(?:pdf|docx|txt|md|json|zip)$/iu.test(path),
    )
  : [];
const TWO_AT_ONCE = 2;
const CORPUS_MS = 900_000;
/** A file is answered within this: ten seconds of reading and two of waiting. */
const ANSWERED_MS = 12_000;

describe.skipIf(files.length === 0)('hostile files (skipped without ../shared)', () => {
  let doors: Doors;
  beforeAll(async () => {
    doors = await openDoors({ uploadsPerHour: 10_000 });
  }, 120_000);
  afterAll(async () => await doors.close());

  async function send(path: string): Promise<{ file: string; status: number; words: string }> {
    const form = new FormData();
    form.append('file', new Blob([readFileSync(`${shared}${path}`)]), basename(path));
    const headers = { cookie: doors.cookie, origin: doors.url };
    const signal = AbortSignal.timeout(ANSWERED_MS);
    const answer = await fetch(`${doors.url}/cv`, { method: 'POST', body: form, headers, signal });
    const body: unknown = await answer.json();
    const failure = failureSchema.safeParse(body);
    if (answer.status === 201 && typeof body === 'object' && body !== null && 'id' in body)
      await doors.call('DELETE', `/cv/${String(body.id)}`);
    return { file: path, status: answer.status, words: failure.data?.error.message ?? '' };
  }

  it(
    'are answered each, while the other person’s questions are',
    async () => {
      const answers: Awaited<ReturnType<typeof send>>[] = [];
      const queue = [...files];
      const uploads = Array.from({ length: TWO_AT_ONCE }, async () => {
        for (let path = queue.pop(); path !== undefined; path = queue.pop()) answers.push(await send(path));
      });
      const waits: number[] = [];
      const over = new AbortController();
      const other = (async () => {
        while (!over.signal.aborted) {
          const started = performance.now();
          expect((await doors.call('GET', '/jobs/filters')).status).toBe(200);
          waits.push(performance.now() - started);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      })();
      try {
        await Promise.all(uploads);
      } finally {
        over.abort();
        await other;
      }
      waits.sort((a, b) => a - b);
      const at = (share: number): number => Math.round(waits[Math.floor(waits.length * share)] ?? 0);
      const read = answers.filter(({ status }) => status === 201).length;
      process.stdout.write(
        `${answers.length} files: ${read} read, ${answers.length - read} refused · the other waited ${at(0.5)} ms, 99 of 100 ${at(0.99)} ms (250), ${waits.length} questions\n`,
      );
      expect(answers.filter(({ status }) => status !== 201 && status !== 400 && status !== 413)).toEqual([]);
      expect(answers.filter(({ status, words }) => status !== 201 && words === '')).toEqual([]);
      expect(answers).toHaveLength(files.length);
    },
    CORPUS_MS,
  );
});
