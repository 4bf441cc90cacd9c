/**
 * One process per data directory. PGlite has no lock of its own, and two processes corrupt a directory without a
 * word. A lock file names its holder's address; the holder is alive only if it answers there with its own id, since
 * process ids lie: in containers, and after a reboot.
 */
import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { PerchError } from '../kernel/errors.ts';
import { newId } from '../kernel/ids.ts';
import { answerInDirectory, isAnswering, sweepSockets } from './lock-answer.ts';
import { explainOpenFailure } from './open-failure.ts';

const ATTEMPTS = 20;
/** Between two attempts while somebody else is taking over a dead lock, which takes milliseconds. */
const AGAIN_MS = 50;

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

/** What lies at a lock's place: nothing, a file that a power cut left damaged, or who wrote it. */
type Found = 'nothing' | 'damaged' | LockHolder;

const lockPath = (dataDir: string): string => join(dataDir, 'perch.lock');

/** The living holder of a data directory, or null. Throws PerchError when the directory cannot be read. */
export async function readLock(dataDir: string): Promise<LockHolder | null> {
  try {
    const found = await find(lockPath(dataDir));
    return typeof found === 'object' && (await isAlive(found)) ? found : null;
  } catch (error) {
    throw explainOpenFailure(error, { dataDir, databaseUrl: undefined });
  }
}

/**
 * Takes the directory, which is created when missing. Throws PerchError: conflict, naming process and address, when a
 * living process has it; unavailable, saying what to do, when it cannot be written.
 */
export async function acquireLock(dataDir: string, pid: number): Promise<Lock> {
  const path = lockPath(dataDir);
  const startId = newId();
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const answering = await answerInDirectory(dataDir, startId);
    const holder: LockHolder = {
      pid,
      startId,
      address: answering.address,
      url: null,
      token: randomBytes(32).toString('hex'),
    };
    try {
      await take(path, holder);
      await sweepSockets(dataDir).catch(() => undefined);
    } catch (error) {
      await answering.close();
      throw error;
    }
    return {
      holder,
      async publish(url) {
        holder.url = url;
        const draft = `${path}.${startId}`;
        await writeFile(draft, JSON.stringify(holder), { mode: 0o600 });
        await rename(draft, path);
      },
      async release() {
        const found = await find(path);
        if (typeof found === 'object' && found.startId === startId) await rm(path, { force: true });
        await answering.close();
      },
    };
  } catch (error) {
    throw explainOpenFailure(error, { dataDir, databaseUrl: undefined });
  }
}

async function take(path: string, holder: LockHolder): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await claim(path, holder)) return;
    const other = await find(path);
    if (typeof other === 'object' && (await isAlive(other))) throw inUse(other);
    if (other !== 'nothing') await removeDead(path, holder);
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
    if (await isDead(guard)) await rm(guard, { force: true });
    await wait(AGAIN_MS);
    return;
  }
  try {
    if (await isDead(path)) await rm(path, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

async function isDead(path: string): Promise<boolean> {
  const found = await find(path);
  return found === 'damaged' || (typeof found === 'object' && !(await isAlive(found)));
}

async function isAlive(holder: LockHolder): Promise<boolean> {
  return await isAnswering(holder.address, holder.startId);
}

async function find(path: string): Promise<Found> {
  try {
    const parsed = holderSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : 'damaged';
  } catch (error) {
    if (isCode(error, 'ENOENT')) return 'nothing';
    if (error instanceof SyntaxError) return 'damaged';
    throw error;
  }
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
