/**
 * A stand-in for every board, on loopback: it answers each address that the adapters ask with the fixture that belongs
 * to it, and misbehaves on command. Asked through a gateway: /host/path.
 */
import { createServer, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { fetchAll } from './answering.ts';
import { contracts } from './contracts.ts';
import { fixtureAnswers } from './fixtures.ts';

/** What a board can do wrong. `inside`: it redirects into a private network. */
export const FAULTS = ['error', 'stall', 'page', 'cut', 'bomb', 'inside', 'charset', 'busy', 'empty', 'gone'] as const;
export type Fault = (typeof FAULTS)[number];

export type StandInBoards = {
  /** The gateway's address. */
  origin: string;
  /** What each board does wrong, by its name; nothing when it is not here. */
  faults: Map<string, Fault>;
  /** Requests so far, by board. */
  asked: Map<string, number>;
  /** From now on nobody is answered before this many boards have asked. */
  holdFor: (boards: number) => void;
  close: () => Promise<void>;
};

type Known = { board: string; text: string };

/** What every adapter asks of its fixture, learned by running it once. */
async function learn(): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  for (const { name, source } of contracts) {
    const answers = fixtureAnswers(name);
    const { asked } = await fetchAll(source, answers);
    for (const [index, { url, json }] of asked.entries()) {
      const { host, pathname, search } = new URL(url);
      const text = answers[index];
      const body = json === undefined ? '' : JSON.stringify(json);
      if (text !== undefined) known.set(`/${host}${pathname}${search} ${body}`, { board: name, text });
    }
  }
  return known;
}

/** A few bytes that unpack to two million. */
const bomb = (): Buffer => gzipSync(Buffer.alloc(2_000_000));

function misbehave(fault: Fault, text: string, response: ServerResponse): void {
  const type = text.startsWith('<') ? 'application/xml' : 'application/json';
  const half = text.slice(0, Math.floor(text.length / 2));
  switch (fault) {
    case 'error':
      response.writeHead(500).end();
      break;
    case 'stall':
      response.writeHead(200, { 'content-type': type }).write(half);
      break;
    case 'page':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Just a moment</title>');
      break;
    case 'cut':
      response.writeHead(200, { 'content-length': Buffer.byteLength(text) }).write(half);
      setTimeout(() => response.destroy(), 10);
      break;
    case 'bomb':
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb());
      break;
    case 'inside':
      response.writeHead(301, { location: 'http://10.0.0.1/latest' }).end();
      break;
    case 'charset':
      response.writeHead(200, { 'content-type': `${type}; charset=iso-8859-1` }).end(text);
      break;
    case 'busy':
      response.writeHead(429, { 'retry-after': '7200' }).end();
      break;
    case 'empty':
      response.writeHead(200, { 'content-type': type }).end();
      break;
    case 'gone':
      response.writeHead(404).end();
      break;
  }
}

/** Starts it on a free port. */
export async function startStandInBoards(): Promise<StandInBoards> {
  const known = await learn();
  const hosts = new Map([...known].map(([address, { board }]) => [address.split('/')[1], board]));
  const faults = new Map<string, Fault>();
  const asked = new Map<string, number>();
  let [wanted, held] = [0, new Array<() => void>()];

  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => void pieces.push(piece));
    request.on('end', () => {
      const address = request.url ?? '';
      const found = known.get(`${address} ${Buffer.concat(pieces).toString('utf8')}`);
      const board = found?.board ?? hosts.get(address.split('/')[1]) ?? '';
      asked.set(board, (asked.get(board) ?? 0) + 1);
      const fault = faults.get(board);
      held.push(() => {
        if (fault !== undefined) misbehave(fault, found?.text ?? '', response);
        else if (found === undefined) response.writeHead(404).end();
        else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(found.text);
      });
      if (asked.size < wanted) return;
      const waiting = held;
      held = [];
      for (const answer of waiting) answer();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the stand-in boards have no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    faults,
    asked,
    holdFor: (boards) => {
      asked.clear();
      wanted = boards;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}
