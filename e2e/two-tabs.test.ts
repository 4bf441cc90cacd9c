/** Two tabs that want opposite things at once, pages of two processes, clocks that jump: all believe what the store has. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { createDatabase, nativeServer } from './native.ts';
import { openPage, type PerchPage } from './page.ts';
import { believedBy, createWitness, type Witness } from './page-state.ts';
import { type Perch, startPerch } from './perch.ts';
import { until } from './until.ts';

const YEAR_MS = 365 * 24 * 3600 * 1000;

let browser: Browser;
let perch: Perch;
let witness: Witness;
beforeAll(async () => {
  [browser, perch] = await Promise.all([openBrowser(), startPerch()]);
  witness = await createWitness(perch.url);
});
afterAll(async () => {
  await browser.close();
  await perch.stop();
});

/** Each is what the store has, and both are the same: what one tab was clicked may be done between two looks. */
async function expectBothSame([first, second]: readonly [PerchPage, PerchPage]): Promise<void> {
  await until('both tabs are the same', async () => {
    const states = [await witness.expectSame(first.page), await witness.expectSame(second.page)];
    const [one, other] = states.map((state) => JSON.stringify(state));
    return one === other ? null : `${one ?? ''} and ${other ?? ''}`;
  });
}

describe('two tabs', () => {
  it('that save and hide, narrow and clear against each other end in one state', async () => {
    const first = await openPage(browser, perch.url);
    const second = await openPage(browser, perch.url, { context: first.context });
    const tabs = [first, second] as const;
    await first.ask('remote Python jobs in Germany');
    await expectBothSame(tabs);
    const card = (tab: PerchPage, name: RegExp) => tab.cards.first().getByRole('button', { name });
    await Promise.all([card(first, /^Save/u).click(), card(second, /^Hide/u).click()]);
    await until('both were done', async () => {
      const { matches, canUndo } = await believedBy(first.page);
      return canUndo && matches.length > 0 ? null : 'not yet';
    });
    await expectBothSame(tabs);
    await Promise.all([first.removeChip(/Python/u), second.removeChip(/Germany/u)]);
    await expectBothSame(tabs);
    await Promise.all([first.say('only the last month'), second.say('clear all filters')]);
    await until('both were said', async () => {
      const { messages } = await believedBy(second.page);
      const said = messages.filter(({ role }) => role === 'user').length;
      return said === 3 ? null : `${said} of 3 are there`;
    });
    await expectBothSame(tabs);
    await first.context.close();
  });

  it('go on when the clock of the browser jumps a year back or forth', async () => {
    const page = await openPage(browser, perch.url);
    for (const jump of [-YEAR_MS, 2 * YEAR_MS]) {
      await page.page.clock.setFixedTime(Date.now() + jump);
      await page.ask('remote jobs');
      await witness.expectSame(page.page);
      expect((await believedBy(page.page)).connection).toBe('open');
    }
    await page.context.close();
  });
});

describe.skipIf(nativeServer === null)('two pages of two processes on one server (TEST_DATABASE_URL)', () => {
  it('show the same answer, and what is clicked in one is shown in the other', async () => {
    const database = await createDatabase(nativeServer ?? '');
    const environment = { DATABASE_URL: database.url };
    const servers = [await startPerch({ environment }), await startPerch({ environment })] as const;
    try {
      const [talks, watches] = [await openPage(browser, servers[0].url), await openPage(browser, servers[1].url)];
      await watches.page.goto(servers[1].url + new URL(talks.page.url()).search);
      await watches.counts.locator('strong.num').waitFor();
      await talks.ask('remote Python jobs in Germany');
      await watches.finished.first().waitFor();
      await watches.removeChip(/Python/u);
      await until('the other page has one chip less', async () => {
        const chips = await talks.chips.count();
        return chips === 2 ? null : `${chips} chips`;
      });
      expect((await talks.expectPageEqualsStore()).revision).toBe(2);
      for (const { context } of [talks, watches]) await context.close();
    } finally {
      for (const server of servers) await server.stop();
      await database.drop();
    }
  });
});
