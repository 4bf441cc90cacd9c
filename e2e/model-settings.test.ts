/** Whoever wants a model chooses it in the settings: the page shows who answers and what it cost, and never the key. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openPage } from './page.ts';
import { type Perch, startPerch } from './perch.ts';
import { type StandInModel, startStandInModel } from './stand-in-model.ts';

const KEY = 'not-to-be-shown';
const WORK = 'Built payment services with Python and PostgreSQL';
const CV = `Ana Petrova\nBackend Engineer\nBerlin, Germany\n\nExperience\nBackend Engineer, Meridian Pay, Jan 2019 – Present\n• ${WORK}\n\nSkills\nPython, PostgreSQL`;

/** All requirements met, by the same words; the first by words that stand nowhere. */
function verdictsOn(question: string): string {
  const numbers = [...question.matchAll(/^(\d+)\. /gmu)].map(([, number]) => Number(number));
  const verdicts = numbers.map((requirement, at) => ({
    requirement,
    verdict: 'met',
    cv: at === 0 ? 'Led forty engineers' : WORK,
    posting: null,
  }));
  return JSON.stringify({ verdicts });
}
let browser: Browser;
let perch: Perch;
let model: StandInModel;

beforeAll(async () => {
  browser = await openBrowser();
  model = await startStandInModel(({ text }) => ({
    text: text.startsWith('<requirements')
      ? verdictsOn(text)
      : text.startsWith('<cv')
        ? '{"skills":["payment services","Rust"]}'
        : 'Light Mondays are rare.',
  }));
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

  await ask('a place where mondays feel lighter');
  expect(await answers.last().innerText()).toContain('Light Mondays are rare.');
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

it('rates postings once the person agreed to who reads their CV, beside the score by rules', async () => {
  const { page, cards, context } = await openPage(browser, perch.url);
  await page.evaluate(async (text) => {
    const headers = { 'content-type': 'application/json' };
    await fetch('/cv', { method: 'POST', headers, body: JSON.stringify({ text }) });
  }, CV);
  const rating = page.locator('perch-cv-rating');
  await rating.getByRole('switch', { name: 'Rate with the model' }).click();
  await rating
    .getByText(/stand-in compares the first 10 postings with your CV: \d+ calls?, about [\d,]+ tokens/u)
    .waitFor();
  const { host } = new URL(model.url);
  expect(await rating.getByRole('note').innerText()).toMatch(`${host} gets these postings and the text of your CV`);
  const asked = model.asked.length;
  await rating.getByRole('button', { name: 'Agree and rate them' }).click();
  await rating.getByText(/^Rated by stand-in: /u).waitFor();
  expect(model.asked.length).toBeGreaterThan(asked);
  expect(JSON.stringify(model.asked)).not.toContain('Petrova');
  await cards.first().locator('.ring-rated').waitFor();
  await cards.first().locator('.card-open').click();
  const ring = page.locator('perch-posting-detail .ring-rated');
  const [byModel = ''] = /\d+/u.exec(await ring.innerText()) ?? [];
  const fit = page.locator('perch-cv-fit');
  await fit.getByRole('button', { name: `stand-in: ${byModel}` }).click();
  await fit.getByRole('heading', { name: `Why ${byModel}` }).waitFor();
  await fit.getByText('your CV does not say what they quote').waitFor();
  // A quote leads to its line of the CV, where the model may look for what is missing.
  await fit.getByRole('button', { name: WORK }).first().click();
  const sheet = page.locator('perch-cv dialog');
  await sheet.locator('mark', { hasText: WORK }).waitFor();
  await sheet.getByRole('button', { name: 'Let the model look for what is missing' }).click();
  await sheet.getByText(/stand-in reads your CV once, about [\d,]+ tokens/u).waitFor();
  await sheet.getByRole('button', { name: 'Look', exact: true }).click();
  await sheet.getByText('stand-in found: payment services. Not in your CV, so left out: 1.').waitFor();
  await sheet.getByRole('button', { name: 'Leave out: payment services' }).waitFor();
  await page.keyboard.press('Escape');
  await rating.getByRole('switch').click();
  await expect.poll(async () => await page.locator('.ring-rated').count()).toBe(0);
  await context.close();
});
