/** Whoever wants a model chooses it in the settings: the page shows who answers and what it cost, and never the key. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openPage } from './page.ts';
import { type Perch, startPerch } from './perch.ts';
import { type StandInModel, startStandInModel } from './stand-in-model.ts';

const KEY = 'not-to-be-shown';
let browser: Browser;
let perch: Perch;
let model: StandInModel;

beforeAll(async () => {
  browser = await openBrowser();
  model = await startStandInModel(() => ({ text: 'A sea view is rare.' }));
  perch = await startPerch();
}, 120_000);
afterAll(async () => {
  await perch.stop();
  await model.close();
  await browser.close();
});

it('a model is chosen, answers, says what it cost, and its key never comes back', async () => {
  const { page, ask, answers, context } = await openPage(browser, perch.url);
  const frames: string[] = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
  await page.reload();
  const open = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Settings', exact: true }).first().click();
    await page.locator('perch-settings dialog').waitFor();
  };
  await open();
  await page.locator('perch-model-settings [name=provider]').selectOption('compatible');
  await page.locator('perch-model-settings [name=address]').fill(model.url);
  await page.locator('perch-model-settings [name=chat]').fill('stand-in');
  await page.locator('perch-model-settings [name=key]').fill(KEY);
  await page.locator('perch-model-settings [name=callsPerDay]').fill('40');
  await page.locator('perch-model-settings button[type=submit]').click();
  await page.locator('#model-answer').getByText('Saved: stand-in answers').waitFor();
  expect(await page.locator('perch-model-settings [name=key]').inputValue()).toBe('');
  await page.keyboard.press('Escape');

  await ask('something with a sea view');
  expect(await answers.last().innerText()).toContain('A sea view is rare.');
  expect(await page.locator('.cost').last().innerText()).toMatch(/stand-in: \d+ calls?, \d+ tokens/u);

  await page.reload();
  await open();
  expect(await page.locator('perch-model-settings [name=address]').inputValue()).toBe(model.url);
  expect(await page.locator('perch-model-settings [name=callsPerDay]').inputValue()).toBe('40');
  expect(await page.locator('#model-usage').innerText()).toMatch(/1 call this hour/u);
  expect(frames.length).toBeGreaterThan(0);
  expect(frames.join()).not.toContain(KEY);
  expect(await page.content()).not.toContain(KEY);
  await context.close();
});
