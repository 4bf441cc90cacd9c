/** The whole way of a new person, in a real browser against a real Perch. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBoard } from './board.ts';
import { openBrowser } from './browser.ts';
import { createDatabase, nativeServer } from './native.ts';
import { openPage } from './page.ts';
import { root, startPerch } from './perch.ts';
import { walkStory, WISH } from './story.ts';

const CORPUS = join(root, '../shared/data/postings/ashby.jsonl.gz');
const SURE = ['Backend Engineer, Ledger', 'Data Engineer, Timetables', 'Platform Engineer, Tariffs'];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => await browser.close());

describe('the main story', () => {
  it('holds on the embedded store', async () => {
    const perch = await startPerch();
    try {
      const page = await walkStory(browser, perch, await writeBoard(), SURE);
      await page.context.close();
    } finally {
      expect(await perch.stop()).toBe(0);
    }
  });

  it.skipIf(nativeServer === null)('holds on a native Postgres (TEST_DATABASE_URL)', async () => {
    const database = await createDatabase(nativeServer ?? '');
    const perch = await startPerch({ environment: { DATABASE_URL: database.url } });
    try {
      const page = await walkStory(browser, perch, await writeBoard(), SURE);
      await page.context.close();
    } finally {
      await perch.stop();
      await database.drop();
    }
  });

  it.skipIf(!existsSync(CORPUS))('holds over 5,586 real postings (../shared)', { timeout: 300_000 }, async () => {
    const perch = await startPerch();
    try {
      const page = await walkStory(browser, perch, CORPUS, []);
      await page.context.close();
    } finally {
      await perch.stop();
    }
  });

  it('begins on the sample board, and says so', async () => {
    const perch = await startPerch();
    try {
      const page = await openPage(browser, perch.url);
      const stored = await page.expectPageEqualsStore();
      expect(stored.total).toBe(200);
      expect(stored.matches.every(({ isSample }) => isSample)).toBe(true);
      await page.page
        .getByText(/sample postings/i)
        .first()
        .waitFor();
      await page.context.close();
    } finally {
      await perch.stop();
    }
  });

  it('finds the list as it was left, after a restart', async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'perch-restart-'));
    const first = await startPerch({ dataDirectory });
    const page = await openPage(browser, first.url);
    await page.ask(WISH);
    const left = await page.expectPageEqualsStore();
    expect(await first.stop()).toBe(0);

    const second = await startPerch({ dataDirectory, port: first.port });
    await page.page.reload();
    const found = await page.expectPageEqualsStore();
    expect(found.filter).toEqual(left.filter);
    expect(found.matches.map(({ id }) => id)).toEqual(left.matches.map(({ id }) => id));
    await page.page.getByText(WISH, { exact: true }).first().waitFor();
    await page.context.close();
    await second.stop();
    await rm(dataDirectory, { recursive: true, force: true });
  });
});
