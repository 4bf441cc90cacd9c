/** A search saved by sentence in one tab, looked after in another: what comes new is counted there, and undo works. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeBoard } from './board.ts';
import { openBrowser } from './browser.ts';
import { openFreshPage, openPage } from './page.ts';
import { type Perch, runCommand, startPerch } from './perch.ts';

let browser: Browser;
let perch: Perch;
beforeAll(async () => {
  [browser, perch] = await Promise.all([openBrowser(), startPerch()]);
});
afterAll(async () => {
  await browser.close();
  await perch.stop();
});

it('is said or clicked, follows in the other tab, counts what is new, opens and goes, and comes back', async () => {
  const speaking = await openFreshPage(browser, perch.url);
  const watching = await openPage(browser, perch.url, { context: speaking.context });
  await watching.page.getByRole('button', { name: 'New conversation' }).last().click();
  const rail = watching.page.locator('perch-rail');
  await rail.getByRole('button', { name: 'Searches' }).click();
  const list = watching.page.locator('perch-searches');
  await list.getByText('No saved searches yet').waitFor();

  await speaking.ask('remote Python jobs in Germany');
  await speaking.ask('save this search and tell me weekly about new ones');
  expect(await speaking.answers.last().innerText()).toContain('Saved: remote, Germany, Python. I count what comes new');
  const row = list.getByRole('button', { name: /^Remote, Germany, Python/ });
  await row.waitFor();
  const often = list.getByLabel(/^How often/);
  expect(await often.inputValue()).toBe('weekly');
  await speaking.page.getByRole('button', { name: 'Save this search' }).click();
  await speaking.page.getByText('Saved search changed: remote, Germany, Python, daily').waitFor();
  await expect.poll(async () => await often.inputValue()).toBe('daily');

  const imported = await runCommand('import', [await writeBoard()], { dataDirectory: perch.dataDirectory });
  expect(imported.code, imported.errors).toBe(0);
  await row.getByText(/^\d+ new matches$/).waitFor();
  const told = await row.locator('b').innerText();
  await row.click();
  const stored = await watching.expectPageEqualsStore();
  expect(stored.filter).toMatchObject({ workplace: ['remote'], countries: ['DE'], skills: ['Python'] });
  expect(told).toBe(`${stored.total} new matches`);
  await watching.page.locator('perch-counts').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await watching.expectPageEqualsStore()).filter).toEqual({});

  await rail.getByRole('button', { name: 'Searches' }).click();
  await row.waitFor();
  expect(await row.locator('b').count()).toBe(0);
  await list.getByRole('button', { name: /^Delete/ }).click();
  await list.getByText('No saved searches yet').waitFor();
  await watching.page.locator('perch-toast').getByRole('button', { name: 'Undo' }).click();
  await row.waitFor();
  await speaking.ask('show my saved searches');
  await speaking.page
    .locator('perch-searches')
    .getByRole('button', { name: /^Remote, Germany/ })
    .waitFor();
});
