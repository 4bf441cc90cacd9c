/**
 * The page in a browser, by the browser's own entries: what loads and how fast, what moves without a click, and
 * 10,000 matches scrolled through, read from a trace of the main thread.
 *
 * `npm run bench -- page [postings]`. Times on a busy machine are those of a busy machine; the trace also knows the
 * processor time of each task, which is what the bar is held against.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { openBrowser } from '../e2e/browser.ts';
import { openPage, type PerchPage } from '../e2e/page.ts';
import { type Perch, runCommand, startPerch } from '../e2e/perch.ts';
import { digits, writeFigures } from '../evals/figures.ts';
import { generateSamples } from '../server/postings/sample/sample-board.ts';

const DEFAULT = 10_000;
const LONG_MS = 50;
/** Rounds to 0.00. */
const NO_SHIFT = 0.005;
const STEPS = 120;
const JUMPS = 12;
/** Between steps, about two frames. */
const PAUSE_MS = 32;

/** Runs before the page: gathers what the browser itself notes. */
const OBSERVE = `
  window.noted = { shifts: 0, shiftsAfterInput: 0, longTasks: [], paint: 0 };
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) window.noted[hadRecentInput ? 'shiftsAfterInput' : 'shifts'] += value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) window.noted.paint = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.noted.longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
`;
const notedSchema = z.object({
  shifts: z.number(),
  shiftsAfterInput: z.number(),
  longTasks: z.array(z.number()),
  paint: z.number(),
  firstPaint: z.number(),
  bytes: z.number(),
});
const READ = `({
  ...window.noted,
  firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  bytes: [...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')]
    .reduce((total, entry) => total + entry.transferSize, 0),
})`;
const traceSchema = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string().optional(),
      pid: z.number(),
      tid: z.number(),
      dur: z.number().optional(),
      tdur: z.number().optional(),
      args: z.unknown(),
    }),
  ),
});

async function main(postings: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'perch-page-'));
  const browser = await openBrowser();
  let perch: Perch | null = null;
  try {
    const board = join(folder, 'board.jsonl');
    await writeBoard(board, postings);
    perch = await startPerch({ dataDirectory: join(folder, 'store') });
    const { code, errors } = await runCommand('import', [board], { dataDirectory: perch.dataDirectory });
    if (code !== 0) throw new Error(`the import failed: ${errors}`);
    const load = await measureLoad(browser, perch);
    const scroll = await measureScroll(browser, perch);
    const figures = { postings, load, scroll };
    process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
    writeFigures('page', figures);
    if (load.shiftsWithoutInput >= NO_SHIFT || scroll.longTasksCpu > 0) process.exitCode = 1;
  } finally {
    await perch?.stop();
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeBoard(path: string, count: number): Promise<void> {
  const file = createWriteStream(path);
  for (const posting of generateSamples(count, new Date()))
    if (!file.write(`${JSON.stringify({ ...posting, source: 'bench', isSample: undefined })}\n`))
      await once(file, 'drain');
  file.end();
  await once(file, 'finish');
}

/** First visit, then a walk with the mouse: search, save, open, close, undo. */
async function measureLoad(browser: Browser, perch: Perch) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  await context.addInitScript(OBSERVE);
  const page = await openPage(browser, perch.url, { context });
  await page.cards.first().waitFor();
  const usable = z.number().parse(await page.page.evaluate('performance.now()'));
  const loaded = await readNotes(page.page);
  await walk(page);
  const walked = await readNotes(page.page);
  await context.close();
  return {
    firstContentfulPaintMs: digits(loaded.firstPaint),
    largestContentfulPaintMs: digits(loaded.paint),
    listThereMs: digits(usable),
    blockedMs: digits(loaded.longTasks.reduce((total, duration) => total + Math.max(0, duration - LONG_MS), 0)),
    transferredKb: digits(loaded.bytes / 1000),
    shiftsWithoutInput: digits(walked.shifts),
    shiftsAfterInput: digits(walked.shiftsAfterInput),
  };
}

async function walk(page: PerchPage): Promise<void> {
  await page.ask('remote jobs');
  await page.cards.first().getByRole('button', { name: /^Save/ }).click();
  await page.page.locator('.toast').waitFor();
  await page.cards.nth(1).getByRole('heading').getByRole('button').click();
  await page.page.locator('#posting-title').waitFor();
  await page.page.keyboard.press('Escape');
  await page.ask('undo');
  await page.action('clear_filters', {});
  await page.page.waitForTimeout(500);
}

async function measureScroll(browser: Browser, perch: Perch) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  await context.addInitScript(OBSERVE);
  const { page, cards, counts } = await openPage(browser, perch.url, { context });
  await cards.first().waitFor();
  const rows = Number(await counts.locator('strong').getAttribute('data-total'));
  const list = page.locator('.match-list');
  await list.hover();
  await browser.startTracing(page, {
    categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  for (let step = 0; step < STEPS; step += 1) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(PAUSE_MS);
  }
  for (let jump = 0; jump < JUMPS; jump += 1) {
    const place = (jump * 7) % JUMPS;
    await list.evaluate(`(element) => element.scrollTo(0, element.scrollHeight * ${place / JUMPS})`);
    await page.waitForTimeout(300);
  }
  const trace = traceSchema.parse(JSON.parse((await browser.stopTracing()).toString('utf8')));
  const noted = await readNotes(page);
  await context.close();
  const tasks = mainTasks(trace.traceEvents);
  const most = (all: number[]): number => digits(Math.max(0, ...all));
  return {
    rows,
    tasks: tasks.length,
    longestTaskMs: most(tasks.map(({ wall }) => wall)),
    longestTaskCpuMs: most(tasks.map(({ cpu }) => cpu)),
    longTasks: tasks.filter(({ wall }) => wall > LONG_MS).length,
    longTasksCpu: tasks.filter(({ cpu }) => cpu > LONG_MS).length,
    shiftsWithoutInput: digits(noted.shifts),
  };
}

/** Tasks of the page's main thread, in milliseconds. */
function mainTasks(events: z.infer<typeof traceSchema>['traceEvents']): { wall: number; cpu: number }[] {
  const mains = events.filter(
    ({ name, args }) => name === 'thread_name' && JSON.stringify(args).includes('CrRendererMain'),
  );
  // A spare renderer has a main thread, too, but nothing to do.
  const all = mains.map((thread) =>
    events.filter(({ name, pid, tid }) => name === 'RunTask' && pid === thread.pid && tid === thread.tid),
  );
  const [busiest] = all.toSorted((a, b) => b.length - a.length);
  return (busiest ?? []).map(({ dur = 0, tdur = 0 }) => ({ wall: dur / 1000, cpu: tdur / 1000 }));
}

async function readNotes(page: Page): Promise<z.infer<typeof notedSchema>> {
  return notedSchema.parse(await page.evaluate(READ));
}

await main(Number(process.argv[2] ?? DEFAULT));
