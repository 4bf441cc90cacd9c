/** The way out, against real servers: what comes is bounded in time, size and redirects, and nothing inside is reached. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpClient, type HttpClient } from './http-client.ts';
import { HttpFailure } from './http-client-failure.ts';
import { throughGateway } from './http-client-gateway.ts';
import { isInside } from './http-client-guard.ts';
import { createProxyAgents } from './http-client-proxy.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
}

const trusting = (origin: string): HttpClient => createHttpClient({ allowInside: (url) => url.origin === origin });

async function failureOf(work: Promise<unknown>): Promise<HttpFailure> {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof HttpFailure) return error;
  throw new Error(`not an HttpFailure: ${String(error)}`);
}

describe('a body', () => {
  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
    ['zstd', zstdCompressSync],
  ] as const)('packed with %s is unpacked', async (encoding, pack) => {
    const origin = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(pack('Grüße'));
    });
    expect((await trusting(origin).send({ url: origin })).text).toBe('Grüße');
  });

  it('that unpacks to more than is read is left there', async () => {
    const bomb = gzipSync(Buffer.alloc(8_000_000));
    expect(bomb.length).toBeLessThan(20_000);
    const origin = await serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    const failure = await failureOf(trusting(origin).send({ url: origin, maxBytes: 1_000_000 }));
    expect(failure.text.en).toBe('The answer is larger than 1 MB');
  });

  it('that says it is too long is not read', async () => {
    const origin = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '5000000' }).write('x');
    });
    const failure = await failureOf(trusting(origin).send({ url: origin, maxBytes: 1_000_000 }));
    expect(failure.text.en).toBe('The answer is larger than 1 MB');
  });

  it('that is cut off, or never ends, is no answer', async () => {
    const cut = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"half":');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await failureOf(trusting(cut).send({ url: cut }))).toMatchObject({ passing: true });
    const stalled = await serve((_request, response) => void response.writeHead(200).write('{'));
    expect((await failureOf(trusting(stalled).send({ url: stalled, timeoutMs: 200 }))).text.en).toMatch(/^No answer/u);
  });

  it.each([
    ['UTF-8 said to be Latin-1', Buffer.from('Köln – €'), 'text/plain; charset=iso-8859-1'],
    [
      'Windows-1252 that says so',
      Buffer.from([0x4b, 0xf6, 0x6c, 0x6e, 0x20, 0x96, 0x20, 0x80]),
      'text/xml; charset=windows-1252',
    ],
    ['UTF-16 with its mark', Buffer.from('\ufeffKöln – €', 'utf16le'), 'text/plain; charset=utf-8'],
    ['UTF-8 in an unknown charset', Buffer.from('Köln – €'), 'text/plain; charset=x-nonsense'],
  ])('in %s is read', async (_name, body, type) => {
    const origin = await serve(
      (_request, response) => void response.writeHead(200, { 'content-type': type }).end(body),
    );
    expect((await trusting(origin).send({ url: origin })).text.replace('\ufeff', '')).toBe('Köln – €');
  });
});

describe('an address', () => {
  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://169.254.169.254/latest/meta-data',
    'http://localhost/',
  ])('%s lies inside and is refused', async (url) => {
    expect((await failureOf(createHttpClient().send({ url }))).text.en).toBe('The address is inside a private network');
  });

  it('of another kind, or none, is refused', async () => {
    for (const url of ['file:///etc/passwd', 'ftp://example.org/', 'nothing'])
      expect((await failureOf(createHttpClient().send({ url }))).text.en).toBe(
        'Only http and https addresses are fetched',
      );
    expect(['100.64.0.1', 'fd00::1', '64:ff9b::7f00:1', '224.0.0.1'].every(isInside)).toBe(true);
    expect(['93.184.216.34', '2606:2800:220:1::1'].some(isInside)).toBe(false);
  });

  it('inside is refused after a redirect too, by whatever name', async () => {
    for (const location of ['http://10.0.0.1/', 'http://localhost:1/', 'http://[::1]:1/', '//127.0.0.1:1/x']) {
      const origin = await serve((_request, response) => void response.writeHead(301, { location }).end());
      const failure = await failureOf(trusting(origin).send({ url: origin }));
      expect(failure.text.en, location).toBe('The address is inside a private network');
    }
  });
});

describe('redirects', () => {
  it('end, and keep our headers to the origin they were for', async () => {
    const circle = await serve((_request, response) => void response.writeHead(302, { location: '/again' }).end());
    expect((await failureOf(trusting(circle).send({ url: circle }))).text.en).toBe('The server keeps redirecting');
    const seen: (string | string[] | undefined)[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers['x-api-key'], request.method);
      response.end('there');
    });
    const origin = await serve((_request, response) => void response.writeHead(302, { location: `${other}/` }).end());
    const client = createHttpClient({ allowInside: true });
    const answer = await client.send({ url: origin, headers: { 'x-api-key': 'k' }, json: { a: 1 } });
    expect(answer).toMatchObject({ text: 'there', url: `${other}/` });
    expect(seen).toEqual([undefined, 'GET']);
  });
});

describe('a proxy', () => {
  it('is asked for what it serves; what it does not is asked directly and guarded', async () => {
    const asked: string[] = [];
    const proxy = await serve((request, response) => {
      asked.push(request.url ?? '');
      response.end('by proxy');
    });
    const proxies = createProxyAgents({ http: proxy, none: 'spared.invalid, localhost' });
    const client = createHttpClient({ proxies });
    expect((await client.send({ url: 'http://boards.invalid/jobs?page=2' })).text).toBe('by proxy');
    expect(asked).toEqual(['http://boards.invalid/jobs?page=2']);
    for (const url of ['http://127.0.0.1/', 'http://localhost/', 'http://[::1]/'])
      expect((await failureOf(client.send({ url }))).text.en).toBe('The address is inside a private network');
    expect((await failureOf(client.send({ url: 'http://a.spared.invalid/' }))).status).toBeNull();
    expect(asked).toHaveLength(1);
  });

  it('serves or spares by name, port and star', () => {
    const serves = (none: string, url: string): boolean =>
      createProxyAgents({ http: 'http://127.0.0.1:1', none })(new URL(url)) !== null;
    expect(serves('', 'http://example.org/')).toBe(true);
    expect(serves('example.org', 'http://example.org/')).toBe(false);
    expect(serves('.example.org', 'http://a.example.org/')).toBe(false);
    expect(serves('example.org', 'http://badexample.org/')).toBe(true);
    expect(serves('example.org:8080', 'http://example.org/')).toBe(true);
    expect(serves('example.org:8080', 'http://example.org:8080/')).toBe(false);
    expect(serves('*', 'http://example.org/')).toBe(false);
    expect(createProxyAgents({ http: 'http://127.0.0.1:1' })(new URL('https://example.org/'))).toBeNull();
  });
});

describe('a gateway', () => {
  it('is asked instead, with host, path and question', async () => {
    const asked: string[] = [];
    const origin = await serve((request, response) => {
      asked.push(request.url ?? '');
      response.end('{}');
    });
    const client = throughGateway(trusting(origin), `${origin}/boards/`);
    await client.send({ url: 'https://api.example.org:8443/jobs?page=2&q=a%20b' });
    expect(asked).toEqual(['/boards/api.example.org:8443/jobs?page=2&q=a%20b']);
    expect((await failureOf(client.send({ url: 'nothing' }))).text.en).toMatch(/^Only http/u);
  });
});
