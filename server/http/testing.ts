/** A whole Perch behind its doors on a port of its own, and clients that behave, or do not. */
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { type ClientOptions, WebSocket } from 'ws';
import { createApp } from '../app.ts';
import type { Replaceable } from '../compose.ts';
import type { Config } from '../kernel/config.ts';
import { newId } from '../kernel/ids.ts';
import { type ServerEvent, serverEventSchema } from '../protocol/events.ts';
import { openTestPerch, type TestPerch } from '../testing.ts';

const TOKEN = 'a'.repeat(64);
const PATIENCE_MS = 15_000;
const LOOK_MS = 10;

type Headers = Record<string, string>;

export interface Doors extends TestPerch {
  url: string;
  host: string;
  token: string;
  /** As the page does: with its cookie and Origin. Later headers win; `undefined` takes one away. */
  call(
    method: string,
    path: string,
    options?: { body?: unknown; headers?: Record<string, string | undefined> },
  ): Promise<Response>;
  cookie: string;
  /** Opens a socket as the page does, with other headers if given. Rejects with the refusal's status. */
  connect(headers?: Record<string, string | undefined>, options?: ClientOptions): Promise<Client>;
}

export interface Client {
  webSocket: WebSocket;
  /** Every event so far but heartbeats. */
  events: ServerEvent[];
  send(command: object): void;
  /** Sends a Command with an id of its own, and gives that. */
  order(command: object): string;
  /** The first event of this kind that fits, from the beginning or since `from`. */
  next<Type extends ServerEvent['type']>(
    type: Type,
    fits?: (event: Extract<ServerEvent, { type: Type }>) => boolean,
    from?: number,
  ): Promise<Extract<ServerEvent, { type: Type }>>;
  /** The close code, once closed. */
  closed: Promise<number>;
}

export async function openDoors(
  options: Replaceable & { heartbeatMs?: number; config?: Partial<Config> } = {},
): Promise<Doors> {
  const { heartbeatMs, config: differing, ...replace } = options;
  const test = await openTestPerch(replace);
  const config = { ...test.perch.config, ...differing };
  const app = createApp(
    { ...test.perch, config },
    {
      secret: 'test '.repeat(8),
      token: TOKEN,
      ...(heartbeatMs === undefined ? {} : { heartbeatMs }),
    },
  );
  app.server.listen(0, '127.0.0.1');
  await once(app.server, 'listening');
  const address = app.server.address();
  const host = `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const url = `http://${host}`;
  const first = await fetch(`${url}/jobs/filters`);
  const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return {
    ...test,
    url,
    host,
    cookie,
    token: TOKEN,
    call: async (method, path, { body, headers = {} } = {}) =>
      await fetch(url + path, {
        method,
        redirect: 'manual',
        headers: given({
          cookie,
          ...(method === 'GET' ? {} : { origin: url }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        }),
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    connect: async (headers = {}, more = {}) =>
      await connect(url, { ...more, headers: given({ cookie, origin: url, ...headers }) }),
    async close() {
      await app.close();
      await test.close();
    },
  };
}

function given(headers: Record<string, string | undefined>): Headers {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

async function connect(url: string, options: ClientOptions): Promise<Client> {
  const webSocket = new WebSocket(`${url.replace('http', 'ws')}/ws/chat`, options);
  const events: ServerEvent[] = [];
  webSocket.on('message', (data: Buffer) => {
    const event = serverEventSchema.parse(JSON.parse(data.toString('utf8')));
    if (event.type !== 'heartbeat') events.push(event);
  });
  const closed = new Promise<number>((resolve) => webSocket.once('close', resolve));
  await new Promise<void>((resolve, reject) => {
    webSocket.once('open', resolve);
    webSocket.once('unexpected-response', (_request, response) => reject(new Error(String(response.statusCode))));
    webSocket.once('error', reject);
  });
  webSocket.on('error', () => undefined);
  const send = (command: object): void => webSocket.send(JSON.stringify(command));
  return {
    webSocket,
    events,
    send,
    order(command) {
      const requestId = newId();
      send({ ...command, requestId });
      return requestId;
    },
    async next(type, fits = () => true, from = 0) {
      type Wanted = Extract<ServerEvent, { type: typeof type }>;
      const isWanted = (event: ServerEvent): event is Wanted => event.type === type;
      for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await wait(LOOK_MS)) {
        const found = events.slice(from).filter(isWanted).find(fits);
        if (found !== undefined) return found;
      }
      throw new Error(`no ${type} came, but: ${events.map((event) => event.type).join(', ')}`);
    },
    closed,
  };
}
