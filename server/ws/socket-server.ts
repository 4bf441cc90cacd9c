/** Sockets: checked at the upgrade, bounded in size and rate, closed when their reader does not read. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Logger } from '../kernel/logger.ts';
import { CLOSE_CODES } from '../protocol/close-codes.ts';
import type { ServerEvent } from '../protocol/events.ts';
import type { CommandHandler, Connection } from './connection.ts';
import { createConnection } from './connection.ts';

const MAX_FRAME_BYTES = 64 * 1024;
const PING_MS = 20_000;

export interface SocketServer {
  /** The open connections. */
  connections(): Iterable<Connection>;
  /** Tells everybody to come back, and closes. */
  close(): Promise<void>;
}

export interface UpgradeChecks {
  allowsHost(request: IncomingMessage): boolean;
  allowsOrigin(request: IncomingMessage): boolean;
  /** The signed-in person of the request's session, or null. */
  userOf(request: IncomingMessage): Promise<string | null>;
}

export function createSocketServer(options: {
  server: Server;
  path: string;
  checks: UpgradeChecks;
  handle: CommandHandler;
  /** What a connection of this person hears first. */
  hello(userId: string): Promise<ServerEvent>;
  heartbeatMs?: number | undefined;
  logger: Logger;
}): SocketServer {
  const { server, checks, logger } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false });
  const open = new Set<Connection>();
  const alive = new WeakSet<WebSocket>();

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    admit(request, socket, head).catch((error: unknown) => {
      logger.error({ error }, 'an upgrade failed');
      refuse(socket, 500);
    });
  });

  async function admit(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    if (!checks.allowsHost(request)) return refuse(socket, 421);
    if (!checks.allowsOrigin(request)) return refuse(socket, 403);
    if (request.url?.split('?')[0] !== options.path) return refuse(socket, 404);
    const userId = await checks.userOf(request);
    if (userId === null) return refuse(socket, 401);
    const hello = await options.hello(userId);
    sockets.handleUpgrade(request, socket, head, (webSocket) => accept(webSocket, request, userId, hello));
  }

  function accept(webSocket: WebSocket, request: IncomingMessage, userId: string, hello: ServerEvent): void {
    // Without this listener an oversize frame would end the process; ws closes with 1009 by itself.
    webSocket.on('error', (error) => logger.debug({ error }, 'a socket failed'));
    const connection = createConnection({
      webSocket,
      userId,
      handle: options.handle,
      logger,
      stillSignedIn: async () => (await checks.userOf(request)) === userId,
    });
    alive.add(webSocket);
    open.add(connection);
    webSocket.on('pong', () => alive.add(webSocket));
    webSocket.on('close', () => open.delete(connection));
    connection.send(hello);
  }

  const heartbeat = setInterval(() => {
    for (const connection of open) {
      if (!alive.has(connection.webSocket)) {
        connection.webSocket.terminate();
        continue;
      }
      alive.delete(connection.webSocket);
      connection.webSocket.ping();
      // Pages do not hear pings; by this they know that the line is not dead.
      connection.send({ type: 'heartbeat' });
      void connection.checkSession();
    }
  }, options.heartbeatMs ?? PING_MS);
  heartbeat.unref();

  return {
    connections: () => open,
    async close() {
      clearInterval(heartbeat);
      for (const { webSocket } of open) webSocket.close(CLOSE_CODES.restart, 'Perch restarts');
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => {
          for (const { webSocket } of open) webSocket.terminate();
          resolve();
        }, 1000);
        sockets.close(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    },
  };
}

const REASONS: Record<number, string> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  421: 'Misdirected Request',
  500: 'Internal Server Error',
};

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${REASONS[status] ?? 'Error'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
