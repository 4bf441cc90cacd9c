/**
 * `npm run screenshots`: takes the pictures in docs/screenshots from a Perch with the sample board, in three widths
 * and two colour schemes.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser } from '../e2e/browser.ts';
import { openPage } from '../e2e/page.ts';
import { startPerch } from '../e2e/perch.ts';
import { STATES } from '../e2e/states.ts';

const WINDOWS = [
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
  { width: 1440, height: 900 },
];
const folder = join(import.meta.dirname, '../docs/screenshots');

await mkdir(folder, { recursive: true });
const browser = await openBrowser();
try {
  for (const state of STATES)
    for (const window of WINDOWS)
      for (const colorScheme of ['light', 'dark'] as const) {
        // A Perch of its own for each picture, so that no conversation shows how another one was made.
        const perch = await startPerch();
        try {
          const page = await openPage(browser, perch.url, { ...window, colorScheme });
          await state.reach(page, window.width);
          const path = join(folder, `${state.name}-${window.width}-${colorScheme}.png`);
          await page.page.screenshot({ path, animations: 'disabled' });
          await page.context.close();
          console.log(`${state.name} ${window.width} ${colorScheme}`);
        } finally {
          await perch.stop();
        }
      }
} finally {
  await browser.close();
}
