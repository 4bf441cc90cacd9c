/**
 * One process per data directory. PGlite has no lock of its own, and two processes corrupt a directory without a
 * word. A lock file names its holder's address; the holder is alive only if it answers there with its own id, since
 * process ids lie in containers and after a reboot.
 */
import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { PerchError } from '../kernel/errors.ts';
import { newId } from '../kernel/ids.ts';

const ANSWER_MS = 800;
const ATTEMPTS = 20;

const holderSchema = z.object({
  pid: z.number().int(),
  startId: z.string(),
  address: z.string(),
  /** Where the holder serves, once it does, and the token that opens its door for commands of the same user. */
  url: z.string().nullable(),
  token: z.string(),
});
export type LockHolder = z.output<typeof holderSchema>;

export interface Lock {
  holder: LockHolder;
  /** Tells commands of the same user where this process serves. */
  publish(url: string): Promise<void>;
  release(): Promise<void>;
}

const lockPath = (dataDir: string): string => join(dataDir, 'perch.lock');

/** The living holder of a data directory, or null. */
export async function readLock(dataDir: string): Promise<LockHolder | null> {
  const holder = await readHolder(lockPath(dataDir));
  return holder !== null && (await isAlive(holder)) ? holder : null;
}

/** Takes the directory. Throws PerchError conflict, naming process and address, when a living process has it. */
export async function acquireLock(dataDir: string, pid: number): Promise<Lock> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const path = lockPath(dataDir);
  const startId = newId();
  const address = join(tmpdir(), `perch-${startId.slice(-12)}.lock`);
  const holder: LockHolder = { pid, startId, address, url: null, token: randomBytes(32).toString('hex') };
  const server = await answerWith(address, startId);
  try {
    await take(path, holder);
  } catch (error) {
    await close(server, address);
    throw error;
  }
  return {
    holder,
    async publish(url) {
      holder.url = url;
      const next = `${path}.${startId}`;
      await writeFile(next, JSON.stringify(holder), { mode: 0o600 });
      await rename(next, path);
    },
    async release() {
      const current = await readHolder(path);
      if (current?.startId === startId) await rm(path, { force: true });
      await close(server, address);
    },
  };
}

async function take(path: string, holder: LockHolder): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await claim(path, holder)) return;
    const other = await readHolder(path);
    if (other === null) continue;
    if (await isAlive(other)) throw inUse(other);
    await removeDead(path, holder);
  }
  throw new PerchError('conflict', {
    en: 'The data directory could not be locked: another Perch keeps starting beside this one. Start only one.',
    de: 'Das Datenverzeichnis ließ sich nicht sperren: Daneben startet immer wieder ein anderes Perch. Starten Sie nur eines.',
    uk: 'Не вдалося заблокувати каталог даних: поруч постійно запускається інший Perch. Запустіть лише один.',
  });
}

/** Puts the file there with its content, in one step, or finds that somebody was first. */
async function claim(path: string, holder: LockHolder): Promise<boolean> {
  const draft = `${path}.${holder.startId}`;
  await writeFile(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Removes the lock of a dead process. A lock around it keeps two starters from removing each other's fresh one. */
async function removeDead(path: string, holder: LockHolder): Promise<void> {
  const guard = `${path}.takeover`;
  if (!(await claim(guard, holder))) {
    const other = await readHolder(guard);
    if (other !== null && !(await isAlive(other))) await rm(guard, { force: true });
    await new Promise((resolve) => setTimeout(resolve, 50));
    return;
  }
  try {
    const current = await readHolder(path);
    if (current !== null && !(await isAlive(current))) await rm(path, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

async function readHolder(path: string): Promise<LockHolder | null> {
  try {
    const parsed = holderSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (isCode(error, 'ENOENT') || error instanceof SyntaxError) return null;
    throw error;
  }
}

async function isAlive(holder: LockHolder): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(holder.address);
    let heard = '';
    const finish = (alive: boolean): void => {
      socket.destroy();
      resolve(alive);
    };
    socket.setTimeout(ANSWER_MS, () => finish(false));
    socket.on('error', () => finish(false));
    socket.on('data', (data) => (heard += data.toString('utf8')));
    socket.on('end', () => finish(heard === holder.startId));
  });
}

async function answerWith(address: string, startId: string): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(startId);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, resolve);
  });
  server.unref();
  return server;
}

async function close(server: Server, address: string): Promise<void> {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await rm(address, { force: true });
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function inUse(holder: LockHolder): PerchError {
  const where = holder.url ?? holder.address;
  return new PerchError('conflict', {
    en: `Process ${holder.pid} (${where}) uses this data directory. Use that Perch, stop it, or choose another directory with --data-dir.`,
    de: `Prozess ${holder.pid} (${where}) benutzt dieses Datenverzeichnis. Nutzen Sie jenes Perch, beenden Sie es, oder wählen Sie mit --data-dir ein anderes.`,
    uk: `Процес ${holder.pid} (${where}) використовує цей каталог даних. Скористайтеся тим Perch, зупиніть його або виберіть інший каталог через --data-dir.`,
  });
}
