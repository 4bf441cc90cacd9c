/** Ten pages chat while an import runs: none sees an error, and how long answers took is printed. */
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openPage } from './page.ts';
import { createWitness } from './page-state.ts';
import { type Perch, runCommand, startPerch } from './perch.ts';
import { createVisitor, type Visitor } from './visitor.ts';

/** Two with a window, since a small machine has two cores; the others talk as a page does, without drawing one. */
const WINDOWS = 2;
const VISITORS = 8;
const POSTINGS = 1500;
const SENTENCES = ['remote Python jobs in Germany', 'only the last two weeks', 'newest first', 'clear all filters'];

let browser: Browser;
let perch: Perch;
beforeAll(async () => {
  [browser, perch] = await Promise.all([openBrowser(), startPerch()]);
});
afterAll(async () => {
  await browser.close();
  await perch.stop();
});

/** A board big enough to be read for a while. */
function manyPostings(): string {
  const lines = Array.from({ length: POSTINGS }, (_, n) =>
    JSON.stringify({
      '@type': 'JobPosting',
      title: `Keeper of lamp ${n}`,
      url: `https://lamps.example/jobs/${n}`,
      description:
        `<p>Lamp ${n} stands in Bremen and wants somebody who knows Python and oil. Remote within Germany.</p>`.repeat(
          8,
        ),
      datePosted: '2026-11-01',
      hiringOrganization: { name: `Lamps ${n % 40}` },
    }),
  );
  return lines.join('\n');
}

/** Says every sentence in a conversation of its own; gives how long each answer took, in milliseconds. */
async function talk(visitor: Visitor): Promise<number[]> {
  const socket = await visitor.openSocket();
  socket.send({ type: 'conversation-open', fresh: true });
  const { conversation } = await socket.next('conversation-snapshot', () => true, 0);
  const times: number[] = [];
  for (const text of SENTENCES) {
    const messageId = randomUUID();
    const from = socket.events.length;
    const began = performance.now();
    socket.send({ type: 'message-send', conversationId: conversation.id, messageId, text, revision: 0 });
    const { state } = await socket.next('turn-end', () => true, from);
    expect(state).toBe('ended');
    times.push(performance.now() - began);
  }
  expect(socket.events.filter(({ type }) => type === 'error')).toEqual([]);
  socket.close();
  return times;
}

describe('ten pages at once', () => {
  it('chat while an import runs, and believe what the store has', { timeout: 600_000 }, async () => {
    const witness = await createWitness(perch.url);
    const pages = await Promise.all(Array.from({ length: WINDOWS }, async () => await openPage(browser, perch.url)));
    const errors: string[] = [];
    for (const { page } of pages) page.on('pageerror', (error) => errors.push(error.message));
    const visitors = await Promise.all(Array.from({ length: VISITORS }, async () => await createVisitor(perch.url)));
    const board = join(perch.dataDirectory, 'lamps.jsonl');
    await writeFile(board, manyPostings());
    const importing = runCommand('import', [board], perch);
    const windows = pages.map(async (page) => {
      for (const text of SENTENCES) await page.say(text);
    });
    const [imported, ...talks] = await Promise.all([importing, ...visitors.map(talk), ...windows]);
    const times = talks.flatMap((each) => each ?? []).toSorted((a, b) => a - b);
    expect(imported.code, imported.errors).toBe(0);
    for (const page of pages) {
      // What came in the background is offered by a pill, so that nothing moves; the next change of the list has it.
      await page.say('jobs in Germany');
      const { messages, filter } = await witness.expectSame(page.page);
      expect(filter.filter).toEqual({ countries: ['DE'] });
      expect(messages.map(({ turnState }) => turnState)).not.toContain('failed');
    }
    expect(errors).toEqual([]);
    expect(perch.output()).not.toMatch(/"level":(?:50|60)/u);
    const at = (share: number): number => Math.round(times[Math.floor(times.length * share)] ?? 0);
    process.stdout.write(`${times.length} answers: median ${at(0.5)} ms, of a hundred 95 within ${at(0.95)} ms\n`);
    for (const page of pages) await page.context.close();
  });
});
