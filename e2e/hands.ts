/** Three ways to use the page: a mouse, a keyboard alone, and fingers on a phone. */
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Texts } from '../client/i18n/texts.ts';
import { dropFiles } from './dropped.ts';
import { until } from './until.ts';

/** A control that Tab does not reach in so many steps is not reached; the list draws more cards as one goes through it. */
const MOST_TABS = 1500;

export interface Hands {
  /** Writes in the composer and sends. */
  say(text: string): Promise<void>;
  press(control: Locator): Promise<void>;
  save(card: Locator): Promise<void>;
  hide(card: Locator): Promise<void>;
  /** Turns to the list, where it is not in view. */
  look(): Promise<void>;
  /** Takes back what was done last. */
  undo(): Promise<void>;
  /** Gives the page a text file: drops it, or chooses it beside the composer. */
  giveFile(name: string, text: string): Promise<void>;
}

type HandsOf = (page: Page, texts: Texts) => Hands;

const desktop: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };
const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
};

const composerOf = (page: Page, texts: Texts): Locator => page.getByLabel(texts.message, { exact: true });
const nameOf = async (card: Locator): Promise<string> =>
  await card.getByRole('heading').getByRole('button').first().innerText();

/** Presses what a card offers, by the words on it. */
const onCard = (texts: Texts, press: Hands['press']): Pick<Hands, 'save' | 'hide'> => ({
  save: async (card) => await press(card.getByRole('button', { name: texts.save(await nameOf(card)), exact: true })),
  hide: async (card) => await press(card.getByRole('button', { name: texts.hide(await nameOf(card)), exact: true })),
});

/** Opens the dialog for files beside the composer and chooses one there. */
async function chooseFile(page: Page, open: () => Promise<void>, name: string, text: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), open()]);
  await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

const byMouse: HandsOf = (page, texts) => {
  const press = async (control: Locator): Promise<void> => await control.click();
  return {
    async say(text) {
      await composerOf(page, texts).click();
      await page.keyboard.insertText(text);
      await page.getByRole('button', { name: texts.send, exact: true }).click();
    },
    press,
    ...onCard(texts, press),
    look: async () => await Promise.resolve(),
    undo: async () => await page.locator('perch-toast').getByRole('button', { name: texts.undo, exact: true }).click(),
    giveFile: async (name, content) => await dropFiles(page, [{ name, type: 'text/plain', content }]),
  };
};

const byKeyboard: HandsOf = (page, texts) => {
  const isThere = async (control: Locator): Promise<boolean> =>
    await control.evaluate((element) => element.ownerDocument.activeElement === element);
  const reach = async (control: Locator): Promise<void> => {
    await control.waitFor();
    for (let step = 0; step < MOST_TABS && !(await isThere(control)); step += 1) await page.keyboard.press('Tab');
    if (!(await isThere(control))) throw new Error(`Tab does not reach ${String(control)}`);
  };
  const press = async (control: Locator): Promise<void> => {
    await reach(control);
    await page.keyboard.press('Enter');
  };
  /** Letters act on the card that has the focus in it. */
  const letter = async (card: Locator, key: string): Promise<void> => {
    await reach(card.getByRole('heading').getByRole('button').first());
    await page.keyboard.press(key);
  };
  return {
    async say(text) {
      if (!(await isThere(composerOf(page, texts)))) await page.keyboard.press('/');
      await page.keyboard.insertText(text);
      await page.keyboard.press('Enter');
    },
    press,
    save: async (card) => await letter(card, 's'),
    hide: async (card) => await letter(card, 'h'),
    look: async () => await Promise.resolve(),
    undo: async () => await page.keyboard.press('u'),
    async giveFile(name, text) {
      await chooseFile(page, async () => await press(page.locator('.attach input')), name, text);
    },
  };
};

const byTouch: HandsOf = (page, texts) => {
  /** List and chat are tabs here. */
  const show = async (tab: string): Promise<void> => {
    const button = page.getByRole('button', { name: new RegExp(`^${tab}`, 'u') }).and(page.locator('.tab'));
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.tap();
  };
  const press = async (control: Locator): Promise<void> => {
    let turns = 0;
    await until('a tab shows it', async () => {
      if (await control.isVisible()) return null;
      turns += 1;
      await show(turns % 2 === 0 ? texts.jobs : texts.chat);
      return `${String(control)} is on neither`;
    });
    await control.tap();
  };
  return {
    async say(text) {
      await show(texts.chat);
      await composerOf(page, texts).tap();
      await page.keyboard.insertText(text);
      await page.getByRole('button', { name: texts.send, exact: true }).tap();
    },
    press,
    ...onCard(texts, press),
    look: async () => await show(texts.jobs),
    undo: async () => await page.locator('perch-toast').getByRole('button', { name: texts.undo, exact: true }).tap(),
    async giveFile(name, text) {
      await show(texts.chat);
      await chooseFile(page, async () => await page.locator('.attach').tap(), name, text);
    },
  };
};

export const WAYS: readonly { name: string; options: BrowserContextOptions; handsOf: HandsOf }[] = [
  { name: 'mouse', options: desktop, handsOf: byMouse },
  { name: 'keyboard', options: desktop, handsOf: byKeyboard },
  { name: 'touch', options: phone, handsOf: byTouch },
];
