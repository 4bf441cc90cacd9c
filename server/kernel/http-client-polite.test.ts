/** Manners against a real server: one at a time, asked again when it helps, as late as the server wants, only if changed. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttpClient } from './http-client.ts';
import { createPoliteClient, type PoliteClient } from './http-client-polite.ts';

let server: Server;
let origin = '';
let asked: IncomingMessage[] = [];
let answer: (request: IncomingMessage, response: ServerResponse, number: number) => void;

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request);
    answer(request, response, asked.length);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address !== null && typeof address !== 'string') origin = `http://127.0.0.1:${address.port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const polite = (options: Parameters<typeof createPoliteClient>[1] = {}): PoliteClient =>
  createPoliteClient(createHttpClient({ allowInside: true }), { firstPauseMs: 1, ...options });

describe('asking again', () => {
  it('happens when the failure passes, and never when it does not', async () => {
    answer = (_request, response, number) => void response.writeHead(number < 3 ? 503 : 200).end('at last');
    expect((await polite().send({ url: origin })).text).toBe('at last');
    expect(asked).toHaveLength(3);
    asked = [];
    answer = (_request, response) => void response.writeHead(404).end();
    await expect(polite().send({ url: origin })).rejects.toMatchObject({ status: 404 });
    expect(asked).toHaveLength(1);
  });

  it('waits as long as the server wants, in seconds or until a date', async () => {
    const times: number[] = [];
    answer = (_request, response, number) => {
      times.push(performance.now());
      const peace = number === 1 ? '1' : new Date(Date.now() + 2000).toUTCString();
      response.writeHead(number < 3 ? 429 : 200, { 'retry-after': peace }).end('fine');
    };
    expect((await polite().send({ url: origin })).text).toBe('fine');
    const [first = 0, second = 0, third = 0] = times;
    expect(second - first).toBeGreaterThanOrEqual(990);
    expect(third - second).toBeGreaterThanOrEqual(900);
  });

  it('leaves a server alone that wants more peace than we have patience, and says how much', async () => {
    answer = (_request, response) => void response.writeHead(429, { 'retry-after': '7200' }).end();
    await expect(polite().send({ url: origin })).rejects.toMatchObject({ status: 429, retryAfterMs: 7_200_000 });
    expect(asked).toHaveLength(1);
  });

  it('ends when whoever asked goes', async () => {
    const controller = new AbortController();
    answer = (_request, response) => {
      response.writeHead(503, { 'retry-after': '20' }).end();
      setTimeout(() => controller.abort(new Error('gone')), 20);
    };
    await expect(polite().send({ url: origin, signal: controller.signal })).rejects.toThrow('gone');
  });
});

describe('a host', () => {
  it('is asked one after the other with its pause between, and no other host waits for it', async () => {
    let [open, most] = [0, 0];
    const spans: [number, number][] = [];
    answer = (_request, response) => {
      open += 1;
      most = Math.max(most, open);
      const began = performance.now();
      setTimeout(() => {
        open -= 1;
        spans.push([began, performance.now()]);
        response.end('ok');
      }, 15);
    };
    const client = polite();
    await Promise.all([1, 2, 3].map(async (page) => await client.send({ url: `${origin}/${page}`, pauseMs: 40 })));
    expect(most).toBe(1);
    for (const [index, [began]] of spans.slice(1).entries())
      expect(began - (spans[index]?.[1] ?? 0)).toBeGreaterThanOrEqual(35);
    // The same server by another name waits for nobody: two are open at once, or this never ends.
    const held: ServerResponse[] = [];
    answer = (_request, response) => {
      held.push(response);
      if (held.length === 2) for (const one of held) one.end('both');
    };
    const other = origin.replace('127.0.0.1', 'localhost');
    const both = await Promise.all([client.send({ url: origin }), client.send({ url: other })]);
    expect(both.map(({ text }) => text)).toEqual(['both', 'both']);
  });
});

describe('what did not change', () => {
  it.each([
    ['etag', '"v1"', 'if-none-match'],
    ['last-modified', 'Tue, 10 Nov 2026 08:00:00 GMT', 'if-modified-since'],
  ])('by %s is not sent again', async (header, value, question) => {
    answer = (request, response) => {
      const same = request.headers[question] === value;
      response.writeHead(same ? 304 : 200, { [header]: value }).end(same ? '' : 'whole');
    };
    const client = polite();
    expect((await client.send({ url: origin })).text).toBe('whole');
    expect((await client.send({ url: origin })).text).toBe('whole');
    expect(asked.map((request) => request.headers[question])).toEqual([undefined, value]);
    // Asked with another key it is another answer.
    await client.send({ url: origin, headers: { 'x-api-key': 'other' } });
    expect(asked[2]?.headers[question]).toBeUndefined();
  });

  it('is forgotten when there is no room for it', async () => {
    answer = (request, response) =>
      void response.writeHead(200, { etag: `"${request.url ?? ''}"` }).end(`${Math.random()}`);
    const client = polite({ cacheBytes: 10 });
    await client.send({ url: origin });
    await client.send({ url: origin });
    expect(asked.map((request) => request.headers['if-none-match'])).toEqual([undefined, undefined]);
  });
});
