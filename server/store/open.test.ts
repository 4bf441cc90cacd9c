/** A store that cannot be opened says what to do, in words, and harms nothing. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../kernel/logger.ts';
import { openStore } from './store.ts';
import { openTestPlace, type TestPlace } from './testing.ts';

const logger = createLogger({ level: 'silent' });
const open = async (config: TestPlace['config']) => await openStore({ config, logger });

/** A small file system of its own; null where this user may not mount one. */
async function smallDisk(megabytes: number): Promise<{ path: string; remove(): Promise<void> } | null> {
  const path = await mkdtemp(join(tmpdir(), 'perch-small-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    await rm(path, { recursive: true, force: true });
    return null;
  }
  return {
    path,
    async remove() {
      execFileSync('umount', ['-l', path]);
      await rm(path, { recursive: true, force: true });
    },
  };
}

describe('opening', () => {
  let place: TestPlace;
  beforeAll(async () => {
    place = await openTestPlace();
  }, 60_000);
  afterAll(async () => await place.dispose());

  it('names the server that does not answer, and never the password', async () => {
    const databaseUrl = 'postgres://somebody:hush@127.0.0.1:1/perch';
    const failure: unknown = await open({ dataDir: tmpdir(), databaseUrl }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'unavailable', message: expect.stringContaining('127.0.0.1:1/perch') });
    expect(String(failure)).toContain('DATABASE_URL');
    expect(String(failure)).not.toContain('hush');
  });

  it('refuses data of a newer Perch and leaves it as it is', async () => {
    const store = await open(place.config);
    await store.pool.query(`insert into migration (name, executed_at) values ('29990101000000-later', now())`);
    await store.close();
    const newer = { code: 'conflict', message: expect.stringMatching(/newer Perch \(29990101000000-later\)/u) };
    await expect(open(place.config)).rejects.toMatchObject(newer);
    await expect(open(place.config)).rejects.toMatchObject(newer);
  });

  it('refuses a disk that is too full for a new cluster, and starts when there is room', async (context) => {
    const disk = await smallDisk(60);
    if (disk === null) return void context.skip('this user may not mount a small disk');
    try {
      const config = { dataDir: join(disk.path, 'data'), databaseUrl: undefined };
      await expect(open(config)).rejects.toMatchObject({
        code: 'unavailable',
        message: expect.stringMatching(/full/u),
      });
      execFileSync('mount', ['-o', 'remount,size=400m', disk.path]);
      await (await open(config)).close();
    } finally {
      await disk.remove();
    }
  }, 60_000);
});
