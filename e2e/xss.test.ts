/** Hostile words in every field of postings, messages and titles, through the real components: nothing runs, nothing is fetched. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openPage, type PerchPage } from './page.ts';
import { collected, OWN } from './payloads.ts';
import { runCommand, startPerch } from './perch.ts';

/** Payloads in one posting, and postings that are opened. */
const IN_ONE = 12;
const OPENED = 10;
const SAID = 8;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => await browser.close());

/** A board whose every field is one of the payloads, the descriptions many of them. */
function boardOf(payloads: readonly string[]): string {
  const rows: string[] = [];
  for (let first = 0; first < payloads.length; first += IN_ONE) {
    const some = payloads.slice(first, first + IN_ONE);
    const pick = (place: number): string => some[place % some.length] ?? '';
    const row = {
      '@type': 'JobPosting',
      url: `https://jobs.example.org/${first}`,
      title: pick(0),
      hiringOrganization: { '@type': 'Organization', name: pick(1) },
      jobLocation: { '@type': 'Place', address: { addressLocality: pick(2), addressCountry: 'DE' } },
      employmentType: pick(3),
      datePosted: '2026-11-20',
      description: `We write Python. ${some.join('\n')}`,
    };
    rows.push(JSON.stringify(row));
  }
  return rows.join('\n');
}

/** Requests to strangers, dialogs and navigations, as they happen. */
function watch({ page }: PerchPage, home: string): string[] {
  const strange: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(home) && !request.url().startsWith('data:')) strange.push(request.url());
  });
  page.on('dialog', (dialog) => {
    strange.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('framenavigated', (frame) => {
    if (!frame.url().startsWith(home)) strange.push(`went to ${frame.url()}`);
  });
  page.on('popup', (popup) => strange.push(`opened ${popup.url()}`));
  return strange;
}

async function walkThrough(page: PerchPage, payloads: readonly string[]): Promise<void> {
  await page.cards.nth(1).waitFor();
  const places = Math.min(OPENED, await page.cards.count());
  for (let place = 0; place < places; place += 1) {
    const card = page.cards.nth(place);
    const id = await card.locator('article').getAttribute('data-posting-id');
    await card.getByRole('heading').getByRole('button').click();
    await page.page.waitForURL((url) => url.searchParams.get('posting') === id);
  }
  // Beside an open posting the cards have no room for their controls.
  await page.page.locator('#posting-title').press('Escape');
  for (const place of [0, 1]) await page.cards.nth(place).getByRole('checkbox').click();
  await page.page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.page.locator('#compare-title').waitFor();
  await page.page.keyboard.press('Escape');
  for (const text of payloads.slice(0, SAID)) await page.ask(text.slice(0, 2_000));
  await page.action('set_filter', { set: { query: payloads[0], skills: payloads.slice(1, 4) } });
  await page.page.locator('.thread').click();
  await page.page.locator('.conversation-line').first().waitFor();
  await page.page.keyboard.press('Escape');
  await page.page.keyboard.press('Control+k');
  await page.page.locator('#command-input').fill(payloads[0] ?? '');
  await page.page.keyboard.press('Escape');
}

async function expectHarmless(payloads: readonly string[]): Promise<void> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'perch-xss-'));
  const board = join(dataDirectory, 'board.jsonl');
  await writeFile(board, boardOf(payloads));
  const perch = await startPerch({ dataDirectory: join(dataDirectory, 'store') });
  try {
    const { code, errors } = await runCommand('import', [board], { dataDirectory: perch.dataDirectory });
    expect([code, errors]).toEqual([0, '']);
    const page = await openPage(browser, perch.url);
    const strange = watch(page, perch.url);
    await walkThrough(page, payloads);
    // Once more from the store, as a reload would show it.
    await page.page.reload();
    await page.counts.locator('strong.num').waitFor();
    await page.page.waitForLoadState('networkidle');
    expect(strange).toEqual([]);
    expect(await page.page.evaluate('window.broken')).toBeUndefined();
    const ours = 'perch-app :is(iframe, object, embed, img, video, audio, base, meta, style, script)';
    expect(await page.page.locator(ours).count()).toBe(0);
    await page.context.close();
  } finally {
    await perch.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

describe('hostile words in postings and messages', () => {
  it('do nothing', async () => await expectHarmless(OWN));

  it.skipIf(collected().length === 0)(
    'do nothing, whatever others have collected (../shared)',
    { timeout: 600_000 },
    async () => await expectHarmless(collected()),
  );
});
