/**
 * How long a page is without its list and its running answer when the line is cut in mid-answer: from the cut until a
 * snapshot has come over a new line, the page's own wait before it tries again included.
 *
 * `npm run bench -- resume [cuts]` (300 without a number)
 */
import { setTimeout as wait } from 'node:timers/promises';
import { openBrowser } from '../e2e/browser.ts';
import { openPage } from '../e2e/page.ts';
import { believedBy, createWitness } from '../e2e/page-state.ts';
import { startPerch } from '../e2e/perch.ts';
import { CALM, dice, startUnreliableLine } from '../e2e/unreliable-line.ts';
import { digits, writeFigures } from '../evals/figures.ts';

const BAR_MS = 1000;
const SENTENCES = ['remote Python jobs in Germany', 'only the last two weeks', 'newest first', 'clear all filters'];

async function main(cuts: number): Promise<void> {
  const perch = await startPerch();
  const browser = await openBrowser();
  const line = await startUnreliableLine(perch.url, dice(1));
  const page = await openPage(browser, line.url);
  const witness = await createWitness(perch.url);
  line.be({ ...CALM, lifeMs: 400 });
  for (let said = 0; line.count.cut < cuts; said += 1) {
    await page.say(SENTENCES[said % SENTENCES.length] ?? '');
    while ((await believedBy(page.page)).queued.length > 2) await wait(50);
    await wait(300);
  }
  line.be(CALM);
  await witness.expectSame(page.page);
  const times = line.resumes.toSorted((a, b) => a - b);
  const at = (share: number): number => digits(times[Math.floor(times.length * share)] ?? 0);
  const figures = { cuts: line.count.cut, median: at(0.5), p95: at(0.95), barP95: BAR_MS };
  writeFigures('resume', { milliseconds: figures });
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  await browser.close();
  await line.close();
  await perch.stop();
}

await main(Number(process.argv[2] ?? 300));
