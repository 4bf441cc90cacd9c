/** The same story with a language model, in both dialects that servers speak, and with models that misbehave. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { writeBoard } from './board.ts';
import { openBrowser } from './browser.ts';
import { openPage } from './page.ts';
import { type Perch, root, startPerch } from './perch.ts';
import { type Asked, type Reply, type StandInModel, startStandInModel } from './stand-in-model.ts';
import { walkStory } from './story.ts';

let browser: Browser;
let model: StandInModel | undefined;
let perch: Perch | undefined;
beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(async () => {
  await perch?.stop();
  await model?.close();
  perch = undefined;
  model = undefined;
});
afterAll(async () => await browser.close());

/** A model that knows the story: which sentence wants which call. */
function storyteller({ text, results }: Asked): Reply {
  const last = results.at(-1);
  if (last !== undefined) return { text: `Done: ${/"total":(\d+)/.exec(last)?.[1] ?? 'all'} jobs.` };
  if (/two weeks\W*$/.test(text)) return { calls: [{ name: 'set_filter', input: { set: { postedWithinDays: 14 } } }] };
  if (/undo\W*$/.test(text)) return { calls: [{ name: 'undo', input: {} }] };
  if (/CSV\W*$/.test(text)) return { calls: [{ name: 'export', input: { format: 'csv' } }] };
  const set = { workplace: ['remote'], skills: ['Python'], countries: ['DE'] };
  return { text: 'One moment. ', calls: [{ name: 'set_filter', input: { set } }] };
}

async function startWith(
  reply: (asked: Asked) => Reply,
  assistant = 'model',
): Promise<{ perch: Perch; model: StandInModel }> {
  model = await startStandInModel(reply);
  perch = await startPerch({
    environment: { OPENAI_BASE_URL: model.url, LLM_MODEL: 'stand-in', ASSISTANT: assistant },
  });
  return { perch, model };
}

describe('the main story with a model', () => {
  it('holds over chat completions', async () => {
    const started = await startWith(storyteller);
    const page = await walkStory(browser, started.perch, await writeBoard(), ['Backend Engineer, Ledger']);
    expect(new Set(started.model.asked.map(({ dialect }) => dialect))).toEqual(new Set(['chat']));
    await page.context.close();
  });

  it('holds over responses', async () => {
    model = await startStandInModel(storyteller);
    perch = await startPerch({
      nodeArguments: ['--import', join(root, 'e2e/redirect-openai.ts')],
      environment: { OPENAI_API_KEY: 'none', LLM_MODEL: 'stand-in', ASSISTANT: 'model', PERCH_TEST_OPENAI: model.url },
    });
    const page = await walkStory(browser, perch, await writeBoard(), ['Backend Engineer, Ledger']);
    expect(new Set(model.asked.map(({ dialect }) => dialect))).toEqual(new Set(['responses']));
    await page.context.close();
  });

  it('is not asked what the built-in assistant understands whole', async () => {
    const started = await startWith(storyteller, 'auto');
    const page = await openPage(browser, started.perch.url);
    await page.ask('remote Python jobs in Germany');
    expect((await page.expectPageEqualsStore()).filter).toMatchObject({ countries: ['DE'] });
    expect(started.model.asked).toEqual([]);
    await page.context.close();
  });
});

describe('a model that', () => {
  const unknownTool: Reply = { calls: [{ name: 'delete_everything', input: {} }] };
  const wrongInput: Reply = {
    calls: [{ name: 'set_filter', input: { set: { countries: ['Germany'], salary: 'high' } } }],
  };
  it.each([
    ['fails', () => 'fail'],
    ['cuts its stream inside a tool call', () => 'cut'],
    ['calls an unknown tool', ({ results }) => (results.length === 0 ? unknownTool : { text: 'I could not.' })],
    ['gives a wrong input', ({ results }) => (results.length === 0 ? wrongInput : { text: 'I could not.' })],
    ['never stops calling', () => ({ calls: [{ name: 'get_filters', input: {} }] })],
  ] as [string, (asked: Asked) => Reply][])('%s costs nothing but that answer', async (_, reply) => {
    const started = await startWith(reply);
    const page = await openPage(browser, started.perch.url);
    const before = await page.expectPageEqualsStore();
    await page.ask('a place where mondays feel lighter');
    const after = await page.expectPageEqualsStore();
    expect(after.total).toBe(before.total);
    expect(after.filter).toEqual(before.filter);
    expect((await page.answers.last().innerText()).trim()).not.toBe('');
    expect((await fetch(`${started.perch.url}/readyz`)).status).toBe(200);
    await page.context.close();
  });

  it('wants what needs approval asks in its answer, and what is approved after a reload is done', async () => {
    const wish: Reply = { calls: [{ name: 'set_preferences', input: { language: 'uk' } }] };
    const started = await startWith(({ results }) => (results.length === 0 ? wish : { text: 'That waits for you.' }));
    const { page, context, ask } = await openPage(browser, started.perch.url);
    await ask('a place where mondays feel lighter');
    await page.getByText('Set preferences: this needs your approval first.').first().waitFor();
    expect(started.model.asked).toHaveLength(2);
    await page.reload();
    await page.getByRole('button', { name: 'Deny', exact: true }).click();
    await page.getByText('Set preferences: not done, you said no.').first().waitFor();
    await ask('a place where mondays feel lighter, again');
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await page.locator('html[lang="uk"]').waitFor();
    await context.close();
  });

  it('hangs can be stopped', async () => {
    const started = await startWith(() => 'hang');
    const page = await openPage(browser, started.perch.url);
    await page.say('a place where mondays feel lighter');
    await page.stop.click();
    await page.untilIdle();
    await page.page.reload();
    await page.page.getByText('a place where mondays feel lighter', { exact: true }).first().waitFor();
    expect(await page.stop.isVisible()).toBe(false);
    await page.context.close();
  });
});
