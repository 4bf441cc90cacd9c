/**
 * A thousand mishaps, cuts and doubled, mixed and lost frames, under pages that chat: what they believe in the end is what the
 * store has, and what was said was heard once and in order.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openPage, type PerchPage } from './page.ts';
import { type BelievedState, believedBy, createWitness, type Witness } from './page-state.ts';
import { type Perch, startPerch } from './perch.ts';
import { CALM, dice, startUnreliableLine, type UnreliableLine } from './unreliable-line.ts';
import { until } from './until.ts';

const MISHAPS = 1000;
const PAGES = 4;
const WILD = { cut: 0.12, lifeMs: 1500, double: 0.2, swap: 0.2, lose: 0.01 };
const SCRIPT = [
  'remote Python jobs in Germany',
  'only the last two weeks',
  'undo',
  'save the first one',
  'drop Python',
  'hide the second one',
  'newest first',
  'clear all filters',
  'jobs in Poland or Austria',
];
/** Sentences between two comparisons. */
const BETWEEN = 8;
const LAST = 'how many are there?';

const seed = Date.now() % 100_000;
const random = dice(seed);
let browser: Browser;
let perch: Perch;
let line: UnreliableLine;
let witness: Witness;
beforeAll(async () => {
  [browser, perch] = await Promise.all([openBrowser(), startPerch()]);
  line = await startUnreliableLine(perch.url, dice(seed));
  witness = await createWitness(perch.url);
});
afterAll(async () => {
  await line.close();
  await browser.close();
  await perch.stop();
});

const saidIn = (state: BelievedState): string[] =>
  state.messages.flatMap(({ role, parts }) => {
    const [part] = role === 'user' ? parts : [];
    return part?.type === 'text' ? [part.text] : [];
  });

async function beginAnew(page: PerchPage): Promise<void> {
  const before = (await believedBy(page.page)).conversation?.id;
  await page.page.evaluate(`document.querySelector('perch-app').dispatchEvent(new CustomEvent('perch-new'))`);
  await until('a new conversation', async () => {
    const { conversation, connection } = await believedBy(page.page);
    const isNew = conversation !== null && conversation.id !== before;
    return isNew && connection === 'open' ? null : `${conversation?.id ?? 'none'}, ${connection}`;
  });
}

/** A round of sentences over the bad line, without waiting for answers; gives what was said. */
async function chat(page: PerchPage): Promise<string[]> {
  const said: string[] = [];
  for (let n = 0; n < BETWEEN; n += 1) {
    const sentence = SCRIPT[Math.floor(random() * SCRIPT.length)] ?? LAST;
    said.push(sentence);
    await page.say(sentence);
    await wait(random() * 500);
    // Two may wait behind what is being answered; more would only make a long evening of it.
    await until(
      'the queue is short',
      async () => {
        const { queued, outgoing, connection, running } = await believedBy(page.page);
        if (queued.length + outgoing.length < 3) return null;
        return `${queued.length} wait, ${outgoing.length} are not sent, ${connection}, ${running?.turnId ?? 'nothing runs'}`;
      },
      60_000,
    );
  }
  return said;
}

const sum = (count: UnreliableLine['count']): number => Object.values(count).reduce((all, one) => all + one, 0);

describe('a bad line', () => {
  it('is told of without moving anything', async () => {
    const { page, context } = await openPage(browser, line.url);
    line.be(CALM);
    const banner = page.locator('.banner');
    await page.evaluate(`
      window.moved = 0;
      new PerformanceObserver((list) => {
        for (const { value } of list.getEntries()) window.moved += value;
      }).observe({ type: 'layout-shift' });
    `);
    line.breakDown();
    await banner.waitFor();
    line.repair();
    await banner.getByRole('button', { name: 'Try now' }).click();
    await banner.waitFor({ state: 'detached' });
    expect(await page.evaluate('window.moved')).toBe(0);
    await context.close();
  });

  it('keeps what was preferred while it was down, and the store hears of it', async () => {
    const { page, context } = await openPage(browser, line.url);
    line.be(CALM);
    line.breakDown();
    await until('the page knows', async () => ((await believedBy(page)).connection === 'lost' ? null : 'it does not'));
    await page.locator('perch-rail').getByRole('button', { name: 'Settings' }).click();
    await page.locator('#theme').selectOption('dark');
    line.repair();
    await until('it is back', async () => ((await believedBy(page)).connection === 'open' ? null : 'it is not'));
    await until('the store knows', async () => {
      // What the page was told last.
      const told = await page.evaluate(`document.querySelector('perch-app').page.preferences.theme`);
      return told === 'dark' ? null : String(told);
    });
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await context.close();
  });

  it(`of ${MISHAPS} mishaps leaves what pages believe equal to what the store has`, { timeout: 600_000 }, async () => {
    const pages = await Promise.all(
      Array.from({ length: PAGES }, async () => await openPage(browser, line.url, { width: 1000, height: 600 })),
    );
    while (sum(line.count) < MISHAPS) {
      line.be(CALM);
      for (const page of pages) await beginAnew(page);
      line.be(WILD);
      const said = await Promise.all(pages.map(chat));
      line.be(CALM);
      for (const [index, page] of pages.entries()) {
        // Something said now shows the page also a loss that was the last thing on its line.
        await page.say(LAST);
        const believed = await witness.expectSame(page.page);
        expect(saidIn(believed), `seed ${seed}`).toEqual([...(said[index] ?? []), LAST]);
      }
    }
    process.stdout.write(`${JSON.stringify(line.count)}, seed ${seed}\n`);
  });
});
