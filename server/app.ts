/** createApp: Perch behind HTTP and sockets, not listening yet. */
import { hkdfSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Perch } from './compose.ts';
import { setLimits } from './front.ts';
import { createHeadless } from './headless.ts';
import { createGuard } from './http/guard.ts';
import { createMetrics } from './http/metrics.ts';
import { createRouter } from './http/router.ts';
import { createSessions } from './http/session.ts';
import { version } from './kernel/config.ts';
import { drain } from './listen.ts';
import { PROTOCOL_VERSION, type ServerEvent } from './protocol/events.ts';
import { forwardEvents } from './ws/broadcast.ts';
import { createCommandHandler } from './ws/commands.ts';
import { createSocketServer } from './ws/socket-server.ts';

export interface App {
  server: Server;
  /** Closes sockets and stops taking requests; running turns are the agent's to end. */
  close(): Promise<void>;
}

export interface AppOptions {
  /** Signs sessions. */
  secret: string;
  /** Opens the door for commands of the same user; null when there is none. */
  token: string | null;
  /** Milliseconds between looks whether each socket's reader and session are still there. */
  heartbeatMs?: number;
}

export function createApp(perch: Perch, options: AppOptions): App {
  const { config, logger, services, registry, agent, store } = perch;
  const isSecure = config.origin?.startsWith('https:') === true;
  const guard = createGuard({ origin: config.origin, embedOrigins: config.embedOrigins, token: options.token });
  const secret = Buffer.from(hkdfSync('sha256', options.secret, '', 'session', 32)).toString('hex');
  const place = config.databaseUrl ?? config.dataDir;
  const sessions = createSessions({
    store,
    secret,
    isSecure,
    isEmbedded: config.embedOrigins.length > 0,
    place,
    ownerId: perch.ownerId,
    logger,
  });
  const metrics = createMetrics({ version, sockets: () => [...sockets.connections()].length });
  const { events } = perch;
  events.on('turn-start', ({ turnId }) => metrics.turnStarted(turnId));
  events.on('turn-end', ({ turnId, state }) => metrics.turnEnded(turnId, state));
  events.on('postings-changed', ({ added }) => metrics.postingsAdded(added));
  const router = createRouter({
    metrics,
    metricsToken: config.metricsToken,
    guard,
    sessions,
    isSecure,
    embedOrigins: config.embedOrigins,
    registry,
    services,
    store,
    logger,
    version,
    headless: createHeadless(perch),
    pageDir: fileURLToPath(new URL('../client/dist', import.meta.url)),
  });
  const server = createServer(router);
  setLimits(server);

  const hello = async (userId: string): Promise<ServerEvent> => {
    const preferences = await services.preferences.read(userId);
    const usage = await perch.usage.read(userId);
    return { ...greeting, assistant: preferences.assistant, preferences, usage };
  };
  const greeting = {
    type: 'hello' as const,
    protocol: PROTOCOL_VERSION,
    version,
    instance: perch.instance,
    mode: config.mode,
    actions: registry.actions.map(({ name, title, says, effect, input }) => ({
      name,
      title,
      says,
      effect,
      runsAlone: input.safeParse({}).success,
    })),
  };
  const sockets = createSocketServer({
    server,
    path: '/ws/chat',
    logger,
    hello,
    heartbeatMs: options.heartbeatMs,
    handle: createCommandHandler({ services, registry, agent, queue: perch.queue, clock: perch.clock }),
    checks: { allowsHost: guard.allowsHost, allowsOrigin: guard.allowsOrigin, userOf: sessions.userOf },
  });
  const stopForwarding = forwardEvents({
    events: perch.events,
    connections: sockets.connections,
    ingest: services.ingest,
    matches: services.matches,
    logger,
  });

  return {
    server,
    async close() {
      stopForwarding();
      await sockets.close();
      await drain(server);
      sessions.close();
    },
  };
}
