/** Hostile Markdown in an answer: nothing runs, nothing is fetched. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openPage } from './page.ts';
import { collected, OWN } from './payloads.ts';
import { startPerch } from './perch.ts';
import { startStandInModel } from './stand-in-model.ts';

/** Payloads in one answer; more make one message unreasonably long. */
const AT_ONCE = 60;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => await browser.close());

async function expectHarmless(payloads: readonly string[]): Promise<void> {
  const answers: string[] = [];
  for (let first = 0; first < payloads.length; first += AT_ONCE)
    answers.push(payloads.slice(first, first + AT_ONCE).join('\n\n'));
  let next = 0;
  const model = await startStandInModel(() => ({ text: answers[next++] ?? 'nothing more' }), 0);
  const perch = await startPerch({
    environment: { OPENAI_BASE_URL: model.url, LLM_MODEL: 'stand-in', ASSISTANT: 'model' },
  });
  const page = await openPage(browser, perch.url);
  const strange: string[] = [];
  page.page.on('request', (request) => {
    if (!request.url().startsWith(perch.url) && !request.url().startsWith('data:')) strange.push(request.url());
  });
  page.page.on('dialog', (dialog) => {
    strange.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  try {
    // An element that is never closed may take what follows with it, so nothing is looked for in the text.
    for (const number of answers.keys()) await page.ask(`Please show number ${number + 1}`);
    // Read once more from the store, as a reload would show it.
    await page.page.reload();
    await page.answers.nth(answers.length - 1).waitFor();
    await page.page.waitForLoadState('networkidle');
    expect(strange).toEqual([]);
    expect(await page.page.evaluate('window.broken')).toBeUndefined();
    expect(page.page.url().startsWith(perch.url)).toBe(true);
    const dangerous =
      'script, iframe, object, embed, form, style, svg, img, video, audio, base, meta, [onerror], [onload], [style]';
    const found = await page.page.locator('.prose').locator(dangerous).all();
    const classes = await Promise.all(found.map(async (element) => await element.getAttribute('class')));
    // Perch's own icons are drawn, no answer can name a class.
    expect(classes.filter((name) => name !== 'icon')).toEqual([]);
  } finally {
    await page.context.close();
    await perch.stop();
    await model.close();
  }
}

const ORDINARY = `### Pay

12 fit, **two** pay *more*:

1. one
2. two
   - inner [link](https://jobs.example.org/1)
3. “https://jobs.example.org/2”

| a | b |
|---|---|
| 1 | \`x < y\` |

> quoted &amp; decoded<br>next

\`\`\`
code <b>
\`\`\``;

describe('Markdown in an answer', () => {
  it('shows headings, lists, tables, links and code as such', async () => {
    const model = await startStandInModel(() => ({ text: ORDINARY }), 0);
    const perch = await startPerch({
      environment: { OPENAI_BASE_URL: model.url, LLM_MODEL: 'stand-in', ASSISTANT: 'model' },
    });
    const page = await openPage(browser, perch.url);
    try {
      await page.ask('Please show it');
      const prose = page.page.locator('.prose').last();
      const texts = async (selector: string): Promise<string[]> => await prose.locator(selector).allInnerTexts();
      expect(await texts('h3, strong, em')).toEqual(['Pay', 'two', 'more']);
      expect(await texts('ol > li > ul > li')).toEqual(['inner link']);
      expect(await texts('th, td')).toEqual(['a', 'b', '1', 'x < y']);
      expect(await texts('blockquote')).toEqual(['quoted & decoded\nnext']);
      expect(await texts('pre')).toEqual(['code <b>']);
      expect(await prose.getByRole('link').first().getAttribute('rel')).toContain('noreferrer');
      expect(await prose.getByRole('link').last().getAttribute('href')).toBe('https://jobs.example.org/2');
      expect((await texts('ol > li')).at(-1)).toBe('“https://jobs.example.org/2”');
    } finally {
      await page.context.close();
      await perch.stop();
      await model.close();
    }
  });
});

describe('hostile Markdown in an answer', () => {
  it('does nothing', async () => await expectHarmless(OWN));

  it.skipIf(collected().length === 0)(
    'does nothing, whatever others have collected (../shared)',
    { timeout: 600_000 },
    async () => await expectHarmless(collected()),
  );
});
