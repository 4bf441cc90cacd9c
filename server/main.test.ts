/** `npm start` as a process: addresses, ports, the lock, and how it ends. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { run, type Running } from './cli/testing.ts';
import { openTestPlace, type TestPlace } from './store/testing.ts';

let place: TestPlace;
const started: Running[] = [];
beforeEach(async () => {
  place = await openTestPlace();
}, 60_000);
afterEach(async () => {
  for (const { child, finished } of started.splice(0)) {
    child.kill('SIGKILL');
    await finished;
  }
  await place.dispose();
});

function start(environment: Record<string, string> = {}, values: readonly string[] = []): Running {
  const perch = run('main.ts', values, {
    place: place.config,
    environment: { PORT: '0', LOG_LEVEL: 'warn', ...environment },
  });
  started.push(perch);
  return perch;
}
const ADDRESS = /Perch \S+ is at (\S+)\n/u;
const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

describe('npm start', () => {
  it.each([
    [['--help'], 0, /--data-dir[\s\S]*OPENAI_API_KEY/u],
    [['--nonsense'], 2, /--nonsense[\s\S]*--data-dir/u],
    [['words'], 2, /words/u],
    [['--data-dir', ''], 2, /--data-dir/u],
  ])('%j ends with %i and says what there is', async (values, code, words) => {
    const perch = run('main.ts', values);
    expect((await perch.finished).code).toBe(code);
    expect(perch.words()).toMatch(words);
  });

  it.each([
    [{ HOST: '0.0.0.0' }, /PERCH_TRUST_NETWORK=1/u],
    [{ HOST: '203.0.113.1', PERCH_TRUST_NETWORK: '1' }, /cannot listen on 203\.0\.113\.1/u],
    [{ PORT: '70000' }, /PORT/u],
    [{ PERCH_ORIGIN: 'perch.example' }, /PERCH_ORIGIN/u],
    [{ PERCH_SECRET: 'short' }, /PERCH_SECRET/u],
  ])('refuses %j in words', async (environment, words) => {
    const { code, errors, output } = await start(environment).finished;
    expect([1, 2]).toContain(code);
    expect(errors).toMatch(words);
    expect(errors + output).not.toContain('    at ');
  });

  it('answers from the first moment, takes the next port and says by whom, prints its address last, ends politely', async () => {
    const other = createServer((_request, response) => void response.end('hello'));
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = portOf(other);
    const perch = start({ PORT: String(port) });
    await perch.says(new RegExp(`Port ${port} is taken by another web server`, 'u'));
    const url = await perch.says(ADDRESS);
    expect(Number(new URL(url).port)).toBeGreaterThan(port);
    expect(perch.words().trimEnd().split('\n').at(-1)).toContain(url);
    other.close();

    const page = await fetch(url);
    const cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect(await page.text()).toContain('<title>Perch</title>');
    const socket = new WebSocket(`${url.replace('http', 'ws')}/ws/chat`, { origin: url, headers: { cookie } });
    await once(socket, 'open');
    const closed = once(socket, 'close');
    perch.child.kill('SIGTERM');
    expect((await closed)[0]).toBe(1012);
    const { code, errors } = await perch.finished;
    expect([code, errors]).toEqual([0, '']);
    if (place.config.databaseUrl === undefined) {
      await expect(stat(join(place.config.dataDir, 'perch.lock'))).rejects.toThrow('ENOENT');
    }
  });

  it('lets a request that is under way finish before it ends', async () => {
    const perch = start();
    const url = await perch.says(ADDRESS);
    const { hostname, port } = new URL(url);
    const half = connect(Number(port), hostname);
    let answer = '';
    half.setEncoding('utf8').on('data', (text: string) => (answer += text));
    half.write(`POST /api/actions/count_jobs HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${url}\r\n`);
    half.write('Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{');
    await wait(100);
    perch.child.kill('SIGTERM');
    await wait(100);
    half.write('}');
    expect((await perch.finished).code).toBe(0);
    expect(answer).toContain('HTTP/1.1 200');
  });

  it('shows a waiting page, to its own names only, until the store is open', async () => {
    const port = await freePort();
    const perch = start({ PORT: String(port) });
    const url = `http://127.0.0.1:${port}`;
    const early = async (path: string, headers: Record<string, string>): Promise<Response> => {
      for (;;) {
        const answer = await fetch(url + path, { headers }).catch(() => null);
        if (answer !== null) return answer;
        if (perch.child.exitCode !== null) throw new Error(perch.words());
      }
    };
    const waiting = await early('/', { accept: 'text/html' });
    expect(waiting.status).toBe(200);
    expect(await waiting.text()).toContain('Perch is starting');
    const asked = await early('/jobs/matches', {});
    expect(asked.status).toBe(503);
    expect(asked.headers.get('retry-after')).toBe('1');
    await perch.says(ADDRESS);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it('answers under PERCH_ORIGIN with a secure cookie and HSTS', async () => {
    const port = await freePort();
    const perch = start({ PERCH_ORIGIN: 'https://perch.example.org', PORT: String(port) });
    await perch.says(/is at https:\/\/perch\.example\.org\n/u);
    const { headers } = await fetch(`http://127.0.0.1:${port}/`);
    expect(headers.getSetCookie()[0]).toMatch(/^__Host-perch=.*; Path=\/; .*HttpOnly; Secure; SameSite=Strict$/u);
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  });
});

async function freePort(): Promise<number> {
  const silent = createServer();
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const port = portOf(silent);
  silent.close();
  return port;
}

describe.skipIf(process.env['TEST_DATABASE_URL'] !== undefined)('one directory', () => {
  it('has one Perch: the second is told who has it, also after a kill there is room again', async () => {
    const first = start();
    const url = await first.says(ADDRESS);
    const second = await start().finished;
    expect(second.code).toBe(1);
    expect(second.errors).toContain(String(first.child.pid));
    expect(second.errors).toContain(url);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    first.child.kill('SIGKILL');
    await first.finished;
    const third = start();
    await third.says(ADDRESS);
  });
});
