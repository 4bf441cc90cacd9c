/** Pages that may have Perch in them: which, and what their browsers are told. */
import { once } from 'node:events';
import { get, IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadConfig } from '../kernel/config.ts';
import { type Doors, openDoors } from './testing.ts';

const WELCOME = 'https://intranet.example';
const STRANGER = 'https://intranet.example.evil.example';

let doors: Doors;
let secure: Doors;
beforeAll(async () => {
  doors = await openDoors({ config: { embedOrigins: [WELCOME] } });
  secure = await openDoors({ config: { embedOrigins: [WELCOME], origin: 'https://perch.example' } });
}, 90_000);
afterAll(async () => {
  await doors.close();
  await secure.close();
});

/** By a plain request: fetch says of itself that it is no navigation. */
async function statusOf(path: string, headers: Record<string, string>): Promise<number> {
  const [answer] = z
    .tuple([z.instanceof(IncomingMessage)])
    .parse(await once(get(doors.url + path, { headers: { cookie: doors.cookie, ...headers } }), 'response'));
  answer.resume();
  return answer.statusCode ?? 0;
}
const allowed = (answer: Response): (string | null)[] =>
  ['access-control-allow-origin', 'access-control-allow-credentials'].map((name) => answer.headers.get(name));

describe('another origin', () => {
  it('that is named may read, change and talk', async () => {
    const headers = { origin: WELCOME, 'sec-fetch-site': 'cross-site' };
    const read = await doors.call('GET', '/jobs/matches', { headers });
    expect([read.status, ...allowed(read)]).toEqual([200, WELCOME, 'true']);
    expect(read.headers.get('vary')).toMatch(/origin/iu);
    expect((await doors.call('POST', '/api/actions/clear_filters', { body: {}, headers })).status).toBe(200);
    const client = await doors.connect({ origin: WELCOME });
    await client.next('hello');
    client.webSocket.close();
    const preflight = await doors.call('OPTIONS', '/api/actions/undo', { headers });
    expect([preflight.status, ...allowed(preflight)]).toEqual([204, WELCOME, 'true']);
  });

  it('that only looks like it may nothing', async () => {
    for (const origin of [STRANGER, 'http://intranet.example', `${WELCOME}:8443`, 'null']) {
      const headers = { origin, 'sec-fetch-site': 'cross-site' };
      const read = await doors.call('GET', '/jobs/matches', { headers });
      expect([origin, read.status, ...allowed(read)]).toEqual([origin, 403, null, null]);
      expect((await doors.call('POST', '/api/session', { headers })).status).toBe(403);
      expect((await doors.call('OPTIONS', '/api/actions/undo', { headers })).status).toBe(403);
      await expect(doors.connect({ origin })).rejects.toThrow('403');
    }
  });

  it('gives a link to a file, and to nothing else', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    const link = (await doors.call('GET', '/jobs/export/csv')).headers.get('location') ?? '';
    expect(await statusOf(link, headers)).toBe(200);
    expect(await statusOf('/jobs/matches', headers)).toBe(403);
    expect(await statusOf('/jobs/export/csv', headers)).toBe(403);
  });

  it('gets a cookie that browsers send from other sites only over https, and only where somebody is named', async () => {
    const cookieOf = async (at: Doors): Promise<string> =>
      (await at.call('GET', '/jobs/filters', { headers: { cookie: undefined } })).headers.getSetCookie()[0] ?? '';
    expect(await cookieOf(secure)).toMatch(/^__Host-perch=.*HttpOnly; Secure; Partitioned; SameSite=None/u);
    expect(await cookieOf(doors)).toMatch(/SameSite=Strict/u);
  });

  it('is written as browsers write it, or refused at the start', () => {
    const read = (value: string): string[] => loadConfig({ PERCH_EMBED_ORIGINS: value }).embedOrigins;
    expect(read('')).toEqual([]);
    expect(read(`${WELCOME}, http://127.0.0.1:8080`)).toEqual([WELCOME, 'http://127.0.0.1:8080']);
    for (const wrong of ['*', `${WELCOME}/`, 'intranet.example', 'https://Intranet.example', 'file:///x']) {
      expect(() => read(wrong)).toThrow(/PERCH_EMBED_ORIGINS/u);
    }
  });
});
