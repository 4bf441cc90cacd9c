/** The states of the page that are looked at (accessibility) and shown (screenshots), and how to get there. */
import type { PerchPage } from './page.ts';
import { beginAnswer, hover, open, score, search, showCall } from './reach.ts';
import { changeFrames, holdFrames, prepareCut } from './socket-route.ts';

export interface State {
  name: string;
  /** Which of the two tabs shows it where the page is narrow; null where it lies over both. */
  tab: 'jobs' | 'chat' | null;
  /** What must be in view while the state lasts. */
  sign?: string;
  /** Leads a freshly opened wide page there. */
  reach(page: PerchPage): Promise<void>;
}

/** Below this width list and chat are tabs. */
const TABS_BELOW = 900;

/** The page at another size, with the state still in view. */
export async function resize(page: PerchPage, state: State, size: { width: number; height: number }): Promise<void> {
  await page.page.setViewportSize(size);
  const tab = page.page
    .getByRole('button', { name: state.tab === 'jobs' ? /^Jobs/ : /^Chat/ })
    .and(page.page.locator('.tab'));
  // A click beside it would close what is open.
  if (state.tab !== null && size.width < TABS_BELOW && (await tab.getAttribute('aria-pressed')) !== 'true')
    await tab.click();
  if (state.sign !== undefined) await page.page.locator(state.sign).first().waitFor();
}

export const STATES: readonly State[] = [
  { name: 'empty', tab: 'jobs', reach: async () => await Promise.resolve() },
  { name: 'welcome', tab: 'chat', reach: async () => await Promise.resolve() },
  { name: 'main', tab: 'jobs', reach: search },
  {
    name: 'chat',
    tab: 'chat',
    async reach(page) {
      await search(page);
      await page.ask('only the last two weeks');
    },
  },
  {
    name: 'hidden',
    tab: 'jobs',
    sign: '#hidden-panel',
    async reach(page) {
      await search(page);
      await page.counts.getByRole('button', { name: /hidden/ }).click();
    },
  },
  { name: 'streaming', tab: 'chat', sign: '.message[aria-busy]', reach: beginAnswer },
  {
    name: 'waiting',
    tab: 'chat',
    sign: 'perch-queue .bubble',
    async reach(page) {
      await beginAnswer(page);
      await page.say('newest first');
    },
  },
  {
    name: 'approval',
    tab: 'chat',
    sign: 'perch-approval',
    reach: async (page) => await showCall(page, 'waiting', 'Set preferences: this needs your approval first.'),
  },
  {
    name: 'denied',
    tab: 'chat',
    reach: async (page) => await showCall(page, 'denied', 'Set preferences: not done, you said no.'),
  },
  {
    name: 'detail',
    tab: null,
    sign: '#posting-title',
    async reach(page) {
      await search(page);
      await open(page, 0);
      await page.page.locator('#posting-title').waitFor();
    },
  },
  {
    name: 'compare',
    tab: null,
    sign: '#compare-title',
    async reach(page) {
      await search(page);
      for (const place of [0, 2]) await page.cards.nth(place).getByRole('checkbox').click();
      await page.page.getByRole('button', { name: 'Compare', exact: true }).click();
      await page.page.locator('#compare-title').waitFor();
    },
  },
  {
    name: 'loading',
    tab: 'jobs',
    sign: '.sk-title',
    async reach(page) {
      await holdFrames(page, () => true);
      await page.page.locator('.sk-title').first().waitFor();
    },
  },
  {
    name: 'error',
    tab: 'jobs',
    async reach(page) {
      const line = { en: 'No answer in 10 seconds. Asked again in 20 minutes', de: '', uk: '' };
      await changeFrames(page, (event) =>
        event.type === 'conversation-snapshot'
          ? {
              ...event,
              sources: event.sources.map((source, place) =>
                place < 2 ? { ...source, state: 'failed', line } : source,
              ),
            }
          : event,
      );
      await page.page.getByText(line.en).first().waitFor();
    },
  },
  {
    name: 'offline',
    tab: 'chat',
    sign: '.banner',
    async reach(page) {
      const cut = await prepareCut(page);
      await search(page);
      await cut();
      await page.page.getByText('You are offline').first().waitFor();
      await page.say('only the last two weeks');
    },
  },
  {
    name: 'zero',
    tab: 'jobs',
    sign: 'perch-zero',
    async reach(page) {
      await page.action('set_filter', { set: { companies: ['Nobody at All'], skills: ['COBOL'] } });
      await page.page.locator('perch-zero').waitFor();
    },
  },
  {
    name: 'saved',
    tab: 'jobs',
    sign: '#marked-title',
    async reach(page) {
      await search(page);
      const save = page.cards.nth(1).getByRole('button', { name: /^Save/ });
      // An earlier state may have saved it.
      if (await save.isVisible()) await save.click();
      await page.page.locator('perch-rail').getByRole('button', { name: 'Saved' }).click();
      await page.page.locator('#marked-title').waitFor();
    },
  },
  {
    name: 'searches',
    tab: 'jobs',
    sign: '.search-line b',
    async reach(page) {
      await search(page);
      await page.action('save_search', { name: 'Python near home' });
      await page.action('set_filter', { set: { cities: ['Berlin'], seniority: ['senior'] }, clear: ['query'] });
      await page.action('save_search', { frequency: 'weekly' });
      await changeFrames(page, (event) =>
        event.type === 'action-result' && event.searches !== null
          ? {
              ...event,
              searches: {
                searches: event.searches.searches.map((line, place) =>
                  place === 0 ? { ...line, newMatches: 12, hasNews: true } : line,
                ),
              },
            }
          : event,
      );
      await page.page.locator('perch-rail').getByRole('button', { name: 'Searches' }).click();
      await page.page.locator('.search-line b').waitFor();
    },
  },
  {
    name: 'selection',
    tab: 'jobs',
    sign: '.selection',
    async reach(page) {
      await search(page);
      for (const place of [0, 1]) await page.cards.nth(place).getByRole('checkbox').click();
    },
  },
  {
    name: 'filter',
    tab: 'jobs',
    sign: 'perch-chip-editor',
    async reach(page) {
      await search(page);
      await page.page.getByRole('button', { name: 'Add a filter' }).click();
      await page.page.locator('perch-chip-editor').waitFor();
    },
  },
  {
    name: 'toast',
    tab: 'jobs',
    sign: '.toast',
    async reach(page) {
      await search(page);
      await page.cards
        .first()
        .getByRole('button', { name: /^(?:Save|No longer save)/ })
        .click();
      await page.page.locator('.toast').waitFor();
    },
  },
  {
    name: 'conversations',
    tab: 'chat',
    sign: '.conversation-line',
    async reach(page) {
      await search(page);
      await page.page.locator('.thread').click();
      await page.page.locator('.conversation-line').first().waitFor();
    },
  },
  {
    name: 'edit',
    tab: 'chat',
    sign: 'perch-message-editor',
    async reach(page) {
      await search(page);
      await page.page.getByRole('button', { name: 'Edit', exact: true }).click();
      await page.page.getByLabel('Edit your message').waitFor();
    },
  },
  {
    name: 'command',
    tab: null,
    sign: '[role=option]',
    async reach(page) {
      await search(page);
      await page.page.keyboard.press('Control+k');
      await page.page.getByRole('option').first().waitFor();
    },
  },
  {
    name: 'settings',
    tab: null,
    sign: '#settings-title',
    async reach(page) {
      await page.page.locator('perch-rail').getByRole('button', { name: 'Settings' }).click();
      await page.page.locator('#settings-title').waitFor();
    },
  },
  {
    name: 'shortcuts',
    tab: null,
    sign: '#shortcuts-title',
    async reach(page) {
      await page.page.locator('body').press('?');
      await page.page.locator('#shortcuts-title').waitFor();
    },
  },
  {
    name: 'cv-drop',
    tab: null,
    sign: '.drop',
    async reach(page) {
      await hover(page);
      await page.page.locator('.drop').waitFor();
    },
  },
  // From here on the person has a CV.
  {
    name: 'cv',
    tab: null,
    sign: '#cv-headline',
    async reach(page) {
      await score(page);
      await page.page.locator('perch-rail').getByRole('button', { name: 'My CV' }).click();
      await page.page.locator('#cv-headline').waitFor();
    },
  },
  {
    name: 'scores',
    tab: null,
    sign: '#posting-title',
    async reach(page) {
      await search(page);
      await score(page);
      await open(page, 0);
      await page.page.locator('perch-posting-detail .verdicts').waitFor();
    },
  },
];
