/** A line between browser and Perch that cuts, doubles, mixes and loses what goes over the socket, by a seeded dice. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, request as ask } from 'node:http';
import { type RawData, WebSocket, WebSocketServer } from 'ws';

/** What can go wrong, and how likely each is for each frame in either direction. */
export interface Mishaps {
  cut: number;
  /** Once a page has its snapshot, the line is cut within so many milliseconds; null: it is not. */
  lifeMs: number | null;
  double: number;
  /** It arrives after the next one. */
  swap: number;
  /** It never arrives, though the line stands. Only downwards: what a page sends is lost only with its line. */
  lose: number;
}

export const CALM: Mishaps = { cut: 0, lifeMs: null, double: 0, swap: 0, lose: 0 };

export interface UnreliableLine {
  url: string;
  /** How often each mishap has come about so far. */
  count: Record<'cut' | 'double' | 'swap' | 'lose', number>;
  /** Milliseconds from each cut until the page had a snapshot again, further cuts in between included. */
  resumes: number[];
  be(mishaps: Mishaps): void;
  /** No socket from now on, until it is repaired. */
  breakDown(): void;
  repair(): void;
  close(): Promise<void>;
}

/** The same numbers for the same seed, from 0 to 1. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Stands before the Perch at `target`; pages that are opened at its `url` talk over it. */
export async function startUnreliableLine(target: string, random: () => number): Promise<UnreliableLine> {
  const { port: targetPort } = new URL(target);
  const count = { cut: 0, double: 0, swap: 0, lose: 0 };
  const resumes: number[] = [];
  /** Ends of the sockets that stand. */
  const ends = new Set<() => void>();
  /** Since when a page, known by its session, has been without its list. */
  const cutAt = new Map<string, number>();
  let mishaps = CALM;
  let isDown = false;
  const happens = (what: keyof typeof count): boolean => {
    if (random() >= mishaps[what]) return false;
    if (what !== 'cut') count[what] += 1;
    return true;
  };

  const server = createServer((request, response) => {
    const { method, url = '/', headers } = request;
    const onwards = ask({ host: '127.0.0.1', port: targetPort, method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onwards.on('error', () => response.destroy());
    request.pipe(onwards);
  });
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    if (isDown) {
      socket.destroy();
      return;
    }
    const { cookie = '', origin = '', host = '' } = request.headers;
    const up = new WebSocket(`ws://127.0.0.1:${targetPort}${request.url ?? ''}`, { headers: { cookie, origin, host } });
    up.once('error', () => socket.destroy());
    up.once('open', () => {
      sockets.handleUpgrade(request, socket, head, (down) => join(up, down, cookie));
    });
  });

  function join(up: WebSocket, down: WebSocket, page: string): void {
    const end = (): void => {
      ends.delete(end);
      up.terminate();
      down.terminate();
    };
    const cut = (): void => {
      if (!ends.has(end)) return;
      count.cut += 1;
      cutAt.set(page, cutAt.get(page) ?? performance.now());
      end();
    };
    ends.add(end);
    for (const side of [up, down]) side.on('error', end).on('close', end);
    const carry = (to: WebSocket, mayLose: boolean): ((data: RawData) => void) => {
      let held: string | null = null;
      const send = (frame: string): void => {
        if (to.readyState === to.OPEN) to.send(frame);
      };
      return (data) => {
        const frame = Buffer.isBuffer(data) ? data.toString('utf8') : '';
        if (happens('cut')) {
          cut();
          return;
        }
        if (mayLose && happens('lose')) return;
        if (held === null && happens('swap')) {
          held = frame;
          // What comes last is only late.
          setTimeout(flush, 100);
          return;
        }
        send(frame);
        if (happens('double')) send(frame);
        flush();
        if (mayLose && frame.startsWith('{"type":"conversation-snapshot"')) arrived();
      };
      function flush(): void {
        if (held !== null) send(held);
        held = null;
      }
    };
    const arrived = (): void => {
      const began = cutAt.get(page);
      if (began !== undefined) resumes.push(performance.now() - began);
      cutAt.delete(page);
      if (mishaps.lifeMs !== null) setTimeout(() => mishaps.lifeMs !== null && cut(), random() * mishaps.lifeMs);
    };
    up.on('message', carry(down, true));
    down.on('message', carry(up, false));
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    count,
    resumes,
    be: (next) => void (mishaps = next),
    breakDown() {
      isDown = true;
      for (const end of ends) end();
    },
    repair: () => void (isDown = false),
    async close() {
      for (const end of ends) end();
      sockets.close();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
