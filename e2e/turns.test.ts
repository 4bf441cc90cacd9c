/** A turn belongs to the server: a reload in mid-answer loses nothing, another tab can stop it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openPage } from './page.ts';
import { type Perch, startPerch } from './perch.ts';
import { delayFrames } from './socket-route.ts';
import { type StandInModel, startStandInModel } from './stand-in-model.ts';

/** Numbered words, so that a gap or a repetition shows. */
const long = (word: string) => Array.from({ length: 300 }, (_, place) => `${word}-${place + 1}`).join(' ');

let browser: Browser;
let model: StandInModel;
let perch: Perch;
beforeAll(async () => {
  browser = await openBrowser();
  model = await startStandInModel(({ text }) => ({ text: long(text.includes('again') ? 'term' : 'word') }), 20);
  const environment = { OPENAI_BASE_URL: model.url, LLM_MODEL: 'stand-in', ASSISTANT: 'model' };
  perch = await startPerch({ environment });
});
afterAll(async () => {
  await perch.stop();
  await model.close();
  await browser.close();
});

describe('a sentence', () => {
  it('that is written before Perch has answered stays', async () => {
    const page = await openPage(browser, perch.url);
    const release = await delayFrames(page);
    await page.composer.fill('remote Python');
    release();
    await page.counts.locator('strong.num').waitFor();
    expect(await page.composer.inputValue()).toBe('remote Python');
    await page.page.reload();
    await page.counts.locator('strong.num').waitFor();
    expect(await page.composer.inputValue()).toBe('remote Python');
    await page.context.close();
  });
});

describe('a turn', () => {
  it('goes on through a reload in mid-answer, with no word lost or doubled', async () => {
    const page = await openPage(browser, perch.url);
    await page.say('tell me something long');
    await page.page
      .getByText(/word-40/)
      .last()
      .waitFor();
    await page.page.reload();
    await page.page
      .getByText(/word-300/)
      .last()
      .waitFor();
    await page.untilIdle();
    expect(await page.answers.last().innerText()).toContain(long('word'));
    await page.page.reload();
    await page.page
      .getByText(/word-300/)
      .last()
      .waitFor();
    expect(await page.answers.last().innerText()).toContain(long('word'));
    await page.context.close();
  });

  it('is seen and stopped from a second tab', async () => {
    const first = await openPage(browser, perch.url);
    await first.say('tell me something long again');
    await first.page
      .getByText(/term-20\b/)
      .last()
      .waitFor();
    const second = await openPage(browser, perch.url, { context: first.context });
    await second.page.getByText('tell me something long again', { exact: true }).last().waitFor();
    await second.stop.click();
    await first.untilIdle();
    await second.untilIdle();
    expect(await first.answers.last().innerText()).not.toContain('term-300');
    expect(await first.answers.last().innerText()).toMatch(/term-20\b/);
    await expect.poll(async () => await second.answers.last().innerText()).toBe(await first.answers.last().innerText());
    await first.context.close();
  });
});
