/** For every action with a control: once by sentence, once by click, and the store must be the same afterwards. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { writeBoard } from './board.ts';
import { openBrowser } from './browser.ts';
import { openPage, type PerchPage, type Stored } from './page.ts';
import { type Perch, runCommand, startPerch } from './perch.ts';

interface Pair {
  action: string;
  /** What both ways begin with. */
  before?: readonly string[];
  sentence: string;
  click(page: PerchPage): Promise<void>;
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
    action: 'show_job',
    sentence: 'open the first one',
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

let browser: Browser;
let board: string;
beforeAll(async () => {
  browser = await openBrowser();
  board = await writeBoard();
});
afterAll(async () => await browser.close());

async function open(pair: Pair): Promise<{ perch: Perch; page: PerchPage }> {
  const perch = await startPerch();
  // Only the sample board is long enough to have more to show.
  if (pair.action !== 'show_more') {
    const imported = await runCommand('import', [board], { dataDirectory: perch.dataDirectory });
    expect(imported.code, imported.errors).toBe(0);
  }
  const page = await openPage(browser, perch.url);
  for (const sentence of pair.before ?? []) await page.ask(sentence);
  await page.expectPageEqualsStore();
  return { perch, page };
}

async function close({ perch, page }: { perch: Perch; page: PerchPage }): Promise<void> {
  await page.context.close();
  await perch.stop();
}

/** The detail pane belongs to the page, not to the store: it is part of what must be equal. */
async function outcome(page: PerchPage): Promise<unknown> {
  const stored = await page.expectPageEqualsStore();
  const detail = page.page.locator('perch-posting-detail').getByRole('heading').first();
  return { ...essence(stored), open: (await detail.isVisible()) ? await detail.innerText() : null };
}

describe('a sentence and a click do the same', () => {
  it.each(PAIRS)('$action', async (pair) => {
    const spoken = await open(pair);
    await spoken.page.ask(pair.sentence);
    const bySentence = await outcome(spoken.page);
    await close(spoken);

    const clicked = await open(pair);
    await pair.click(clicked.page);
    await expect.poll(async () => await outcome(clicked.page)).toEqual(bySentence);
    await close(clicked);
  });

  it('is tried for every action that has a control', async () => {
    const perch = await startPerch();
    const document = z
      .object({ paths: z.record(z.string(), z.unknown()) })
      .parse(await (await fetch(`${perch.url}/api/openapi.json`)).json());
    await perch.stop();
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
    ];
    // The built-in assistant does not understand these yet; a language model does.
    const withoutSentence = [
      'compare_jobs',
      'show_marked',
      'show_profile',
      'correct_profile',
      'choose_cv',
      'add_job',
      'separate_job',
      'set_preferences',
      'set_model',
      'test_model',
    ];
    // Needs boards that answer: boards.test.ts tries it both ways.
    const withBoards = ['follow_employer'];
    const tried = PAIRS.map(({ action }) => action);
    expect(
      all.filter((name) => ![...withoutControl, ...withoutSentence, ...withBoards].includes(name)).toSorted(),
    ).toEqual(tried.toSorted());
  });
});
