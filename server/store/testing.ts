/** A real store for a test: embedded in a directory of its own, or a database of its own on TEST_DATABASE_URL. */
import { cp, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { createLogger } from '../kernel/logger.ts';
import { newId } from '../kernel/ids.ts';
import { openStore, type Store } from './store.ts';

export interface TestStore {
  store: Store;
  /** A person who exists. */
  userId: string;
  /** Another one, to see that their rows are out of reach. */
  strangerId: string;
  /** Where it is, for a process that opens it itself. */
  config: { dataDir: string; databaseUrl: string | undefined };
  close(): Promise<void>;
}

/** An empty, migrated place for a store, which the test opens itself. */
export async function openTestPlace(): Promise<TestPlace> {
  const url = process.env['TEST_DATABASE_URL'];
  return url === undefined || url === ''
    ? await embeddedPlace(createLogger({ level: 'error' }))
    : await nativePlace(url);
}

export async function openTestStore(): Promise<TestStore> {
  const logger = createLogger({ level: 'error' });
  const place = await openTestPlace();
  const store = await openStore({ config: place.config, logger });
  const [userId, strangerId] = [newId(), newId()];
  await store.asSystem('sign-in', async (unit) => {
    await unit.run('insert into app_user (id, name, created_at) values ($1, $2, now()), ($3, $4, now())', [
      userId,
      'Ines',
      strangerId,
      'Somebody',
    ]);
  });
  return {
    store,
    userId,
    strangerId,
    config: place.config,
    async close() {
      await store.close();
      await place.dispose();
    },
  };
}

export interface TestPlace {
  config: { dataDir: string; databaseUrl: string | undefined };
  dispose(): Promise<void>;
}

/** Copies a migrated directory, made once per state of the migrations: a second instead of three. */
async function embeddedPlace(logger: ReturnType<typeof createLogger>): Promise<TestPlace> {
  const template = join(
    fileURLToPath(new URL('../../node_modules/.cache', import.meta.url)),
    `perch-store-${migrationsHash()}`,
  );
  if (!(await exists(template))) {
    const making = await mkdtemp(join(tmpdir(), 'perch-template-'));
    const store = await openStore({ config: { dataDir: making, databaseUrl: undefined }, logger });
    await store.close();
    await cp(making, `${template}.${process.pid}`, { recursive: true });
    // Another worker may have been first; theirs is as good.
    await rename(`${template}.${process.pid}`, template).catch(
      async () => await rm(`${template}.${process.pid}`, { recursive: true, force: true }),
    );
    await rm(making, { recursive: true, force: true });
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'perch-test-'));
  await cp(template, dataDir, { recursive: true });
  return {
    config: { dataDir, databaseUrl: undefined },
    dispose: async () => await rm(dataDir, { recursive: true, force: true }),
  };
}

async function nativePlace(url: string): Promise<TestPlace> {
  const name = `perch_test_${newId().replaceAll('-', '').slice(-16)}`;
  const admin = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await admin(`create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return {
    config: { dataDir: join(tmpdir(), name), databaseUrl: own.href },
    dispose: async () => await admin(`drop database if exists ${name} with (force)`),
  };
}

function migrationsHash(): string {
  const folder = fileURLToPath(new URL('../../migrations', import.meta.url));
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).toSorted()) hash.update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 16);
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
