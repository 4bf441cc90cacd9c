/** What hands do around a conversation: composing, editing, going back and forth, naming, deleting, cancelling. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { dropFiles } from './dropped.ts';
import { openFreshPage, type PerchPage } from './page.ts';
import { type Perch, startPerch } from './perch.ts';

let browser: Browser;
let perch: Perch;
let perchPage: PerchPage;
beforeAll(async () => {
  [browser, perch] = await Promise.all([openBrowser(), startPerch()]);
  perchPage = await openFreshPage(browser, perch.url);
});
afterAll(async () => {
  await perchPage.context.close();
  await perch.stop();
  await browser.close();
});

describe('the composer', () => {
  it('sends with Enter, but not while letters are composed, and breaks the line with Shift', async () => {
    const { page, composer, finished, ask } = perchPage;
    await composer.fill('remote Python jobs');
    await composer.focus();
    await page.evaluate(
      `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))`,
    );
    await composer.press('Shift+Enter');
    expect(await composer.inputValue()).toBe('remote Python jobs\n');
    expect(await finished.count()).toBe(0);
    await ask('remote Python jobs in Germany');
    await page.getByRole('button', { name: 'Copy', exact: true }).first().click();
    await page
      .getByText(/^Copied|copy/u)
      .first()
      .waitFor();
  });

  it('edits what was said last with the arrow up, and both versions stay', async () => {
    const { page, composer, finished } = perchPage;
    await composer.press('ArrowUp');
    const editor = page.getByLabel('Edit your message');
    await editor.fill('remote Rust jobs in Germany');
    await editor.press('Enter');
    await page.getByText('2 of 2').waitFor();
    await finished.first().waitFor();
    expect((await perchPage.expectPageEqualsStore()).filter).toMatchObject({ skills: ['Rust'] });
    await page.getByRole('button', { name: 'Earlier version' }).click();
    await page.getByText('1 of 2').waitFor();
    await page.locator('.bubble', { hasText: 'remote Python jobs in Germany' }).waitFor();
  });
});

it('back and forward lead through postings and views', async () => {
  const { page, cards, action } = perchPage;
  await action('clear_filters', {});
  const open = async (place: number): Promise<string> => {
    const title = cards.nth(place).getByRole('heading').getByRole('button');
    const name = await title.innerText();
    await title.click();
    await page.locator('#posting-title', { hasText: name }).waitFor();
    return name;
  };
  const [first, second] = [await open(0), await open(1)];
  await page.goBack();
  await page.locator('#posting-title', { hasText: first }).waitFor();
  await page.goForward();
  await page.locator('#posting-title', { hasText: second }).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('#posting-title').waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).not.toContain('posting');
});

it('a conversation is named, found and deleted in its list', async () => {
  const { page } = perchPage;
  await page.locator('.thread').click();
  const line = (title: string) => page.locator('.conversation-line', { hasText: title });
  await page
    .getByRole('button', { name: /^Rename:/u })
    .first()
    .click();
  await page.getByLabel('Title').fill('Beekeeping');
  await page.getByLabel('Title').press('Enter');
  await line('Beekeeping').waitFor();
  const search = page.getByLabel('Search what was said');
  await search.fill('no conversation says this');
  await page.getByText('No conversation says this.').waitFor();
  await search.fill('beekee');
  await line('Beekeeping').waitFor();
  await page.getByRole('button', { name: 'Delete: Beekeeping' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await line('Beekeeping').waitFor({ state: 'detached' });
  expect(await page.locator('.thread').innerText()).not.toContain('Beekeeping');
  await page.keyboard.press('Escape');
});

it('an upload that takes long can be cancelled, and leaves nothing', async () => {
  const { page, action } = perchPage;
  await page.route('**/cv', () => undefined);
  await dropFiles(page, [{ name: 'ana.txt', type: 'text/plain', content: 'Ana Petrova' }]);
  await page.getByRole('progressbar').waitFor();
  await page.locator('.toast').getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  await page.unroute('**/cv');
  expect(await action('show_profile', {})).toMatchObject({ data: { cvs: [] } });
});

it('single keys can be switched off', async () => {
  const { page } = perchPage;
  const sheet = page.locator('#shortcuts-title');
  await page.locator('body').press('?');
  await sheet.waitFor();
  await page.keyboard.press('Escape');
  await page.locator('perch-rail').getByRole('button', { name: 'Settings' }).click();
  await page
    .locator('perch-settings')
    .getByRole('switch', { name: /shortcut|keys/iu })
    .click();
  await page.keyboard.press('Escape');
  await page.locator('body').press('?');
  expect(await sheet.count()).toBe(0);
  await page.keyboard.press('Control+k');
  await page.locator('#command-input').waitFor();
});
