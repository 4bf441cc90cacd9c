/** Two processes never have one directory; a dead one never keeps it. Real processes, since only those can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PerchError } from '../kernel/errors.ts';
import { acquireLock, readLock } from './lock.ts';

let dataDir: string;
let children: ChildProcess[];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'perch-lock-'));
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

const lockUrl = new URL('./lock.ts', import.meta.url).href;
/** Takes the lock, says so or why not, and stays. */
const SCRIPT = `
  const { acquireLock } = await import(${JSON.stringify(lockUrl)});
  try {
    await acquireLock(process.argv[1], process.pid);
    console.log('taken');
    setInterval(() => undefined, 1000);
  } catch (error) {
    console.log(error.code + ': ' + error.message);
  }`;

/** Starts a process that tries to take the lock; resolves with what it says. */
async function start(): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [said]: unknown[] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, said: String(said) };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function refusal(): Promise<PerchError> {
  try {
    await acquireLock(dataDir, process.pid);
  } catch (error) {
    if (error instanceof PerchError) return error;
    throw error;
  }
  throw new Error('the lock was given');
}

describe('the lock', () => {
  it('refuses a second process, naming the first and its address in each language', async () => {
    const { child, said } = await start();
    expect(said).toBe('taken');
    const error = await refusal();
    const holder = await readLock(dataDir);
    expect(holder).toMatchObject({ pid: child.pid, url: null });
    expect(error.code).toBe('conflict');
    for (const text of Object.values(error.text)) {
      expect(text).toContain(String(child.pid));
      expect(text).toContain(holder?.address);
      expect(text).toContain('--data-dir');
    }
  });

  it('is free after kill -9, at once', async () => {
    const { child } = await start();
    await kill(child);
    expect(await readLock(dataDir)).toBeNull();
    const lock = await acquireLock(dataDir, process.pid);
    expect(await readLock(dataDir)).toMatchObject({ pid: process.pid });
    await lock.release();
  });

  it('is given to one of many that find a dead one', async () => {
    for (let round = 0; round < 2; round += 1) {
      const first = await start();
      await kill(first.child);
      const starters = await Promise.all(Array.from({ length: 4 }, start));
      expect(starters.filter(({ said }) => said === 'taken')).toHaveLength(1);
      expect(starters.filter(({ said }) => said.startsWith('conflict: Process '))).toHaveLength(3);
      await Promise.all(starters.flatMap(({ child, said }) => (said === 'taken' ? [kill(child)] : [])));
    }
  });

  it('is kept by a process that stands still', async () => {
    const { child } = await start();
    child.kill('SIGSTOP');
    expect((await refusal()).message).toContain(String(child.pid));
    child.kill('SIGCONT');
  });

  it('does not take another process at the old address for the holder', async () => {
    const lock = await acquireLock(dataDir, process.pid);
    const written = await readFile(join(dataDir, 'perch.lock'), 'utf8');
    await lock.release();
    const stranger: Server = createServer((socket) => socket.end('somebody else'));
    await new Promise<void>((resolve) => stranger.listen(lock.holder.address, resolve));
    await writeFile(join(dataDir, 'perch.lock'), written);
    const next = await acquireLock(dataDir, process.pid);
    expect(next.holder.startId).not.toBe(lock.holder.startId);
    await next.release();
    await new Promise((resolve) => stranger.close(resolve));
  });

  it('is free when a power cut left it empty or cut', async () => {
    for (const rest of ['', '{"pid":1,"sta', '{"pid":1}']) {
      await writeFile(join(dataDir, 'perch.lock'), rest);
      const lock = await acquireLock(dataDir, process.pid);
      expect(await readLock(dataDir)).toMatchObject({ startId: lock.holder.startId });
      await lock.release();
    }
  });

  it('tells commands of the same user, and nobody else, where the holder serves', async () => {
    const lock = await acquireLock(dataDir, process.pid);
    await lock.publish('http://127.0.0.1:3000');
    expect(await readLock(dataDir)).toMatchObject({ url: 'http://127.0.0.1:3000', token: lock.holder.token });
    expect((await stat(join(dataDir, 'perch.lock'))).mode & 0o077).toBe(0);
    expect((await refusal()).message).toContain('http://127.0.0.1:3000');
    await lock.release();
    expect(await readdir(dataDir)).toEqual([]);
    await expect(access(lock.holder.address)).rejects.toThrow('ENOENT');
  });

  it('lies elsewhere when the path is too long for a socket', async () => {
    const long = join(dataDir, 'a'.repeat(100));
    const lock = await acquireLock(long, process.pid);
    expect(lock.holder.address.startsWith(long)).toBe(false);
    expect(await readLock(long)).toMatchObject({ startId: lock.holder.startId });
    await lock.release();
  });

  it('says what to do about a directory that cannot be written', async () => {
    const file = join(dataDir, 'file');
    await writeFile(file, '');
    await expect(acquireLock(join(file, 'data'), process.pid)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/--data-dir/),
    });
    expect(await readLock(join(dataDir, 'missing'))).toBeNull();
  });
});
