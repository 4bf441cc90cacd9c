/**
 * `npm run screenshots`: takes the pictures in docs/screenshots from a Perch with the sample board, every state in three
 * widths and two colour schemes. Names of states as arguments take only those.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { openBrowser } from '../e2e/browser.ts';
import { openFreshPage } from '../e2e/page.ts';
import { startPerch } from '../e2e/perch.ts';
import { resize, type State, STATES } from '../e2e/states.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 820, height: 1180 },
  { width: 390, height: 844 },
];
/** Text stays sharp, a picture takes about 30 kB. */
const QUALITY = 0.82;
const folder = join(import.meta.dirname, '../docs/screenshots');

/** WebP, which browsers can make and Playwright cannot. */
async function toWebp(browser: Browser, png: Buffer): Promise<Buffer> {
  const page = await browser.newPage();
  try {
    const encoded = z.string().parse(
      await page.evaluate(`(async () => {
        const image = new Image();
        image.src = 'data:image/png;base64,${png.toString('base64')}';
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.width;
        canvas.height = image.height;
        canvas.getContext('2d').drawImage(image, 0, 0);
        return canvas.toDataURL('image/webp', ${QUALITY});
      })()`),
    );
    return Buffer.from(encoded.slice(encoded.indexOf(',') + 1), 'base64');
  } finally {
    await page.close();
  }
}

/** In a browser and a conversation of its own. */
async function take(browser: Browser, url: string, state: State): Promise<void> {
  const page = await openFreshPage(browser, url);
  await state.reach(page);
  for (const size of SIZES) {
    await resize(page, state, size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.page.emulateMedia({ colorScheme });
      const picture = await toWebp(browser, await page.page.screenshot({ animations: 'disabled' }));
      await writeFile(join(folder, `${state.name}-${size.width}-${colorScheme}.webp`), picture);
    }
  }
  await page.context.close();
  console.log(state.name);
}

const wanted = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const browser = await openBrowser();
const perch = await startPerch();
try {
  for (const state of STATES.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
    await take(browser, perch.url, state);
} finally {
  await perch.stop();
  await browser.close();
}
