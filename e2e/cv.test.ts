/** A CV in the page: dropped, read, corrected, the list ordered by it, the reasons of a score, deleted. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openPage, type PerchPage } from './page.ts';
import { type Perch, startPerch } from './perch.ts';

const CV = `Ana Petrova
Senior Backend Engineer
Berlin, Germany
ana@example.org

Experience
Senior Backend Engineer, Meridian Pay, Jan 2021 – Present
Backend Engineer, Tallow Works, Jan 2017 – Dec 2020

Skills
Python, Django, PostgreSQL, Kubernetes

Languages
English (native), German (B2)`;

/** Two busy cores need longer than a second for a file. */
const POLL = { timeout: 20_000 };
let browser: Browser;
let perch: Perch;
let page: PerchPage;
beforeAll(async () => {
  browser = await openBrowser();
  perch = await startPerch();
  page = await openPage(browser, perch.url);
}, 180_000);
afterAll(async () => {
  await page.context.close();
  await browser.close();
  await perch.stop();
});

it('is dropped, read, corrected and erased, and every card follows', async () => {
  const { page: view } = page;
  const rings = view.locator('perch-match-card .ring-number');
  expect(await rings.count()).toBe(0);
  await view.getByRole('button', { name: 'My CV' }).click();
  const sheet = view.locator('perch-cv dialog');
  await sheet
    .locator('input[type=file]')
    .setInputFiles({ name: 'ana.txt', mimeType: 'text/plain', buffer: Buffer.from(CV) });
  await expect
    .poll(
      async () =>
        await sheet
          .locator('#cv-headline')
          .inputValue()
          .catch(() => ''),
      POLL,
    )
    .toBe('Senior Backend Engineer');
  await expect.poll(async () => await sheet.getByText('Meridian Pay', { exact: true }).count(), POLL).toBe(1);

  await sheet.getByLabel('Add a skill').fill('Terraform');
  await sheet.getByRole('button', { name: 'Add', exact: true }).click();
  await sheet.getByRole('button', { name: 'Leave out: Django' }).click();
  await expect
    .poll(async () => await sheet.locator('.chip').allInnerTexts(), POLL)
    .toEqual(expect.arrayContaining(['Terraform']));
  await expect.poll(async () => await sheet.getByRole('button', { name: 'Leave out: Django' }).count(), POLL).toBe(0);
  await sheet.getByRole('button', { name: 'Close' }).click();

  await expect.poll(async () => await rings.count(), POLL).toBeGreaterThan(4);
  const values = async (): Promise<number[]> =>
    (await rings.allInnerTexts()).map((text) => Number(/\d+/u.exec(text)?.[0] ?? Number.NaN));
  // All scores are there when the order holds still.
  await expect
    .poll(async () => {
      const shown = await values();
      return shown.length > 0 && shown.every((value, place) => place === 0 || value <= (shown[place - 1] ?? 0));
    }, POLL)
    .toBe(true);

  const [best] = await values();
  await page.cards.first().locator('.card-open').click();
  const detail = view.locator('perch-posting-detail');
  await detail.getByRole('heading', { name: `Why ${best}` }).waitFor();
  expect(await detail.locator('.verdicts tbody tr').count()).toBeGreaterThan(0);
  await page.ask('why is the second so low?');
  expect(await page.finished.last().innerText()).toMatch(/of 100/u);

  await view.getByRole('button', { name: 'My CV' }).click();
  await sheet.getByRole('button', { name: 'Delete this CV' }).click();
  await sheet.getByRole('button', { name: 'Delete', exact: true }).click();
  await sheet.getByText('Drop your CV anywhere').waitFor();
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect.poll(async () => await rings.count(), POLL).toBe(0);
}, 180_000);

it('says in one sentence why a file cannot be read', async () => {
  const { page: view } = page;
  await view.getByRole('button', { name: 'My CV' }).click();
  const files = view.locator('perch-cv dialog input[type=file]');
  await files.setInputFiles({ name: 'cv.pdf', mimeType: 'application/pdf', buffer: Buffer.from('GIF89a\0\0') });
  const alert = view.getByRole('alert').filter({ hasText: 'neither PDF nor DOCX' });
  await expect.poll(async () => await alert.count(), POLL).toBe(1);
}, 60_000);
