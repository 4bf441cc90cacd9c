/** createApp: Perch behind HTTP and sockets, not listening yet. */
import { createServer, type IncomingMessage, type Server, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { hkdfSync } from 'node:crypto';
import { z } from 'zod';
import type { Perch } from './compose.ts';
import { createHeadless } from './headless.ts';
import { createGuard } from './http/guard.ts';
import { createRouter } from './http/router.ts';
import { createSessions } from './http/session.ts';
import { version } from './kernel/config.ts';
import { PROTOCOL_VERSION, type ServerEvent } from './protocol/events.ts';
import { forwardEvents } from './ws/broadcast.ts';
import { createCommandHandler } from './ws/commands.ts';
import { createSocketServer } from './ws/socket-server.ts';

const signedIn = z.object({ session: z.object({ userId: z.uuid() }) });

export interface App {
  server: Server;
  /** Closes sockets and stops taking requests; running turns are the agent's to end. */
  close(): Promise<void>;
}

/** `secret` signs sessions; `token` opens the door for commands of the same user, null when there is none. */
export function createApp(perch: Perch, options: { secret: string; token: string | null }): App {
  const { config, logger, services, registry, agent, store } = perch;
  const isSecure = config.origin?.startsWith('https:') === true;
  const guard = createGuard({ origin: config.origin, token: options.token });
  const secret = Buffer.from(hkdfSync('sha256', options.secret, '', 'session', 32)).toString('hex');
  const sessions = createSessions({
    store,
    secret,
    isSecure,
    place: config.databaseUrl ?? config.dataDir,
    ownerId: perch.ownerId,
  });
  const router = createRouter({
    guard,
    sessions,
    isSecure,
    registry,
    services,
    store,
    logger,
    version,
    headless: createHeadless(perch),
    pageDir: fileURLToPath(new URL('../client/dist', import.meta.url)),
  });
  const server = createServer(router);
  server.requestTimeout = 120_000;
  server.headersTimeout = 15_000;

  const hello = (): ServerEvent => ({
    type: 'hello',
    protocol: PROTOCOL_VERSION,
    version,
    instance: perch.instance,
    mode: config.mode,
    assistant: perch.assistant,
    actions: registry.actions.map(({ name, title, says, effect }) => ({ name, title, says, effect })),
  });
  const sockets = createSocketServer({
    server,
    path: '/ws/chat',
    logger,
    hello,
    handle: createCommandHandler({ services, registry, agent }),
    checks: { ...guard, userOf: async (request) => await userOf(request) },
  });
  const stopForwarding = forwardEvents({
    events: perch.events,
    connections: sockets.connections,
    ingest: services.ingest,
    logger,
  });

  /** Runs the session middleware on an upgrade; the cookie must belong to a session that exists. */
  async function userOf(request: IncomingMessage): Promise<string | null> {
    if (!(request.headers.cookie ?? '').includes(`${sessions.cookieName}=`)) return null;
    const carried = Object.assign(request, { originalUrl: request.url ?? '/' });
    return await new Promise((resolve, reject) => {
      sessions.load(carried, new ServerResponse(request), (error: unknown) => {
        if (error instanceof Error) reject(error);
        else resolve(signedIn.safeParse(carried).data?.session.userId ?? null);
      });
    });
  }

  return {
    server,
    async close() {
      stopForwarding();
      await sockets.close();
      server.closeIdleConnections();
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => {
          server.closeAllConnections();
          resolve();
        }, 3000);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    },
  };
}
