/** The page opens without a server, says so, and fills itself when the server is back; it can be installed. */
import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { openBrowser } from './browser.ts';
import { openPage } from './page.ts';
import { type Perch, startPerch } from './perch.ts';

const manifestSchema = z.object({
  name: z.literal('Perch'),
  start_url: z.string(),
  display: z.literal('standalone'),
  icons: z.array(z.object({ src: z.string(), type: z.string() })).min(2),
});

let browser: Browser;
let perch: Perch;
beforeAll(async () => {
  browser = await openBrowser();
  perch = await startPerch();
});
afterAll(async () => {
  await perch.stop();
  await rm(perch.dataDirectory, { recursive: true, force: true });
  await browser.close();
});

it('has what an installation needs: a manifest, icons that load, a worker', async () => {
  const manifest = manifestSchema.parse(await (await fetch(`${perch.url}/manifest.webmanifest`)).json());
  for (const { src, type } of manifest.icons) {
    const answer = await fetch(perch.url + src);
    expect([src, answer.status, answer.headers.get('content-type')]).toEqual([src, 200, type]);
  }
});

it('opens without a server, and takes up the list when the server is back', async () => {
  const { page, context, counts } = await openPage(browser, perch.url);
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await perch.kill();

  await page.reload();
  await page.getByRole('status').filter({ hasText: 'Connection lost' }).waitFor();
  await page.getByLabel('Message', { exact: true }).waitFor();

  perch = await startPerch({ port: perch.port, dataDirectory: perch.dataDirectory });
  // Whoever does not click is back a little later.
  const tryNow = page.getByRole('button', { name: 'Try now' });
  await tryNow.click({ timeout: 2000 }).catch(() => undefined);
  await counts.locator('strong.num').waitFor();
  expect(await tryNow.count()).toBe(0);
  await context.close();
});
