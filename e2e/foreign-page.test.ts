/** `<perch-app server="…">` in somebody else's page, of another origin and with a strict policy of its own. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { freePort, type Perch, startPerch } from './perch.ts';
import { PATIENCE_MS } from './until.ts';

let browser: Browser;
let perch: Perch;
let welcome: Foreign;
let stranger: Foreign;

interface Foreign {
  url: string;
  server: Server;
}

/** A page of another origin: what a person would write to have Perch in it, and nothing more. */
async function serveForeignPage(port: number, perchUrl: () => string): Promise<Foreign> {
  const server = createServer((_request, response) => {
    const at = perchUrl();
    const policy = [
      "default-src 'none'",
      `script-src ${at}`,
      `style-src ${at}`,
      `connect-src ${at} ${at.replace('http', 'ws')}`,
      'img-src data:',
    ];
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', policy.join('; '));
    response.end(`<!doctype html><html lang="en"><head><title>Another page</title>
<script type="module" src="${at}/embed.js"></script></head>
<body><perch-app class="app" server="${at}"></perch-app></body></html>`);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${port}` };
}

beforeAll(async () => {
  const [port, otherPort] = [await freePort(), await freePort()];
  welcome = await serveForeignPage(port, () => perch.url);
  stranger = await serveForeignPage(otherPort, () => perch.url);
  browser = await openBrowser();
  perch = await startPerch({ environment: { PERCH_EMBED_ORIGINS: welcome.url } });
});
afterAll(async () => {
  await browser.close();
  await perch.stop();
  for (const { server } of [welcome, stranger]) server.close();
});

async function visit(url: string): Promise<{ page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(url);
  return { page, errors };
}

describe('a foreign page', () => {
  it('that is named in PERCH_EMBED_ORIGINS has the whole of Perch, and keeps its own address', async () => {
    const { page, errors } = await visit(welcome.url);
    await page.getByLabel('Message', { exact: true }).fill('remote Python jobs in Germany');
    await page.getByLabel('Message', { exact: true }).press('Enter');
    await page
      .getByRole('list', { name: 'Filters' })
      .getByRole('button', { name: /^Remove/ })
      .nth(2)
      .waitFor();
    await page.locator('.message.is-perch:not([aria-busy])').first().waitFor();
    await page.locator('perch-match-card').first().getByRole('button', { name: /^Save/ }).click();
    await page.getByLabel('Message', { exact: true }).fill('export as CSV');
    await page.getByLabel('Message', { exact: true }).press('Enter');
    const link = page.getByRole('link', { name: /csv/i }).last();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(download.url()).toContain(perch.url);
    expect(page.url()).toBe(`${welcome.url}/`);
    expect(await page.evaluate(`getComputedStyle(document.querySelector('perch-app')).display`)).toBe('grid');
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('that is not named gets neither script nor session nor socket', async () => {
    const { page, errors } = await visit(stranger.url);
    await page.waitForLoadState('networkidle');
    expect(errors.join()).toContain('embed.js');
    expect(await page.evaluate(`customElements.get('perch-app') === undefined`)).toBe(true);
    const reached = await page.evaluate(`Promise.all([
      fetch('${perch.url}/api/session', { method: 'POST', credentials: 'include' }).then(() => 'read', () => 'refused'),
      fetch('${perch.url}/jobs/matches', { credentials: 'include' }).then(() => 'read', () => 'refused'),
      new Promise((done) => {
        const socket = new WebSocket('${perch.url.replace('http', 'ws')}/ws/chat');
        socket.onopen = () => done('open');
        socket.onerror = () => done('refused');
      }),
    ])`);
    expect(reached).toEqual(['refused', 'refused', 'refused']);
    await page.context().close();
  });
});
