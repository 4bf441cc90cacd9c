/** What no page expects: endless titles, impossible files, a browser that keeps nothing, a component that fails. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { dropFiles } from './dropped.ts';
import { openPage } from './page.ts';
import { type Perch, runCommand, startPerch } from './perch.ts';

let browser: Browser;
let perch: Perch;
beforeAll(async () => {
  browser = await openBrowser();
  perch = await startPerch();
});
afterAll(async () => {
  await perch.stop();
  await browser.close();
});

describe('files that are none', () => {
  const cv = { name: 'cv.pdf', type: 'application/pdf', content: 10 };
  it.each([
    ['three at once', [cv, { ...cv, name: 'b.pdf' }, { ...cv, name: 'c.pdf' }], 'One file at a time'],
    ['a folder', [{ name: 'Documents', type: '', content: 0 }], 'no folders'],
    ['50 MB', [{ ...cv, content: 50_000_000 }], 'larger than 10 MB'],
    ['a program', [{ name: 'cv.exe', type: 'application/x-msdownload', content: 10 }], 'Perch reads PDF'],
  ])('%s: refused in a sentence, and the page goes on', async (_name, files, words) => {
    const { page, context, ...rest } = await openPage(browser, perch.url);
    await dropFiles(page, files);
    const alert = page.getByRole('alert').filter({ hasText: words });
    await alert.waitFor();
    expect(await page.locator('.drop').count()).toBe(0);
    await alert.getByRole('button', { name: 'Close' }).click();
    await rest.ask('remote Python jobs');
    await context.close();
  });
});

it('a browser that keeps nothing loses nothing else', async () => {
  const context = await browser.newContext({ locale: 'en-GB', serviceWorkers: 'block' });
  await context.addInitScript(`
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
  `);
  const page = await openPage(browser, perch.url, { context });
  const errors: string[] = [];
  page.page.on('pageerror', ({ message }) => errors.push(message));
  await page.ask('remote Python jobs');
  await page.expectPageEqualsStore();
  await page.page.locator('perch-rail').getByRole('button', { name: 'Settings' }).click();
  await page.page.locator('#theme').selectOption('dark');
  expect(await page.page.locator('html').getAttribute('data-theme')).toBe('dark');
  // Perch itself keeps what the browser does not.
  await page.page.locator('perch-settings #home-country').selectOption('UA');
  await page.page.reload();
  await page.page.locator('html[data-theme="dark"]').waitFor();
  await page.page.locator('perch-rail').getByRole('button', { name: 'Settings' }).click();
  expect(await page.page.locator('#home-country').inputValue()).toBe('UA');
  expect(errors).toEqual([]);
  await context.close();
});

it('a component that fails says so and comes back, while the rest works', async () => {
  const perchPage = await openPage(browser, perch.url);
  const { page, context } = perchPage;
  await page.evaluate(`(() => {
    const { prototype } = customElements.get('perch-counts');
    const before = prototype.content;
    prototype.content = () => {
      throw new Error('a component fails');
    };
    window.mend = () => Object.assign(prototype, { content: before });
  })()`);
  await perchPage.ask('remote Python jobs in Germany');
  const broken = perchPage.counts.getByRole('alert');
  await broken.waitFor();
  await perchPage.cards.first().waitFor();
  await page.evaluate('window.mend()');
  await broken.getByRole('button', { name: 'Try again' }).click();
  await broken.waitFor({ state: 'detached' });
  expect(await perchPage.counts.innerText()).toContain('shown');
  await perchPage.expectPageEqualsStore();
  await context.close();
});

// Last, because with a real posting the samples go.
it('a title of 5,000 characters, half of them right to left, breaks no line of the page', async () => {
  const title = `<script>window.broken = 1</script>${'\u202E\u05D0\u05D1\u05D2 ܐ̈'.repeat(400)}${'W'.repeat(3_000)}`;
  const row = {
    '@type': 'JobPosting',
    url: 'https://jobs.example.org/endless',
    title,
    hiringOrganization: { name: title },
    jobLocation: { address: { addressLocality: title, addressCountry: 'DE' } },
    datePosted: '2026-11-21',
    description: `${title} zymurgy`,
  };
  const file = join(perch.dataDirectory, 'endless.jsonl');
  await writeFile(file, JSON.stringify(row));
  const imported = await runCommand('import', [file], { dataDirectory: perch.dataDirectory });
  await rm(file);
  expect([imported.code, imported.errors]).toEqual([0, '']);
  const { page, context, cards, action } = await openPage(browser, perch.url, { width: 390, height: 844 });
  await action('clear_filters', {});
  const card = cards.first();
  await card.waitFor();
  const overflow = async (): Promise<unknown> =>
    await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(await overflow()).toBe(0);
  const box = await card.boundingBox();
  expect(box?.height).toBeLessThan(844);
  await card.getByRole('heading').getByRole('button').click();
  await page.locator('#posting-title').waitFor();
  expect(await overflow()).toBe(0);
  expect(await page.evaluate('window.broken')).toBeUndefined();
  await context.close();
});
