/** axe-core finds nothing in the main states, light and dark, wide and narrow. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openPage } from './page.ts';
import { type Perch, startPerch } from './perch.ts';
import { STATES } from './states.ts';

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

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  describe.each([1440, 390])('at %i pixels', (width) => {
    it.each(STATES)('nothing is wrong with $name', async ({ reach }) => {
      const page = await openPage(browser, perch.url, { colorScheme, width });
      await reach(page, width);
      const { violations } = await new AxeBuilder({ page: page.page }).analyze();
      const found = violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`),
      );
      await page.context.close();
      expect(found).toEqual([]);
    });
  });
});
