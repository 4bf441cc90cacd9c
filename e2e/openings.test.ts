/** One opening on two boards, in a real browser: shown once, looked at, taken apart by a click; and what deserves a second look. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openPage } from './page.ts';
import { type Perch, runCommand, startPerch } from './perch.ts';

const VACANCY = 'https://jobs.lever.co/amsel/0b1c2d3e-0000-4000-8000-123456789abc';
const COOK = {
  title: 'Cook',
  company: 'Gasthof Amsel',
  locations: ['Graz, Austria'],
  datePosted: '2026-01-10T00:00:00Z',
  description:
    'We cook for the street. Please pay a refundable deposit before your first day. Write to amsel@gmail.com.',
};
const POSTINGS = [
  { ...COOK, source: 'lever', sourceId: '1', url: VACANCY },
  { ...COOK, source: 'arbeitnow', sourceId: '2', url: 'https://www.arbeitnow.com/jobs/cook-graz-1', applyUrl: VACANCY },
];

let browser: Browser;
let perch: Perch;
let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perch-openings-'));
  file = join(folder, 'postings.jsonl');
  await writeFile(file, POSTINGS.map((posting) => JSON.stringify(posting)).join('\n'));
  [browser, perch] = await Promise.all([openBrowser(), startPerch()]);
});
afterAll(async () => {
  await browser.close();
  await perch.stop();
  await rm(folder, { recursive: true, force: true });
});

it('shows an opening of two boards once, with both, and apart when told so', async () => {
  expect(await runCommand('import', [file], { dataDirectory: perch.dataDirectory })).toMatchObject({ code: 0 });
  const { page, context } = await openPage(browser, perch.url);
  const cards = page.locator('perch-match-card');
  await expect.poll(async () => await cards.count()).toBe(1);
  await cards.first().getByText('also on Arbeitnow').waitFor();
  await page.locator('#country-answer').selectOption('AT');
  await page.locator('perch-country-question [type=submit]').click();
  await cards.first().getByText('possible from your country').waitFor();
  await cards.first().locator('.card-open').click();
  const detail = page.locator('perch-posting-detail');
  await detail.getByText('The same job on other boards').waitFor();
  expect(await detail.getByRole('link', { name: 'Arbeitnow' }).getAttribute('href')).toBe(POSTINGS[1]?.url);
  const second = detail.getByRole('region', { name: 'Worth a second look' });
  expect(await second.locator('q').allInnerTexts()).toEqual([
    'Please pay a refundable deposit before your first day.',
    'amsel@gmail.com',
  ]);
  expect(await second.innerText()).toMatch(/Advertised for \d+ days/u);
  if (process.env.PERCH_SCREENSHOT !== undefined) await page.screenshot({ path: process.env.PERCH_SCREENSHOT });
  await detail.getByRole('button', { name: 'The posting on Arbeitnow is a different job' }).click();
  await expect.poll(async () => await cards.count(), { timeout: 15_000 }).toBe(2);
  await expect.poll(async () => await detail.getByText('The same job on other boards').count()).toBe(0);
  await context.close();
});
