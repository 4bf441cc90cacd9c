/** The reason Perch exists, walked as one story. After each step the page must say what the store says. */
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { openPage, type PerchPage } from './page.ts';
import { type Perch, runCommand } from './perch.ts';

export const WISH = 'remote Python jobs in Germany';

/**
 * Import, wish, chip, follow-up, undo, export. `board` is a file for `import`; the names in `sure` are in it and
 * must be found. Returns the page for steps that follow.
 */
export async function walkStory(
  browser: Browser,
  perch: Perch,
  board: string,
  sure: readonly string[],
): Promise<PerchPage> {
  const imported = await runCommand('import', [board], perch);
  expect(imported.code, imported.errors).toBe(0);

  const page = await openPage(browser, perch.url);
  const before = await page.expectPageEqualsStore();
  expect(before.filter).toEqual({});
  expect(before.matches.filter(({ isSample }) => isSample)).toEqual([]);

  await page.ask(WISH);
  const wished = await page.expectPageEqualsStore();
  expect(wished.filter).toMatchObject({ workplace: ['remote'], skills: ['Python'], countries: ['DE'] });
  expect(wished.total).toBeLessThan(before.total);
  const titles = wished.matches.map(({ title }) => title);
  for (const title of sure) expect(titles).toContain(title);
  expect(await page.answers.last().innerText()).toContain(String(wished.total));

  await page.removeChip(/Python/);
  await expect.poll(async () => await page.chips.count()).toBe(2);
  const wider = await page.expectPageEqualsStore();
  expect(wider.filter.skills).toBeUndefined();
  expect(wider.total).toBeGreaterThan(wished.total);

  await page.ask('only the last two weeks');
  const recent = await page.expectPageEqualsStore();
  expect(recent.filter).toEqual({ ...wider.filter, postedWithinDays: 14 });
  expect(recent.total).toBeLessThan(wider.total);

  await page.ask('undo');
  const undone = await page.expectPageEqualsStore();
  expect(undone.filter).toEqual(wider.filter);
  expect(undone.total).toBe(wider.total);

  await expectExport(page, undone.total);
  return page;
}

/** Exports as CSV by sentence and reads the file behind the link, which must outlive a reload. */
async function expectExport(page: PerchPage, total: number): Promise<void> {
  await page.ask('export as CSV');
  const link = page.page.getByRole('link', { name: /csv/i }).last();
  const address = await link.getAttribute('href');
  await page.page.reload();
  await page.composer.waitFor();
  expect(await page.page.getByRole('link', { name: /csv/i }).last().getAttribute('href')).toBe(address);
  const [download] = await Promise.all([page.page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  const answer = await page.context.request.get(new URL(address ?? '', page.page.url()).href);
  const text = await answer.text();
  for (const { title, url } of (await page.expectPageEqualsStore()).matches) {
    expect(text).toContain(title);
    expect(text).toContain(url);
  }
  expect(countRows(text)).toBeGreaterThanOrEqual(total);
}

/** Rows of a CSV text, with line breaks inside quotes left alone. */
function countRows(text: string): number {
  return text
    .replaceAll(/"(?:[^"]|"")*"/g, 'cell')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '').length;
}
