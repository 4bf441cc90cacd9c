/** Listening: the port asked for, or in personal mode the next free one, saying who has it; and the end of it. */
import type { Server } from 'node:http';
import { z } from 'zod';
import { PerchError } from './kernel/errors.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);
/** Addresses that mean "all of this machine's": one cannot visit them, but the machine itself answers there. */
const EVERYWHERE: ReadonlyMap<string, string> = new Map([
  ['0.0.0.0', '127.0.0.1'],
  ['::', '::1'],
]);
const TRIES = 20;
const LAST_PORT = 65_535;
const ASK_MS = 500;
/** Requests under way get so long to finish at the end. */
const DRAIN_MS = 3000;

/** Throws PerchError forbidden for an address that strangers can reach without anybody having said so. */
export function checkHost(options: { host: string; trustNetwork: boolean }): void {
  if (LOOPBACK.has(options.host) || options.trustNetwork) return;
  throw new PerchError('forbidden', {
    en: `Personal mode signs everybody in as its owner, so it listens on this machine only, not on ${options.host}. Use HOST=127.0.0.1, or PERCH_TRUST_NETWORK=1 when only you can reach that address.`,
    de: `Im persönlichen Modus ist jeder als Eigentümer angemeldet, darum hört er nur auf diesem Rechner, nicht auf ${options.host}. Nehmen Sie HOST=127.0.0.1 oder PERCH_TRUST_NETWORK=1, wenn nur Sie diese Adresse erreichen.`,
    uk: `В особистому режимі кожен входить як власник, тому він працює лише на цьому комп’ютері, а не на ${options.host}. Використайте HOST=127.0.0.1 або PERCH_TRUST_NETWORK=1, якщо цю адресу бачите лише ви.`,
  });
}

/** Where this machine itself reaches what listens on `host`. */
export function localUrl(host: string, port: number): string {
  const name = EVERYWHERE.get(host) ?? host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/**
 * Binds the server; returns its port. `taken` hears of each port that was not free. Throws PerchError when no port
 * is free, or the address is not this machine's or not allowed.
 */
export async function listen(
  server: Server,
  options: { host: string; port: number; taken(port: number, by: string): void },
): Promise<number> {
  const { host } = options;
  const last = Math.min(options.port + TRIES - 1, LAST_PORT);
  for (let port = options.port; port <= last; port += 1) {
    if (await bind(server, host, port)) {
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : port;
    }
    options.taken(port, await whoHas(localUrl(host, port)));
  }
  throw new PerchError('unavailable', {
    en: `Ports ${options.port} to ${last} are all taken. Choose another with PORT.`,
    de: `Die Ports ${options.port} bis ${last} sind alle belegt. Wählen Sie mit PORT einen anderen.`,
    uk: `Порти від ${options.port} до ${last} зайняті. Виберіть інший через PORT.`,
  });
}

async function bind(server: Server, host: string, port: number): Promise<boolean> {
  return await new Promise((resolve, reject) => {
    const failed = (error: Error): void => {
      server.off('listening', listening);
      const code = 'code' in error && typeof error.code === 'string' ? error.code : error.message;
      if (code === 'EADDRINUSE') resolve(false);
      else reject(cannotListen(`${host}:${port}`, code, error));
    };
    const listening = (): void => {
      server.off('error', failed);
      resolve(true);
    };
    server.once('error', failed);
    server.once('listening', listening);
    server.listen(port, host);
  });
}

function cannotListen(where: string, code: string, cause: Error): PerchError {
  return new PerchError(
    'invalid',
    {
      en: `Perch cannot listen on ${where} (${code}). Choose an address of this machine with HOST and a port from 1024 with PORT.`,
      de: `Perch kann auf ${where} nicht hören (${code}). Wählen Sie mit HOST eine Adresse dieses Rechners und mit PORT einen Port ab 1024.`,
      uk: `Perch не може слухати ${where} (${code}). Виберіть через HOST адресу цього комп’ютера, а через PORT — порт від 1024.`,
    },
    { cause },
  );
}

const liveness = z.object({ name: z.literal('perch'), version: z.string().optional() });

/** Words for whoever answers at that address. */
async function whoHas(url: string): Promise<string> {
  try {
    const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(ASK_MS) });
    const found = liveness.safeParse(await response.json().catch(() => null));
    if (!found.success) return 'another web server';
    return found.data.version === undefined ? 'another Perch' : `another Perch (${found.data.version})`;
  } catch {
    return 'another program';
  }
}

/** Takes no more requests, lets those under way finish for a while, then cuts them off. */
export async function drain(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    // On a server that does not listen this calls back at once.
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
