/** The page's files: compressed for who takes it, the same bytes for who does not, nothing outside the folder. */
import { once } from 'node:events';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageFiles } from './static.ts';

const SCRIPT = 'export const perch = "a perch";\n';
let folder: string;
let server: Server;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perch-page-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<p>page</p>');
  await writeFile(join(folder, 'assets/main-1.js'), SCRIPT);
  await writeFile(join(folder, 'assets/main-1.js.br'), brotliCompressSync(SCRIPT));
  await writeFile(join(folder, 'assets/main-1.js.gz'), gzipSync(SCRIPT));
  await writeFile(join(folder, 'assets/plain-1.css'), 'p {}');
  server = createServer(express().use(pageFiles(folder, (_request, _response, next) => next()))).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

/** fetch would decompress by itself. */
async function ask(path: string, encoding?: string): Promise<{ response: IncomingMessage; body: Buffer }> {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no address');
  const headers = encoding === undefined ? {} : { 'accept-encoding': encoding };
  const request = get({ port: address.port, host: '127.0.0.1', path, headers });
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request.on('response', resolve).on('error', reject);
  });
  return { response, body: Buffer.concat(await response.toArray()) };
}

describe('a script of the page', () => {
  it('comes compressed to who takes it, as the script that it is', async () => {
    const { response, body } = await ask('/assets/main-1.js', 'gzip, deflate, br');
    expect(response.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'Accept-Encoding',
    });
    expect(response.headers['cache-control']).toContain('immutable');
    expect(brotliDecompressSync(body).toString()).toBe(SCRIPT);
    expect((await ask('/assets/main-1.js', 'gzip')).response.headers['content-encoding']).toBe('gzip');
  });

  it('comes as it is to who takes nothing else, and where there is no compressed form', async () => {
    const { response, body } = await ask('/assets/main-1.js');
    expect(response.headers['content-encoding']).toBeUndefined();
    expect(response.headers.vary).toBe('Accept-Encoding');
    expect(body.toString()).toBe(SCRIPT);
    expect((await ask('/assets/plain-1.css', 'br')).body.toString()).toBe('p {}');
  });

  it('cannot be asked for beyond its folder', async () => {
    expect((await ask('/assets/..%2f..%2fpackage.json', 'br')).response.statusCode).not.toBe(200);
    expect((await ask('/assets/no-such.js', 'br')).response.statusCode).toBe(404);
  });
});
