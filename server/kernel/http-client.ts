/**
 * The one way out to other people's servers: only http(s), only public addresses (checked where the connection is
 * made, so that neither a redirect nor a changed name leads inside), with an end in time and size.
 */
import { lookup as resolveName } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIPv6, type LookupFunction } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { PerchError } from './errors.ts';

export interface HttpClient {
  /** Fetches and parses JSON. Throws PerchError unavailable saying what happened. */
  getJson(url: string, options?: { signal?: AbortSignal; timeoutMs?: number; maxBytes?: number }): Promise<unknown>;
}

const REDIRECTS = 3;

/** Addresses that are not on the public Internet (RFC 6890 and its kin). */
const inside = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  inside.addSubnet(net, bits, 'ipv4');
}
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  inside.addSubnet(net, bits, 'ipv6');
}

/** Is the address outside the public Internet? IPv4 within IPv6 counts as what it is. */
export function isInside(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.[1];
  if (mapped !== undefined) return inside.check(mapped, 'ipv4');
  return inside.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** `allowInside` is for tests whose servers are on this machine. */
export function createHttpClient(options: { allowInside?: boolean; userAgent?: string } = {}): HttpClient {
  const { allowInside = false, userAgent = 'Perch (self-hosted job search)' } = options;
  return {
    async getJson(url, { signal, timeoutMs = 10_000, maxBytes = 20_000_000 } = {}) {
      const deadline = AbortSignal.timeout(timeoutMs);
      const ended = signal === undefined ? deadline : AbortSignal.any([signal, deadline]);
      try {
        const text = await getText(url, { signal: ended, maxBytes, allowInside, userAgent, redirects: REDIRECTS });
        return JSON.parse(text);
      } catch (error) {
        if (signal?.aborted === true) throw signal.reason;
        if (deadline.aborted) throw failed(`no answer in ${timeoutMs / 1000} s`, error);
        if (error instanceof PerchError) throw error;
        throw failed(error instanceof SyntaxError ? 'the answer is no JSON' : describe(error), error);
      }
    },
  };
}

interface Request {
  signal: AbortSignal;
  maxBytes: number;
  allowInside: boolean;
  userAgent: string;
  redirects: number;
}

async function getText(address: string, options: Request): Promise<string> {
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw failed(`${url.protocol} is not fetched`);
  // A literal address never reaches `lookup`.
  const literal = url.hostname.replace(/^\[|\]$/gu, '');
  if (!options.allowInside && /^[\d.]+$|:/u.test(literal) && isInside(literal)) throw insideError();
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return await new Promise((resolve, reject) => {
    const call = request(url, {
      signal: options.signal,
      lookup: options.allowInside ? undefined : guardedLookup,
      headers: { accept: 'application/json', 'accept-encoding': 'gzip, deflate, br', 'user-agent': options.userAgent },
    });
    call.on('error', reject);
    call.on('response', (response) => {
      const status = response.statusCode ?? 0;
      const { location } = response.headers;
      if (status >= 300 && status < 400 && location !== undefined) {
        response.resume();
        if (options.redirects === 0) reject(failed('too many redirects'));
        else resolve(getText(new URL(location, url).href, { ...options, redirects: options.redirects - 1 }));
        return;
      }
      if (status !== 200) {
        response.resume();
        reject(failed(`HTTP ${status}`));
        return;
      }
      const encoding = response.headers['content-encoding'];
      const body =
        encoding === 'gzip'
          ? response.pipe(createGunzip())
          : encoding === 'br'
            ? response.pipe(createBrotliDecompress())
            : encoding === 'deflate'
              ? response.pipe(createInflate())
              : response;
      const pieces: Buffer[] = [];
      let size = 0;
      response.on('error', reject);
      body.on('error', reject);
      body.on('data', (piece: Buffer) => {
        size += piece.length;
        pieces.push(piece);
        if (size > options.maxBytes) {
          call.destroy();
          reject(failed(`more than ${Math.round(options.maxBytes / 1e6)} MB`));
        }
      });
      body.on('end', () => resolve(Buffer.concat(pieces).toString('utf8')));
    });
    call.end();
  });
}

/** Resolves a name and hands on only public addresses: what is checked is what is connected to. */
const guardedLookup: LookupFunction = (hostname, options, callback) => {
  resolveName(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) {
      callback(error, '', 0);
      return;
    }
    const open = addresses.filter(({ address }) => !isInside(address));
    const [first] = open;
    if (first === undefined) callback(insideError(), '', 0);
    else if (options.all === true) callback(null, open);
    else callback(null, first.address, first.family);
  });
};

function describe(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (
    {
      ENOTFOUND: 'the name is unknown or there is no network',
      EAI_AGAIN: 'there is no network',
      ECONNREFUSED: 'the connection was refused',
      ECONNRESET: 'the connection broke off',
    }[code] ?? 'the connection failed'
  );
}

function insideError(): PerchError {
  return failed('the address is inside a private network');
}

function failed(what: string, cause?: unknown): PerchError {
  return new PerchError('unavailable', { en: what, de: what, uk: what }, { cause });
}
