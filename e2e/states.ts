/** The states of the page that are looked at (accessibility) and shown (screenshots), and how to get there. */
import type { PerchPage } from './page.ts';

export interface State {
  name: 'main' | 'detail' | 'chat' | 'empty' | 'zero';
  /** Leads a freshly opened page there; below 900 px list and chat are tabs. */
  reach(page: PerchPage, width: number): Promise<void>;
}

const TABS_BELOW = 900;

async function turnTo(page: PerchPage, width: number, tab: RegExp): Promise<void> {
  if (width < TABS_BELOW) await page.page.getByRole('button', { name: tab }).click();
}

async function startOver(page: PerchPage): Promise<void> {
  await page.action('clear_filters', {});
  await page.page
    .getByRole('list', { name: 'Filters' })
    .getByRole('button', { name: /^Remove/ })
    .first()
    .waitFor({ state: 'hidden' });
}

export const STATES: readonly State[] = [
  {
    name: 'empty',
    async reach(page, width) {
      await startOver(page);
      await turnTo(page, width, /^Jobs/);
    },
  },
  {
    name: 'main',
    async reach(page, width) {
      await startOver(page);
      await turnTo(page, width, /^Chat/);
      await page.ask('remote Python jobs in Germany');
      await turnTo(page, width, /^Jobs/);
      await page.cards.first().waitFor();
    },
  },
  {
    name: 'chat',
    async reach(page, width) {
      await startOver(page);
      await turnTo(page, width, /^Chat/);
      await page.ask('remote Python jobs in Germany');
      await page.ask('only the last two weeks');
    },
  },
  {
    name: 'detail',
    async reach(page, width) {
      await startOver(page);
      await turnTo(page, width, /^Chat/);
      await page.ask('remote Python jobs');
      await turnTo(page, width, /^Jobs/);
      await page.cards.first().getByRole('heading').getByRole('button').click();
      await page.page.locator('perch-posting-detail').getByRole('heading').first().waitFor();
    },
  },
  {
    name: 'zero',
    async reach(page, width) {
      await page.action('set_filter', {
        set: { companies: ['Nobody at All'], skills: ['COBOL'] },
        clear: ['workplace'],
      });
      await turnTo(page, width, /^Jobs/);
      await page.cards.first().waitFor({ state: 'hidden' });
    },
  },
];
