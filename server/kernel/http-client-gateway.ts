/**
 * All boards asked at one address instead of their own: "https://remotive.com/api" becomes "<gateway>/remotive.com/api".
 * For a gateway or mirror that somebody runs, and for stand-ins in tests.
 */
import type { HttpClient } from './http-client.ts';
import { addressFailure } from './http-client-failure.ts';

/** Wraps a client; `gateway` is an http or https address, with or without a path. */
export function throughGateway(client: HttpClient, gateway: string): HttpClient {
  const base = gateway.replace(/\/+$/u, '');
  return {
    send: async (request) => {
      const url = URL.canParse(request.url) ? new URL(request.url) : null;
      if (url === null) throw addressFailure('address');
      return await client.send({ ...request, url: `${base}/${url.host}${url.pathname}${url.search}` });
    },
  };
}
