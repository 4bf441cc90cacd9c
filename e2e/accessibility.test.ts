/** axe-core finds nothing in any state, in light and dark, at three widths; and every control is reached by Tab. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openBrowser } from './browser.ts';
import { openFreshPage, type PerchPage } from './page.ts';
import { type Perch, startPerch } from './perch.ts';
import { resize, STATES } from './states.ts';

const SIZES = [
  { width: 1440, height: 900 },
  { width: 820, height: 1180 },
  { width: 390, height: 844 },
];

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

/** Every rule, but without the long lists of what passes and without looking into frames, of which there are none. */
const look = ({ page }: PerchPage): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });

describe('nothing is wrong', () => {
  it.each(STATES)('with $name', async (state) => {
    const page = await openFreshPage(browser, perch.url);
    await state.reach(page);
    const found: string[] = [];
    for (const size of SIZES) {
      await resize(page, state, size);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const { violations } = await look(page).analyze();
        for (const { id, help, nodes } of violations)
          for (const { html } of nodes)
            found.push(`${size.width} ${colorScheme} ${id}: ${help}: ${html.slice(0, 160)}`);
      }
    }
    await page.context.close();
    expect(found).toEqual([]);
  });
});

/** Runs in the page: marks what can be used now and gives how much that is. */
const MARK = `(() => {
  const top = document.querySelector('dialog[open]') ?? document.body;
  const all = [...top.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
  const usable = all.filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(':disabled, [inert] *'),
  );
  for (const [place, element] of usable.entries()) element.setAttribute('data-stop', String(place));
  document.activeElement?.blur();
  return usable.length;
})()`;

/** Runs in the page: the mark of what has the focus, and whether that can be seen. */
const STOP = `(() => {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return '';
  const { outlineStyle, boxShadow } = getComputedStyle(activeElement);
  const around = activeElement.closest('.composer, .attach, .command-field');
  const isSeen = [outlineStyle, boxShadow].some((value) => value !== 'none') || around !== null;
  return activeElement.getAttribute('data-stop') + (isSeen ? '' : ' has no focus ring');
})()`;

/** A list of two hundred samples has about so many. */
const MORE_STOPS = 1500;

/** Presses Tab until it has come around, and gives what was not reached, or not to be seen when it was. */
async function unreached({ page }: PerchPage): Promise<string[]> {
  const count = z.number().parse(await page.evaluate(MARK));
  const stops = new Set<string>();
  // The list draws more cards as one goes through it.
  for (let press = 0; press < count + MORE_STOPS && stops.size < count; press += 1) {
    await page.keyboard.press('Tab');
    const stop = z.string().parse(await page.evaluate(STOP));
    if (/^\d/u.test(stop)) stops.add(stop);
  }
  const missed = Array.from({ length: count }, (_, place) => String(place)).filter((place) => !stops.has(place));
  const shown = missed.map(
    async (place) =>
      await page.evaluate(`document.querySelector('[data-stop="${place}"]')?.outerHTML.slice(0, 160) ?? 'gone'`),
  );
  return z.array(z.string()).parse(await Promise.all(shown));
}

describe('Tab reaches every control', () => {
  it.each(
    STATES.filter(({ name }) =>
      ['empty', 'detail', 'compare', 'zero', 'saved', 'searches', 'selection', 'settings'].includes(name),
    ),
  )('of $name, and each shows that it has the focus', async (state) => {
    const page = await openFreshPage(browser, perch.url);
    await state.reach(page);
    expect(await unreached(page)).toEqual([]);
    await page.context.close();
  });
});

describe('at 200 % zoom', () => {
  // A window of 1280 by 800 has so many pixels of its own then.
  const ZOOMED = { width: 640, height: 400 };

  it.each(STATES.filter(({ name }) => ['main', 'chat', 'detail', 'settings', 'filter'].includes(name)))(
    '$name needs no scrolling sideways, also in forced colours',
    async (state) => {
      const page = await openFreshPage(browser, perch.url);
      await state.reach(page);
      await resize(page, state, ZOOMED);
      const overflow = async (): Promise<unknown> =>
        await page.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect(await overflow()).toBe(0);
      await page.page.emulateMedia({ forcedColors: 'active' });
      expect(await overflow()).toBe(0);
      const composer = page.page.locator('.composer');
      if (state.tab === 'chat') expect((await composer.boundingBox())?.height).toBeLessThan(ZOOMED.height / 2);
      await page.context.close();
    },
  );
});
