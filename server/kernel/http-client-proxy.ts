/** Proxies as the environment names them: HTTP_PROXY, HTTPS_PROXY and NO_PROXY, by the rules that curl made common. */
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

/** What the environment says; undefined: no proxy. */
export type ProxySettings = { http?: string | undefined; https?: string | undefined; none?: string | undefined };

/** The agent that goes through the proxy for an address, or null when it is asked directly. */
export type ProxyAgents = (url: URL) => HttpAgent | null;

/** Whether a proxy serves an address is decided here alone, so that whatever goes directly is guarded. */
export function createProxyAgents({ http, https, none }: ProxySettings): ProxyAgents {
  const plain = http === undefined ? null : new HttpAgent({ proxyEnv: { HTTP_PROXY: http } });
  const secure = https === undefined ? null : new HttpsAgent({ proxyEnv: { HTTPS_PROXY: https } });
  const spared = (none ?? '').toLowerCase().split(/[\s,]+/u);
  return (url) => (spared.some((entry) => isSpared(url, entry)) ? null : url.protocol === 'https:' ? secure : plain);
}

/** "*", "example.org" (with all below it), ".example.org", "127.0.0.1", "example.org:8080". */
function isSpared({ hostname, port }: URL, entry: string): boolean {
  if (entry === '') return false;
  if (entry === '*') return true;
  const [, host = '', ownPort] = /^(.+?)(?::(\d+))?$/u.exec(entry) ?? [];
  if (ownPort !== undefined && ownPort !== port) return false;
  const domain = host.replace(/^\*?\./u, '');
  return hostname === domain || hostname.endsWith(`.${domain}`);
}
