/** The boards from a person's side, against stand-ins on loopback: "fetch new jobs", followed employers, boards that fail. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StandInBoards, startStandInBoards } from '../server/postings/sources/testing/stand-in-boards.ts';
import { openBrowser } from './browser.ts';
import { openPage, type PerchPage } from './page.ts';
import { type Perch, startPerch } from './perch.ts';

let browser: Browser;
let boards: StandInBoards;
let perch: Perch;
let page: PerchPage;

beforeAll(async () => {
  browser = await openBrowser();
  boards = await startStandInBoards();
  perch = await startPerch({ environment: { PERCH_SOURCES_GATEWAY: boards.origin } });
  page = await openPage(browser, perch.url);
});
afterAll(async () => {
  await page.context.close();
  await perch.stop();
  await boards.close();
  await browser.close();
});

describe('boards', () => {
  it('are all asked by one sentence; those that fail say why, the rest is in the list', async () => {
    boards.faults.set('remotive', 'gone').set('jobicy', 'inside').set('dou', 'busy');
    await page.ask('fetch new jobs');
    const row = page.answers.last();
    await row.getByText('Remotive', { exact: true }).waitFor();
    const lines = await row.innerText();
    expect(lines).toContain('There is nothing at this address (HTTP 404).');
    expect(lines).toContain('The address is inside a private network.');
    expect(lines).toContain('The server asks for fewer requests (HTTP 429).');
    expect(lines).toMatch(/Arbeitnow\s+\d+ new postings.*again from/u);
    await page.ask('show my sources');
    const marks = page.answers.last().locator('.tool-lines li', { hasText: 'Remotive' }).getByRole('img');
    expect(await marks.getAttribute('aria-label')).toBe('Last fetches: 1 failed');
    // The list is not pulled from under who reads it: a pill offers what came.
    await page.page.locator('.new-pill').click();
    await page.expectPageEqualsStore();
  });

  it('of employers are followed by a pasted address, in words and by hand, and let go', async () => {
    await page.ask('follow https://boards.greenhouse.io/example');
    expect(await page.answers.last().innerText()).toMatch(/You follow Example now: \d+ new postings?\./u);
    await page.page.getByRole('button', { name: 'Settings' }).first().click();
    const settings = page.page.locator('perch-settings dialog');
    await settings.getByLabel('Address of a careers page').fill('https://jobs.ashbyhq.com/example');
    await settings.getByRole('button', { name: 'Follow', exact: true }).click();
    await page.page.getByText('Followed: Example').first().waitFor();
    await page.page.getByRole('button', { name: 'Settings' }).first().click();
    await settings.getByRole('button', { name: 'Stop following Flaggenwerk (Greenhouse)' }).click();
    await settings.getByText('Example (Ashby)', { exact: true }).waitFor();
    await expect
      .poll(async () => await settings.getByText('Flaggenwerk (Greenhouse)').count(), { timeout: 20_000 })
      .toBe(0);
  });
});
