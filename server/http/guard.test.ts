/** Who gets in: names, origins, sessions, and what protects every answer. */
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionTable } from './action-routes.ts';
import { specificationRoutes } from './specification-routes.ts';
import { type Doors, openDoors } from './testing.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
}, 60_000);
afterAll(async () => await doors.close());

const filter = async (): Promise<unknown> => await (await doors.call('GET', '/jobs/filters')).json();

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
      for (const path of [
        '/jobs/matches',
        '/jobs/filters',
        '/jobs/export/csv',
        '/jobs/export/json',
        '/filters/locations',
        '/filters/categories',
        '/api/openapi.json',
      ]) {
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
