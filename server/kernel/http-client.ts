/**
 * The one way out to other people's servers: only http(s), only public addresses (checked where the connection is
 * made, so that neither a redirect nor a changed name leads inside), with an end in time, size and redirects.
 */
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { ACCEPT_ENCODING, readBody } from './http-client-body.ts';
import { guardedLookup, refuseInsideLiteral, refuseInsideName } from './http-client-guard.ts';
import type { ProxyAgents } from './http-client-proxy.ts';
import { addressFailure, connectionFailure, lateFailure, statusFailure } from './http-client-failure.ts';

export interface HttpRequest {
  url: string;
  /** Sent as a POST with this JSON when given, as a GET otherwise. */
  json?: unknown;
  /** Further headers. They are not sent on to another origin by a redirect. */
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** For the whole answer, redirects included. */
  timeoutMs?: number;
  /** Of the unpacked body. */
  maxBytes?: number;
}

export interface HttpAnswer {
  status: 200 | 304;
  /** Where it came from in the end. */
  url: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  text: string;
}

export interface HttpClient {
  /** Asks once. Throws HttpFailure saying what happened, or the reason of `signal` when that was aborted. */
  send(request: HttpRequest): Promise<HttpAnswer>;
}

const REDIRECTS = 3;

/** `allowInside` is for servers inside that somebody chose (a gateway, tests): all of them, or those it says yes to. */
export function createHttpClient(
  options: { allowInside?: boolean | ((url: URL) => boolean); userAgent?: string; proxies?: ProxyAgents } = {},
): HttpClient {
  const { allowInside = false, userAgent = 'Perch (self-hosted job search)', proxies = () => null } = options;
  const allowed = typeof allowInside === 'function' ? allowInside : (): boolean => allowInside;

  const open = async (url: URL, request: HttpRequest, signal: AbortSignal): Promise<IncomingMessage> => {
    if (url.protocol !== 'http:' && url.protocol !== 'https:') throw addressFailure('address');
    const trusted = allowed(url);
    const agent = proxies(url);
    if (!trusted) refuseInsideLiteral(url);
    // Behind a proxy the connection is not ours to check; what the name stands for here still is.
    if (!trusted && agent !== null) await refuseInsideName(url.hostname);
    const body = request.json === undefined ? null : JSON.stringify(request.json);
    const call = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method: body === null ? 'GET' : 'POST',
      signal,
      ...(agent === null ? {} : { agent }),
      lookup: trusted || agent !== null ? undefined : guardedLookup,
      headers: {
        accept: 'application/json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5',
        'accept-encoding': ACCEPT_ENCODING,
        'user-agent': userAgent,
        ...(body === null ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
        ...request.headers,
      },
    });
    return await new Promise((resolve, reject) => {
      call.on('error', reject);
      call.on('response', resolve);
      call.end(body ?? undefined);
    });
  };

  const follow = async (request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> => {
    let url = urlOf(request.url);
    let next = request;
    for (let hops = 0; hops <= REDIRECTS; hops += 1) {
      const response = await open(url, next, signal);
      const status = response.statusCode ?? 0;
      const { location } = response.headers;
      if (status === 200) {
        const text = await readBody(response, request.maxBytes ?? 20_000_000, signal);
        return { status, url: url.href, headers: response.headers, text };
      }
      // Nothing of the body is wanted; the connection is not worth keeping.
      response.destroy();
      if (status === 304) return { status, url: url.href, headers: response.headers, text: '' };
      if (status < 300 || status >= 400 || location === undefined)
        throw statusFailure(status, retryAfter(response.headers['retry-after']));
      const target = urlOf(location, url);
      if (target.origin !== url.origin) next = { ...next, headers: {} };
      // As browsers do: a POST that is moved becomes a GET, unless the server says otherwise.
      if (status !== 307 && status !== 308) next = { ...next, json: undefined };
      url = target;
    }
    throw addressFailure('redirects');
  };

  return {
    async send(request) {
      const { signal, timeoutMs = 15_000 } = request;
      signal?.throwIfAborted();
      const deadline = AbortSignal.timeout(timeoutMs);
      try {
        return await follow(request, signal === undefined ? deadline : AbortSignal.any([signal, deadline]));
      } catch (error) {
        if (signal?.aborted === true) throw signal.reason;
        if (deadline.aborted) throw lateFailure(timeoutMs, error);
        throw connectionFailure(error);
      }
    },
  };
}

function urlOf(words: string, base?: URL): URL {
  const url = URL.canParse(words, base) ? new URL(words, base) : null;
  if (url === null) throw addressFailure('address');
  return url;
}

/** `Retry-After` in milliseconds: seconds or a date (RFC 9110 §10.2.3). */
function retryAfter(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined;
}
