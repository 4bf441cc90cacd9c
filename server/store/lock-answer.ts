/** How a lock's holder shows that it lives: a unix socket of its own that says the id of its start. */
import { readdir, rm, stat } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fitsSocket } from './socket-path.ts';

/** An answer is there at once, unless the holder's machine is very busy. */
const ANSWER_MS = 800;
/** What connecting says when somebody is there who cannot be talked to now. */
const BUSY = new Set(['EAGAIN', 'EACCES', 'EPERM']);
/** A socket younger than this may belong to a process that is just beginning to listen. */
const SWEEP_AFTER_MS = 60_000;
const NAME = /^perch-[0-9a-f]{12}\.sock$/u;

export interface Answering {
  address: string;
  close(): Promise<void>;
}

/**
 * Answers with `startId` in the data directory itself, so that a container which shares the directory can ask; in the
 * temporary directory when the path is too long or the file system has no sockets.
 */
export async function answerInDirectory(dataDir: string, startId: string): Promise<Answering> {
  const name = `perch-${startId.slice(-12)}.sock`;
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(startId);
  });
  server.unref();
  const beside = join(dataDir, name);
  const address = (await listenAt(server, beside)) ? beside : join(tmpdir(), name);
  if (address !== beside) await listenOrThrow(server, address);
  return {
    address,
    async close() {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await rm(address, { force: true });
    },
  };
}

/**
 * Does a process with this start live at the address? One that takes the call and stays silent lives too: it is busy
 * or was stopped for a while, and taking the directory from it would ruin both.
 */
export async function isAnswering(address: string, startId: string): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(address);
    let isConnected = false;
    let heard = '';
    const finish = (alive: boolean): void => {
      socket.destroy();
      resolve(alive);
    };
    socket.on('connect', () => (isConnected = true));
    socket.setTimeout(ANSWER_MS, () => finish(isConnected));
    socket.on('error', (error) => finish('code' in error && BUSY.has(String(error.code))));
    socket.on('data', (data) => (heard += data.toString('utf8')));
    socket.on('end', () => finish(heard === startId));
  });
}

async function listenAt(server: Server, address: string): Promise<boolean> {
  if (!fitsSocket(address)) return false;
  try {
    await listenOrThrow(server, address);
    return true;
  } catch {
    return false;
  }
}

async function listenOrThrow(server: Server, address: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Removes the sockets of processes that were killed. For the holder of the lock only. */
export async function sweepSockets(dataDir: string): Promise<void> {
  for (const name of (await readdir(dataDir)).filter((entry) => NAME.test(entry))) {
    const address = join(dataDir, name);
    const age = Date.now() - (await stat(address)).mtimeMs;
    if (age > SWEEP_AFTER_MS && (await isRefused(address))) await rm(address, { force: true });
  }
}

async function isRefused(address: string): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(address);
    socket.on('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.on('error', (error) => resolve('code' in error && error.code === 'ECONNREFUSED'));
  });
}
