/** The page as a person uses it, by roles and names, and the store behind it, asked in the page's own session. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { z } from 'zod';
import { filterSchema } from '../server/matching/filter.ts';
import { matchSchema } from '../server/matching/match.ts';
import { PATIENCE_MS, until } from './until.ts';

const FIRST_CARDS = 5;

const filtersSchema = z.object({ data: z.object({ filter: filterSchema, revision: z.number() }) });
const listSchema = z.object({
  revision: z.number(),
  total: z.number(),
  unclear: z.number(),
  hidden: z.number(),
  matches: z.array(matchSchema),
});
/** The conversation's filter and list as the store has them. */
export type Stored = z.infer<typeof filtersSchema>['data'] & z.infer<typeof listSchema>;

export interface PerchPage {
  page: Page;
  context: BrowserContext;
  composer: Locator;
  send: Locator;
  stop: Locator;
  chips: Locator;
  cards: Locator;
  counts: Locator;
  answers: Locator;
  /** Answers whose turn has ended. */
  finished: Locator;
  say(text: string): Promise<void>;
  /** Says it and waits until the turn has ended. */
  ask(text: string): Promise<void>;
  untilIdle(): Promise<void>;
  removeChip(words: RegExp): Promise<void>;
  /** Runs an action over HTTP in this page's session. */
  action(name: string, input: unknown): Promise<unknown>;
  get(path: string): Promise<unknown>;
  /** Waits until chips, first cards and the count in the header say what the store says. */
  expectPageEqualsStore(): Promise<Stored>;
}

export interface OpenOptions {
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
  context?: BrowserContext;
}

/** Opens Perch in a browser window of its own, or in another tab of `context`. */
export async function openPage(browser: Browser, url: string, options: OpenOptions = {}): Promise<PerchPage> {
  const context =
    options.context ??
    (await browser.newContext({
      viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
      colorScheme: options.colorScheme ?? 'light',
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
    }));
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(url);
  const perch = describePage(page, context);
  // Connected, once the numbers are there. Narrow windows show only the list first.
  await perch.counts.locator('strong.num').waitFor();
  return perch;
}

/** The same, with a conversation of its own, the filter empty. */
export async function openFreshPage(browser: Browser, url: string): Promise<PerchPage> {
  const page = await openPage(browser, url);
  const before = page.page.url();
  await page.page.getByRole('button', { name: 'New conversation' }).last().click();
  await page.page.waitForURL((address) => address.href !== before);
  return page;
}

function describePage(page: Page, context: BrowserContext): PerchPage {
  const call = async (path: string, body?: unknown): Promise<unknown> => {
    const origin = new URL(page.url()).origin;
    const answer =
      body === undefined
        ? await context.request.get(origin + path)
        : await context.request.post(origin + path, { data: body, headers: { origin } });
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
    return answer.json();
  };
  const perch: PerchPage = {
    page,
    context,
    composer: page.getByLabel('Message', { exact: true }),
    send: page.getByRole('button', { name: 'Send', exact: true }),
    stop: page.getByRole('button', { name: /^Stop/ }),
    chips: page.getByRole('list', { name: 'Filters' }).getByRole('button', { name: /^Remove/ }),
    cards: page.locator('perch-match-card'),
    counts: page.locator('perch-counts'),
    answers: page.locator('.message.is-perch'),
    finished: page.locator('.message.is-perch:not([aria-busy])'),
    async say(text) {
      await perch.composer.fill(text);
      await perch.composer.press('Enter');
    },
    async ask(text) {
      const before = await perch.finished.count();
      await perch.say(text);
      await until(`an answer to “${text}”`, async () => {
        const answers = (await perch.finished.count()) - before;
        return answers === 1 ? null : `${answers} more answers`;
      });
      await perch.untilIdle();
    },
    async untilIdle() {
      await perch.stop.waitFor({ state: 'hidden' });
    },
    removeChip: async (words) =>
      await perch.chips
        .and(page.getByRole('button', { name: words }))
        .first()
        .click(),
    action: async (name, input) => await call(`/api/actions/${name}`, input),
    get: async (path) => await call(path),
    async expectPageEqualsStore() {
      let stored = await readStore(perch);
      await until('the page shows what the store has', async () => {
        stored = await readStore(perch);
        return difference(stored, await readPage(perch));
      });
      return stored;
    },
  };
  return perch;
}

interface Shown {
  chips: number;
  titles: string[];
  total: number | null;
}

async function readStore(perch: PerchPage): Promise<Stored> {
  const { data } = filtersSchema.parse(await perch.action('get_filters', {}));
  return { ...data, ...listSchema.parse(await perch.get('/jobs/matches')) };
}

async function readPage(perch: PerchPage): Promise<Shown> {
  const titles = await perch.cards.getByRole('heading').getByRole('button').allInnerTexts();
  const words = await perch.counts.locator('strong').innerText();
  const total = /([\d.,\s]+)/.exec(words)?.[1]?.replaceAll(/\D/g, '') ?? '';
  return { chips: await perch.chips.count(), titles, total: total === '' ? null : Number(total) };
}

/** Chips stand for values: one for each entry of a list, one for each other field. */
export function countChips(filter: Stored['filter']): number {
  return Object.entries(filter).reduce((sum, [field, value]) => {
    if (field === 'exclude' && typeof value === 'object') return sum + Object.values(value).flat().length;
    return sum + (Array.isArray(value) ? value.length : 1);
  }, 0);
}

/** What the page shows that the store does not have, in words; null when they agree. */
function difference(stored: Stored, shown: Shown): string | null {
  const expected = stored.matches.slice(0, FIRST_CARDS).map(({ title }) => title);
  const wanted = { chips: countChips(stored.filter), total: stored.total, titles: expected };
  const seen = { ...shown, titles: shown.titles.slice(0, FIRST_CARDS) };
  const [store, page] = [wanted, seen].map(({ chips, total, titles }) => JSON.stringify({ chips, total, titles }));
  return store === page ? null : `the store has ${store}, the page shows ${page}`;
}
