/**
 * Search, refine, save, hide, undo, drop a CV, export: in each language, by mouse, by keyboard alone and by touch on a phone, with
 * a reload in mid-answer, a second tab, and a line that goes and comes. After each step the page believes and shows
 * what the store has.
 */
import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { de } from '../client/i18n/de.ts';
import { en } from '../client/i18n/en.ts';
import type { Texts } from '../client/i18n/texts.ts';
import { uk } from '../client/i18n/uk.ts';
import { cvsSchema } from '../server/cv/cv.ts';
import { openBrowser } from './browser.ts';
import { type Hands, WAYS } from './hands.ts';
import { type BelievedState, believedBy, createWitness, isQuiet, type Witness } from './page-state.ts';
import { type Perch, startPerch } from './perch.ts';
import { dice, startUnreliableLine, type UnreliableLine } from './unreliable-line.ts';
import { PATIENCE_MS, until } from './until.ts';
import { createVisitor } from './visitor.ts';

interface Tongue {
  locale: string;
  texts: Texts;
  wish: string;
  refine: string;
  sort: string;
  count: string;
  export: string;
}

const TONGUES: readonly Tongue[] = [
  {
    locale: 'en-GB',
    texts: en,
    wish: 'remote Python jobs in Germany',
    refine: 'only the last month',
    sort: 'newest first',
    count: 'how many are there?',
    export: 'export as CSV',
  },
  {
    locale: 'de-DE',
    texts: de,
    wish: 'Remote-Python-Jobs in Deutschland',
    refine: 'nur der letzte Monat',
    sort: 'neueste zuerst',
    count: 'wie viele sind es?',
    export: 'als CSV exportieren',
  },
  {
    locale: 'uk-UA',
    texts: uk,
    wish: 'віддалена робота з Python у Німеччині',
    refine: 'лише за останній місяць',
    sort: 'спочатку нові',
    count: 'скільки їх?',
    export: 'експортуй у CSV',
  },
];

const CV = `Ana Petrova
Senior Backend Engineer
Berlin, Germany

Experience
Senior Backend Engineer, Meridian Pay, Jan 2021 – Present

Skills
Python, Django, PostgreSQL, Kubernetes`;
/** Whoever has only Tab takes a while to get to a link. */
const TABBING_MS = 90_000;

let browser: Browser;
let perch: Perch;
let line: UnreliableLine;
let witness: Witness;
beforeAll(async () => {
  [browser, perch] = await Promise.all([openBrowser(), startPerch()]);
  line = await startUnreliableLine(perch.url, dice(1));
  witness = await createWitness(perch.url);
});
afterAll(async () => {
  await browser.close();
  await line.close();
  await perch.stop();
});

/** What can be seen says the same as what the page believes. */
async function expectShown(page: Page, { matches, counts }: BelievedState): Promise<void> {
  const wanted = JSON.stringify([matches.slice(0, 3).map(({ title }) => title), counts?.total]);
  await until('the list shows it', async () => {
    const cards = page.locator('perch-match-card .card-open');
    const titles = (await cards.allTextContents()).slice(0, 3).map((title) => title.trim());
    const header = (await page.locator('perch-counts strong').textContent()) ?? '';
    const total = Number(header.replaceAll(/\D/gu, ''));
    const seen = JSON.stringify([titles, total]);
    return seen === wanted ? null : `${seen} is shown, ${wanted} was expected`;
  });
}

async function settled(page: Page, hands?: Hands): Promise<BelievedState> {
  const believed = await witness.expectSame(page);
  await hands?.look();
  await expectShown(page, believed);
  return believed;
}

const saidIn = ({ messages }: BelievedState): number => messages.filter(({ role }) => role === 'user').length;

/** Says it and waits until it is answered. */
async function ask(page: Page, hands: Hands, text: string): Promise<BelievedState> {
  const before = saidIn(await believedBy(page));
  await hands.say(text);
  await until(`“${text}” is answered`, async () => {
    const believed = await believedBy(page);
    return isQuiet(believed) && saidIn(believed) === before + 1 ? null : `${saidIn(believed) - before} were taken`;
  });
  return await settled(page, hands);
}

/** As if nobody had been here: no filter, no marks, no CV. */
async function startOver(): Promise<void> {
  const visitor = await createVisitor(perch.url);
  await visitor.post('/api/actions/clear_filters', {});
  for (const [mark, action] of [
    ['saved', 'save_job'],
    ['hidden', 'hide_job'],
  ]) {
    const answer: unknown = await (await visitor.post('/api/actions/show_marked', { mark })).json();
    const { data } = z.object({ data: z.object({ matches: z.array(z.object({ id: z.uuid() })) }) }).parse(answer);
    const jobs = data.matches.map(({ id }) => id);
    if (jobs.length > 0) await visitor.post(`/api/actions/${action}`, { jobs, off: true });
  }
  const answer: unknown = await (await visitor.post('/api/actions/show_profile', {})).json();
  const { data } = z.object({ data: cvsSchema }).parse(answer);
  for (const { id } of data.cvs) await visitor.delete(`/cv/${id}`);
}

const cardAt = (page: Page, place: number): Locator => page.locator('perch-match-card').nth(place);

/** Says it, and the page is loaded anew before it can be answered. */
async function reloadInMidAnswer(page: Page, hands: Hands, text: string): Promise<void> {
  const before = saidIn(await believedBy(page));
  await hands.say(text);
  await until('it is on its way', async () => {
    const { messages, outgoing, running } = await believedBy(page);
    return running !== null || outgoing.length > 0 || messages.length > before ? null : 'nothing was sent';
  });
  await page.reload();
  await page.locator('perch-counts strong.num').waitFor({ state: 'attached' });
  await until('it is answered', async () => {
    const believed = await believedBy(page);
    return isQuiet(believed) ? null : `${saidIn(believed) - before} were taken`;
  });
}

/** Says it while there is no line; it is taken, once, when the line is back. */
async function speakOffline(page: Page, hands: Hands, text: string): Promise<void> {
  const before = saidIn(await believedBy(page));
  line.breakDown();
  try {
    await until('the page knows', async () => ((await believedBy(page)).connection === 'lost' ? null : 'it does not'));
    await hands.say(text);
    await page.getByText(text, { exact: true }).last().waitFor();
  } finally {
    line.repair();
  }
  await until('it is answered once', async () => {
    const believed = await believedBy(page);
    return isQuiet(believed) && saidIn(believed) === before + 1 ? null : `${saidIn(believed) - before} were taken`;
  });
}

/** Gives a CV: it it is read and shown, and every posting that is listed gets its score. */
async function giveCv(page: Page, hands: Hands, texts: Texts): Promise<void> {
  const numbers = page.locator('perch-match-card .ring-number');
  expect(await numbers.count()).toBe(0);
  await hands.giveFile('ana.txt', CV);
  const sheet = page.locator('perch-cv dialog');
  const headline = sheet.locator('#cv-headline');
  await headline.waitFor();
  expect(await headline.inputValue()).toBe('Senior Backend Engineer');
  await hands.press(sheet.getByRole('button', { name: texts.closeDialog, exact: true }));
  await until('all are scored', async () => {
    const unscored = (await believedBy(page)).matches.filter(({ score }) => score === null);
    return unscored.length === 0 ? null : `${unscored.length} are not`;
  });
  await settled(page, hands);
  expect(await numbers.count()).toBeGreaterThan(0);
}

/** The whole way; gives the postings that the exported file lacks. */
async function walk(tongue: Tongue, { options, handsOf }: (typeof WAYS)[number]): Promise<string[]> {
  const { texts } = tongue;
  await startOver();
  const context = await browser.newContext({ ...options, locale: tongue.locale, timezoneId: 'Europe/Berlin' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const hands = handsOf(page, texts);
  await page.goto(line.url);
  await page.locator('perch-counts strong.num').waitFor({ state: 'attached' });
  await settled(page, hands);

  const wished = await ask(page, hands, tongue.wish);
  expect(wished.filter.filter).toEqual({ workplace: ['remote'], skills: ['Python'], countries: ['DE'] });
  await ask(page, hands, tongue.refine);
  await hands.press(
    page.getByRole('list', { name: texts.filters }).getByRole('button', { name: texts.removeFilter('Python') }),
  );
  await until('the chip is gone', async () =>
    (await believedBy(page)).filter.filter.skills === undefined ? null : 'no',
  );
  const refined = await settled(page, hands);
  expect(refined.filter.filter).toEqual({ workplace: ['remote'], countries: ['DE'], postedWithinDays: 30 });

  const [first, second] = refined.matches;
  await hands.save(cardAt(page, 0));
  await until('it is saved', async () => ((await believedBy(page)).matches[0]?.mark === 'saved' ? null : 'it is not'));
  await settled(page, hands);
  await hands.hide(cardAt(page, 1));
  const isListed = async (): Promise<boolean> => (await believedBy(page)).matches.some(({ id }) => id === second?.id);
  await until('it is hidden', async () => ((await isListed()) ? 'it is listed' : null));
  await settled(page, hands);
  await hands.undo();
  await until('it is back', async () => ((await isListed()) ? null : 'it is not listed'));
  const undone = await settled(page, hands);
  expect(undone.matches.map(({ id, mark }) => [id, mark]).slice(0, 2)).toEqual([
    [first?.id, 'saved'],
    [second?.id, second?.mark],
  ]);

  await reloadInMidAnswer(page, hands, tongue.sort);
  expect((await settled(page, hands)).filter.filter).toMatchObject({ sort: 'newest' });
  const other = await context.newPage();
  await other.goto(page.url());
  await other.locator('perch-counts strong.num').waitFor({ state: 'attached' });
  expect(await settled(other)).toEqual(await believedBy(page));
  await speakOffline(page, hands, tongue.count);
  await settled(page, hands);
  await settled(other);
  await other.close();
  await giveCv(page, hands, texts);

  const last = await ask(page, hands, tongue.export);
  const link = page.getByRole('link', { name: /csv/iu }).last();
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: TABBING_MS }), hands.press(link)]);
  const file = await readFile(await download.path(), 'utf8');
  await context.close();
  return last.matches
    .filter(({ title, url }) => !file.includes(title) || !file.includes(url))
    .map(({ title }) => title);
}

describe.each(TONGUES)('in $locale', (tongue) => {
  it.each(WAYS)('by $name one searches, refines, saves, hides, undoes, gives a CV and exports', async (way) => {
    expect(await walk(tongue, way)).toEqual([]);
  });
});
