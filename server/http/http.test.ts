/** The HTTP door: who gets in, what each address takes, and what wrong requests are told. */
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { actionTable } from './action-routes.ts';
import { failureSchema } from './errors.ts';
import { matchesAnswer } from './match-routes.ts';
import { specificationRoutes } from './specification-routes.ts';
import { type Doors, openDoors } from './testing.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
}, 60_000);
afterAll(async () => await doors.close());

const filter = async (): Promise<unknown> => await (await doors.call('GET', '/jobs/filters')).json();
const codeOf = async (response: Response): Promise<string> => failureSchema.parse(await response.json()).error.code;

/** fetch sets Host itself; this sends what it is told. */
async function raw(
  method: string,
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: string }> {
  return await new Promise((resolve, reject) => {
    const sending = request(`${doors.url}${path}`, { method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    sending.on('error', reject).end();
  });
}

describe('names and origins', () => {
  const foreign = [
    'evil.example',
    'localhost.evil.example',
    'evil.example:3000',
    '192.168.1.7',
    '0.0.0.0',
    'x@localhost',
    'localhost/evil',
  ];
  it.each(foreign)('answers nothing under the name %s', async (host) => {
    for (const [method, path] of [
      ['GET', '/'],
      ['GET', '/jobs/matches'],
      ['GET', '/healthz'],
      ['POST', '/ai/filter'],
    ] as const) {
      const { status, body } = await raw(method, path, { host, origin: `http://${host}`, cookie: doors.cookie });
      expect([path, status]).toEqual([path, 421]);
      expect(body).not.toContain('matches');
    }
  });

  it.each(['localhost', 'LOCALHOST:1', '127.0.0.1:9', '[::1]', '[::1]:3000'])('answers under %s', async (host) => {
    expect((await raw('GET', '/healthz', { host })).status).toBe(200);
  });

  const changing = () =>
    [...actionTable(doors.perch.registry), ...specificationRoutes].filter(({ method }) => method === 'post');
  it('lets no other page change anything, at any address', async () => {
    const before = await filter();
    const origins = [
      undefined,
      'null',
      'http://evil.example',
      `${doors.url}.evil.example`,
      'http://127.0.0.1:1',
      'http://localhost:1',
    ];
    for (const { path } of changing()) {
      for (const origin of origins) {
        const answer = await doors.call('POST', path, { body: { set: { countries: ['DE'] } }, headers: { origin } });
        expect([path, origin, answer.status]).toEqual([path, origin, 403]);
      }
      for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        const answer = await doors.call(method, path, { headers: { origin: 'http://evil.example' } });
        expect([method, path, answer.status]).toEqual([method, path, 403]);
        expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      }
    }
    expect(await filter()).toEqual(before);
  });

  it('gives no data to other sites, which need no Origin to ask', async () => {
    for (const site of ['cross-site', 'same-site']) {
      for (const path of ['/jobs/matches', '/jobs/filters', '/jobs/export/csv', '/api/openapi.json']) {
        expect((await doors.call('GET', path, { headers: { 'sec-fetch-site': site } })).status).toBe(403);
      }
      // Following a link to the page itself is fine.
      expect((await doors.call('GET', '/healthz', { headers: { 'sec-fetch-site': site } })).status).toBe(200);
    }
    expect((await doors.call('GET', '/jobs/filters', { headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(
      200,
    );
  });

  it('lets whoever holds the token in without an Origin', async () => {
    const headers = { origin: undefined, cookie: undefined, authorization: `Bearer ${doors.token}` };
    expect((await doors.call('POST', '/api/actions/get_filters', { body: {}, headers })).status).toBe(200);
    const wrong = { ...headers, authorization: `Bearer ${'b'.repeat(64)}` };
    expect((await doors.call('POST', '/api/actions/get_filters', { body: {}, headers: wrong })).status).toBe(403);
  });
});

describe('sessions and headers', () => {
  it('signs the owner in with one strict cookie, and keeps it', async () => {
    const first = await fetch(`${doors.url}/jobs/filters`);
    const cookies = first.headers.getSetCookie();
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(
      /^perch-[0-9a-f]{8}=s%3A[0-9a-f]{48}\..*; Path=\/; Expires=.*; HttpOnly; SameSite=Strict$/u,
    );
    const again = await doors.call('GET', '/jobs/filters');
    expect(again.headers.getSetCookie()).toEqual([]);
  });

  it('takes a cookie that was tampered with for none', async () => {
    const answer = await doors.call('GET', '/jobs/filters', { headers: { cookie: doors.cookie.replace(/.$/u, 'x') } });
    expect(answer.headers.getSetCookie()).toHaveLength(1);
  });

  it('protects every answer, errors included', async () => {
    for (const path of ['/jobs/filters', '/healthz', '/nothing', '/api/exports/x', '/assets/nothing.js']) {
      const { headers } = await doors.call('GET', path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-type')).toContain('charset=utf-8');
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    }
    expect((await doors.call('GET', '/jobs/filters')).headers.get('cache-control')).toBe('no-store');
  });
});

describe('what it is sent', () => {
  it('refuses what is no JSON, too much or malformed, and changes nothing', async () => {
    const before = await filter();
    const path = '/api/actions/clear_filters';
    const send = async (body: string, type: string) =>
      await doors.call('POST', path, { body, headers: { 'content-type': type } });
    expect((await send('{}', 'text/plain')).status).toBe(415);
    expect((await send('a=b', 'application/x-www-form-urlencoded')).status).toBe(415);
    expect((await send('{"a":', 'application/json')).status).toBe(400);
    expect((await send('[]', 'application/json')).status).toBe(400);
    expect((await send('null', 'application/json')).status).toBe(400);
    expect((await send('{}', 'application/json; charset=nonsense')).status).toBe(415);
    expect((await send('{"userId":"x"}', 'application/json')).status).toBe(400);
    expect((await send('{"__proto__":{"admin":true}}', 'application/json')).status).toBe(400);
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
    expect((await send(`{"set":"${'x'.repeat(300_000)}"}`, 'application/json')).status).toBe(413);
    expect((await send('['.repeat(100_000), 'application/json')).status).toBe(400);
    const keys = JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`k${n}`, 0])));
    const many = await send(keys, 'application/json');
    expect(many.status).toBe(400);
    expect((await many.text()).length).toBeLessThan(10_000);
    expect(await filter()).toEqual(before);
  });

  it('says what was wrong, in three languages and with a place', async () => {
    const answer = await doors.call('POST', '/ai/filter', { body: { set: { workplace: ['moon'] } } });
    expect(answer.status).toBe(400);
    const { error } = failureSchema.parse(await answer.json());
    expect(error.code).toBe('invalid');
    expect(error.message).toContain('workplace');
    expect(error.text.uk).not.toBe(error.text.en);
  });

  it('refuses unknown, doubled and impossible parameters', async () => {
    for (const query of [
      '?limit=0',
      '?limit=101',
      '?offset=-1',
      '?limit=1&limit=2',
      '?nonsense=1',
      '?conversation=x',
    ]) {
      expect([query, (await doors.call('GET', `/jobs/matches${query}`)).status]).toEqual([query, 400]);
    }
    expect((await doors.call('GET', '/jobs/filters?nonsense=1')).status).toBe(400);
    for (const path of [
      '/%E0%A4%A',
      '/api/exports/%E0%A4%A',
      '/..%2f..%2fpackage.json',
      '/.env',
      '/jobs',
      '/assets/../../package.json',
    ]) {
      expect([400, 404]).toContain((await doors.call('GET', path)).status);
    }
  });

  it('gives nobody somebody else’s conversation', async () => {
    const { id } = await doors.perch.services.conversations.open({ userId: doors.strangerId, fresh: true });
    for (const { method, path } of [...actionTable(doors.perch.registry), ...specificationRoutes]) {
      const options = method === 'post' ? { body: {} } : {};
      const answer = await doors.call(method.toUpperCase(), `${path}?conversation=${id}`, options);
      expect([path, answer.status, await codeOf(answer)]).toEqual([path, 404, 'not_found']);
    }
    expect((await doors.call('GET', `/jobs/matches?conversation=${id}`)).status).toBe(404);
  });

  it('answers an unknown address and hides what went wrong inside', async () => {
    const nothing = await doors.call('GET', '/jobs/unknown');
    expect([nothing.status, await codeOf(nothing)]).toEqual([404, 'not_found']);
    const { matches } = doors.perch.services;
    const counts = matches.counts;
    matches.counts = async () => await Promise.reject(new Error('the password is hunter2'));
    try {
      const broken = await doors.call('GET', '/jobs/matches');
      expect(broken.status).toBe(500);
      const { error } = failureSchema.parse(await broken.json());
      expect(error.code).toBe('internal');
      expect(error.id).toBeDefined();
      expect(JSON.stringify(error)).not.toContain('hunter2');
    } finally {
      matches.counts = counts;
    }
  });
});

describe('the addresses', () => {
  it('lists every action and every name of the specification in openapi.json, with their schemas', async () => {
    const document = z
      .object({
        openapi: z.literal('3.1.0'),
        paths: z.record(
          z.string(),
          z.record(z.string(), z.object({ summary: z.string(), responses: z.object({}).loose() }).loose()),
        ),
      })
      .loose()
      .parse(await (await doors.call('GET', '/api/openapi.json')).json());
    for (const { method, path, input } of [...actionTable(doors.perch.registry), ...specificationRoutes]) {
      const operation = document.paths[path]?.[method];
      expect(operation, path).toBeDefined();
      expect(Object.hasOwn(operation ?? {}, 'requestBody'), path).toBe(input === 'body');
    }
    // And the other way round: what it lists is there.
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const method of Object.keys(operations)) {
        if (path === '/jobs/fetch' || path === '/api/actions/fetch_jobs') continue;
        const answer = await doors.call(
          method.toUpperCase(),
          path.replace('{id}', 'x'),
          method === 'post' ? { body: {} } : {},
        );
        expect(await answer.text(), path).not.toContain('There is nothing at');
      }
    }
  });

  it('pages through the matches', async () => {
    const page = async (query: string) =>
      matchesAnswer.parse(await (await doors.call('GET', `/jobs/matches${query}`)).json());
    const [first, second] = [await page('?limit=5'), await page('?limit=5&offset=5')];
    const both = await page('?limit=10');
    expect([...first.matches, ...second.matches].map(({ id }) => id)).toEqual(both.matches.map(({ id }) => id));
    expect(first.hasMore).toBe(true);
    expect((await page('?offset=1000')).matches).toEqual([]);
  });

  it('exports by a link that keeps working, for its owner only', async () => {
    const to = await doors.call('GET', '/jobs/export/csv');
    expect(to.status).toBe(303);
    const link = to.headers.get('location') ?? '';
    for (let time = 0; time < 2; time += 1) {
      const file = await doors.call('GET', link);
      expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="perch-.*\.csv"$/u);
      expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect((await file.text()).split('\n').length).toBeGreaterThan(200);
    }
    const json = await doors.call('GET', (await doors.call('GET', '/jobs/export/json')).headers.get('location') ?? '');
    expect(await json.json()).toBeTypeOf('object');
    const { id } = await doors.perch.services.conversations.open({ userId: doors.strangerId, fresh: true });
    const theirs = await doors.perch.services.exports.create({
      userId: doors.strangerId,
      conversationId: id,
      format: 'csv',
    });
    expect((await doors.call('GET', theirs.url)).status).toBe(404);
    expect((await doors.call('GET', '/api/exports/1')).status).toBe(404);
  });

  it('tells how it is', async () => {
    expect(await (await doors.call('GET', '/healthz')).json()).toMatchObject({ status: 'ok', name: 'perch' });
    expect(await (await doors.call('GET', '/readyz')).json()).toEqual({ status: 'ready' });
    expect(await (await doors.call('GET', '/health')).json()).toMatchObject({
      status: 'ok',
      store: doors.perch.store.engine,
    });
  });
});

describe('the door of the commands', () => {
  const bearer = () => ({ origin: undefined, cookie: undefined, authorization: `Bearer ${doors.token}` });

  it('opens with the token only', async () => {
    for (const path of ['/api/headless/ask', '/api/headless/import', '/api/headless/other']) {
      expect((await doors.call('POST', path, { body: {} })).status).toBe(401);
      expect((await doors.call('GET', path)).status).toBe(401);
    }
  });

  it('answers a sentence', async () => {
    const body = { conversation: 'door', say: 'remote Python jobs in Germany' };
    const answer = await doors.call('POST', '/api/headless/ask', { body, headers: bearer() });
    expect(await answer.json()).toMatchObject({ conversation: 'door', turn: 0, filter: { countries: ['DE'] } });
    expect((await doors.call('POST', '/api/headless/ask', { body: { say: 'x' }, headers: bearer() })).status).toBe(400);
  });

  it('takes what is streamed in, and streams out what it read and refused', async () => {
    const posting = {
      '@type': 'JobPosting',
      title: 'Lamp Keeper',
      url: 'https://jobs.example/1',
      description: 'Keep the lamp.',
      hiringOrganization: { name: 'Light' },
    };
    const body = `${JSON.stringify(posting)}\nnot json\n`;
    const headers = { ...bearer(), 'content-type': 'application/octet-stream' };
    const answer = await doors.call('POST', '/api/headless/import?name=lamps.jsonl&countries=DE', { body, headers });
    const lines = (await answer.text()).split('\n').filter((line) => line !== '');
    const kinds = lines.map((line) => Object.keys(z.record(z.string(), z.unknown()).parse(JSON.parse(line)))[0]);
    expect(kinds).toEqual(['posting', 'refused', 'report']);
    expect((await doors.call('POST', '/api/headless/import?countries=Germany', { body: '', headers })).status).toBe(
      400,
    );
  });
});
