/** For every action with a control: once by sentence, once by click, and the store must be the same afterwards. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { writeBoard } from './board.ts';
import { openBrowser } from './browser.ts';
import { openFreshPage, type PerchPage, type Stored } from './page.ts';
import { type Perch, runCommand, startPerch } from './perch.ts';

interface Pair {
  action: string;
  /** What both ways begin with. */
  before?: readonly string[];
  sentence: string;
  click(page: PerchPage): Promise<void>;
  /** What stands on the page then, where it is no part of the store. */
  shows?: string;
}

const firstCard = (page: PerchPage) => page.cards.first();
const cardButton = (page: PerchPage, name: RegExp) => firstCard(page).getByRole('button', { name });

const PAIRS: readonly Pair[] = [
  {
    action: 'set_filter',
    before: ['remote Python jobs in Germany'],
    sentence: 'drop Python',
    click: async (page) => await page.removeChip(/Python/),
  },
  {
    action: 'clear_filters',
    before: ['COBOL jobs in Iceland, onsite, part time, in Japanese'],
    sentence: 'clear all filters',
    click: async (page) => await page.page.getByRole('button', { name: 'Clear all filters' }).click(),
  },
  {
    action: 'undo',
    before: ['remote Python jobs in Germany'],
    sentence: 'undo',
    click: async (page) => await page.page.getByRole('button', { name: /^Undo/ }).last().click(),
  },
  {
    action: 'save_job',
    sentence: 'save the first one',
    click: async (page) => await cardButton(page, /^Save/).click(),
  },
  {
    action: 'hide_job',
    sentence: 'hide the first one',
    click: async (page) => await cardButton(page, /^Hide/).click(),
  },
  {
    action: 'show_more',
    sentence: 'show more',
    // The list goes on by itself as one scrolls; what is said has its place in the command bar.
    click: async (page) => {
      await page.page.keyboard.press('Control+k');
      await page.page.locator('#command-input').fill('show more');
      await page.page.locator('#command-input').press('Enter');
    },
  },
  {
    action: 'show_unclear',
    before: ['remote Python jobs in Germany'],
    sentence: 'only the sure ones',
    click: async (page) => {
      await page.page.getByRole('button', { name: /unclear$/ }).click();
      await page.page.getByTestId('show-unclear').click();
    },
  },
  {
    action: 'compare_jobs',
    sentence: 'compare the first two',
    shows: '#compare-title',
    click: async (page) => {
      for (const place of [0, 1]) await page.cards.nth(place).getByRole('checkbox').click();
      await page.page.getByRole('button', { name: 'Compare', exact: true }).click();
    },
  },
  {
    action: 'set_preferences',
    sentence: 'switch to dark mode',
    shows: 'html[data-theme="dark"]',
    click: async (page) => {
      await page.page.locator('perch-rail').getByRole('button', { name: 'Settings' }).click();
      await page.page.locator('#theme').selectOption('dark');
    },
  },
  {
    action: 'show_job',
    sentence: 'open the first one',
    shows: '#posting-title',
    click: async (page) => await firstCard(page).getByRole('heading').getByRole('button').click(),
  },
];

/** What is equal when two ways did the same: ids differ between two stores, titles and values do not. */
function essence(stored: Stored) {
  return {
    filter: stored.filter,
    revision: stored.revision,
    counts: [stored.total, stored.unclear, stored.hidden],
    list: stored.matches.map(({ title, company, mark }) => ({ title, company, mark })),
  };
}

/** A Perch for what is said and one for what is clicked; both live through the same, one pair after the other. */
interface Two {
  spoken: Perch;
  clicked: Perch;
}
let browser: Browser;
/** With a board. */
let withBoard: Two;
/** With the samples, which alone are long enough to have more to show. */
let withSamples: Two;
beforeAll(async () => {
  browser = await openBrowser();
  const [board, a, b, c, d] = await Promise.all([writeBoard(), startPerch(), startPerch(), startPerch(), startPerch()]);
  withBoard = { spoken: a, clicked: b };
  withSamples = { spoken: c, clicked: d };
  for (const { dataDirectory } of [a, b]) {
    const imported = await runCommand('import', [board], { dataDirectory });
    if (imported.code !== 0) throw new Error(imported.errors);
  }
});
afterAll(async () => {
  await browser.close();
  for (const perch of [withBoard, withSamples].flatMap(({ spoken, clicked }) => [spoken, clicked])) await perch.stop();
});

/** A conversation of its own, led to where both ways begin. */
async function open(perch: Perch, { before = [] }: Pair): Promise<PerchPage> {
  const page = await openFreshPage(browser, perch.url);
  for (const sentence of before) await page.ask(sentence);
  await page.expectPageEqualsStore();
  return page;
}

/** What belongs to the page and not to the store is part of what must be equal. */
async function outcome(page: PerchPage, { shows }: Pair): Promise<unknown> {
  const stored = await page.expectPageEqualsStore();
  if (shows !== undefined) await page.page.locator(shows).waitFor();
  const detail = page.page.locator('#posting-title, #compare-title').first();
  return { ...essence(stored), open: (await detail.isVisible()) ? await detail.innerText() : null };
}

describe('a sentence and a click do the same', () => {
  it.each(PAIRS)('$action', async (pair) => {
    const { spoken, clicked } = pair.action === 'show_more' ? withSamples : withBoard;
    const speaking = await open(spoken, pair);
    await speaking.ask(pair.sentence);
    const bySentence = await outcome(speaking, pair);
    await speaking.context.close();

    const clicking = await open(clicked, pair);
    await pair.click(clicking);
    await expect.poll(async () => await outcome(clicking, pair)).toEqual(bySentence);
    await clicking.context.close();
  });

  it('is tried for every action that has a control', async () => {
    const document = z
      .object({ paths: z.record(z.string(), z.unknown()) })
      .parse(await (await fetch(`${withSamples.spoken.url}/api/openapi.json`)).json());
    const all = Object.keys(document.paths).flatMap((path) => /^\/api\/actions\/(\w+)$/.exec(path)?.[1] ?? []);
    // These answer, fetch or write a file; people say them.
    const withoutControl = [
      'get_filters',
      'count_jobs',
      'fetch_jobs',
      'export',
      'list_sources',
      'score_jobs',
      'explain_match',
      'analyze_cv',
      'rate_projects',
    ];
    // The built-in assistant does not understand these yet; a language model does.
    const withoutSentence = ['separate_job', 'set_model', 'test_model'];
    // Change no list: cv.test.ts and walk.test.ts click them, the tests of server/language say them.
    const elsewhere = ['show_marked', 'show_profile', 'correct_profile', 'choose_cv', 'add_job'];
    // saved-searches.test.ts says and clicks them.
    const ofSearches = ['save_search', 'show_searches', 'open_search', 'change_search', 'remove_search'];
    // Needs boards that answer: boards.test.ts tries it both ways.
    const withBoards = ['follow_employer'];
    // Need a model that answers.
    const withModel = ['rate_jobs', 'estimate_rating', 'fill_profile'];
    const tried = PAIRS.map(({ action }) => action);
    expect(
      all
        .filter(
          (name) =>
            ![...withoutControl, ...withoutSentence, ...elsewhere, ...ofSearches, ...withBoards, ...withModel].includes(
              name,
            ),
        )
        .toSorted(),
    ).toEqual(tried.toSorted());
  });
});
