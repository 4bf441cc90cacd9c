/** What a browser does without being one: keeps the cookie, runs actions over HTTP, talks on the socket. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Command } from '../server/protocol/commands.ts';
import { type ServerEvent, serverEventSchema } from '../server/protocol/events.ts';

const PATIENCE_MS = 30_000;
const POLL_MS = 10;

/** A Command without its id, which is made here. */
type Order = Command extends infer Each ? (Each extends Command ? Omit<Each, 'requestId'> : never) : never;

export interface Socket {
  /** Every event so far but heartbeats, in order. */
  events: readonly ServerEvent[];
  /** Sends a command and gives the id it went with. */
  send(order: Order): string;
  /** Sends whatever it is given, for frames that a browser would never send. */
  sendRaw(frame: string | Buffer): void;
  /** The first event of a kind (that passes the check), from now on or since `from`. */
  next<Type extends ServerEvent['type']>(
    type: Type,
    check?: (event: Extract<ServerEvent, { type: Type }>) => boolean,
    from?: number,
  ): Promise<Extract<ServerEvent, { type: Type }>>;
  /** The close code, once closed. */
  closed: Promise<number>;
  close(): void;
}

export interface Visitor {
  get(path: string): Promise<Response>;
  post(path: string, body: unknown): Promise<Response>;
  delete(path: string): Promise<Response>;
  openSocket(): Promise<Socket>;
}

/** Visits the page once, as a browser would, and keeps the session it is given. */
export async function createVisitor(url: string): Promise<Visitor> {
  const first = await fetch(url);
  await first.body?.cancel();
  const cookie = first.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return {
    get: async (path) => await fetch(url + path, { headers: { cookie } }),
    post: async (path, body) =>
      await fetch(url + path, {
        method: 'POST',
        headers: { cookie, origin: url, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    delete: async (path) => await fetch(url + path, { method: 'DELETE', headers: { cookie, origin: url } }),
    openSocket: async () => await openSocket(url, cookie),
  };
}

async function openSocket(url: string, cookie: string): Promise<Socket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ws/chat`, { origin: url, headers: { cookie } });
  const events: ServerEvent[] = [];
  socket.on('message', (data: Buffer) => {
    const event = serverEventSchema.parse(JSON.parse(data.toString('utf8')));
    if (event.type !== 'heartbeat') events.push(event);
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await once(socket, 'open');
  socket.on('error', () => undefined);
  return {
    events,
    send(order) {
      const requestId = randomUUID();
      socket.send(JSON.stringify({ ...order, requestId }));
      return requestId;
    },
    sendRaw: (frame) => socket.send(frame),
    async next(type, check = () => true, from = events.length) {
      type Wanted = Extract<ServerEvent, { type: typeof type }>;
      const fits = (event: ServerEvent): event is Wanted => event.type === type;
      for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await wait(POLL_MS)) {
        const found = events.slice(from).filter(fits).find(check);
        if (found !== undefined) return found;
      }
      throw new Error(
        `no ${type} came; since then came: ${events
          .slice(from)
          .map((event) => event.type)
          .join(', ')}`,
      );
    },
    closed,
    close: () => socket.close(),
  };
}
