/** Listening: the port asked for, or in personal mode the next free one, saying who has it. */
import type { Server } from 'node:http';
import { PerchError } from './kernel/errors.ts';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);
const TRIES = 20;

/** Throws PerchError forbidden for an address that strangers can reach without anybody having said so. */
export function checkHost(options: { host: string; trustNetwork: boolean }): void {
  if (LOOPBACK.has(options.host) || options.trustNetwork) return;
  throw new PerchError('forbidden', {
    en: `Personal mode signs everybody in as its owner, so it listens on this machine only, not on ${options.host}. Use HOST=127.0.0.1, or PERCH_TRUST_NETWORK=1 when only you can reach that address.`,
    de: `Im persönlichen Modus ist jeder als Eigentümer angemeldet, darum hört er nur auf diesem Rechner, nicht auf ${options.host}. Nehmen Sie HOST=127.0.0.1 oder PERCH_TRUST_NETWORK=1, wenn nur Sie diese Adresse erreichen.`,
    uk: `В особистому режимі кожен входить як власник, тому він працює лише на цьому комп’ютері, а не на ${options.host}. Використайте HOST=127.0.0.1 або PERCH_TRUST_NETWORK=1, якщо цю адресу бачите лише ви.`,
  });
}

/** Binds the server; returns its port. `taken` hears of each port that was not free. */
export async function listen(
  server: Server,
  options: { host: string; port: number; taken(port: number, by: string): void },
): Promise<number> {
  for (let port = options.port; port < options.port + TRIES; port += 1) {
    if (await bind(server, options.host, port)) {
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : port;
    }
    options.taken(port, await whoHas(options.host, port));
  }
  throw new PerchError('unavailable', {
    en: `Ports ${options.port} to ${options.port + TRIES - 1} are all taken. Choose another with PORT.`,
    de: `Die Ports ${options.port} bis ${options.port + TRIES - 1} sind alle belegt. Wählen Sie mit PORT einen anderen.`,
    uk: `Порти від ${options.port} до ${options.port + TRIES - 1} зайняті. Виберіть інший через PORT.`,
  });
}

async function bind(server: Server, host: string, port: number): Promise<boolean> {
  return await new Promise((resolve, reject) => {
    const failed = (error: Error): void => {
      server.off('listening', listening);
      if ('code' in error && error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
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

async function whoHas(host: string, port: number): Promise<string> {
  try {
    const response = await fetch(`http://${host}:${port}/healthz`, { signal: AbortSignal.timeout(500) });
    return (await response.text()).includes('"perch"') ? 'another Perch' : 'another web server';
  } catch {
    return 'another program';
  }
}
