/** kill -9 in the middle of an import, twice, then run it again: the store is the one of an import that nobody disturbed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { createLogger } from '../server/kernel/logger.ts';
import { generateSamples } from '../server/postings/sample/sample-board.ts';
import { openStore } from '../server/store/store.ts';
import { root, runCommand } from './perch.ts';

const POSTINGS = 900;
let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perch-kill-ingest-'));
  file = join(folder, 'postings.jsonl');
  // Two boards carry every third posting, so that openings are settled while the process dies.
  const lines = [...generateSamples(POSTINGS, new Date('2026-11-20T00:00:00Z'))].flatMap((posting, at) => {
    const one = { ...posting, source: 'lever', isSample: false };
    const other = { ...one, source: 'jobicy', url: `https://jobicy.example/jobs/${10_000 + at}` };
    return (at % 3 === 0 ? [one, other] : [one]).map((row) => JSON.stringify(row));
  });
  await writeFile(file, lines.join('\n'));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

/** All that is kept, but for times and numbers given in the order of arrival. */
async function contents(dataDir: string): Promise<string[]> {
  const store = await openStore({
    config: { dataDir, databaseUrl: undefined },
    logger: createLogger({ level: 'error' }),
  });
  try {
    const rows = await store.asSystem(
      'sources',
      async (unit) =>
        await unit.all(
          z.object({ words: z.string() }),
          `select (to_jsonb(p) - 'last_seen_at' - 'first_seen_at')::text || (to_jsonb(s) - 'number' - 'changed_in')::text
               || to_jsonb(o)::text as words
             from job_posting p join posting_search s on s.posting_id = p.id join posting_opening o on o.posting_id = p.id
            where not p.is_sample order by p.id`,
        ),
    );
    return rows.map(({ words }) => words);
  } finally {
    await store.close();
  }
}

/** Dies as soon as so many postings were acknowledged. */
async function importAndKill(dataDir: string, acknowledged: number): Promise<number> {
  const child = spawn(process.execPath, ['server/cli/import.ts', '--json', '--data-dir', dataDir, file], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let lines = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    lines += chunk.toString('utf8').split('\n').length - 1;
    if (lines >= acknowledged) child.kill('SIGKILL');
  });
  const late = setTimeout(() => child.kill('SIGKILL'), 120_000);
  await once(child, 'close');
  clearTimeout(late);
  // The lock of a dead process is free when nobody answers at its address.
  await wait(200);
  return lines;
}

it('an import that is killed and run again leaves what one leaves that was not', { timeout: 400_000 }, async () => {
  const [killed, whole] = [join(folder, 'killed'), join(folder, 'whole')];
  for (const acknowledged of [40, 400])
    expect(await importAndKill(killed, acknowledged)).toBeGreaterThanOrEqual(acknowledged);
  const half = await contents(killed);
  expect(half.length).toBeGreaterThan(0);
  expect(half.length).toBeLessThan(POSTINGS);
  for (const dataDirectory of [killed, whole])
    expect(await runCommand('import', [file], { dataDirectory })).toMatchObject({ code: 0 });
  const [again, once_] = [await contents(killed), await contents(whole)];
  expect(again.length).toBe(POSTINGS + POSTINGS / 3);
  expect(again).toEqual(once_);
});
