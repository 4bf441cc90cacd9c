/** The store: one ORM over the embedded or a native Postgres, opened, migrated, entered by two doors. */
import { join } from 'node:path';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import type { Config } from '../kernel/config.ts';
import type { Logger } from '../kernel/logger.ts';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { explainOpenFailure } from './open-failure.ts';
import { ormOptions } from './orm-options.ts';
import { BACKGROUND_REASONS, type SystemReason } from './system-reasons.ts';
import { createTurnstile } from './turnstile.ts';
import { createUnit, describeDoor, insideUnit, refuseNesting, type Unit } from './unit.ts';

export type { Unit } from './unit.ts';

export interface Store {
  engine: 'embedded' | 'native';
  /** As this person: row-level security shows and takes only their rows. One transaction. */
  asPerson<T>(userId: string, work: (unit: Unit) => Promise<T>): Promise<T>;
  /** Across people, for a reason on the reviewed list. One transaction. */
  asSystem<T>(reason: SystemReason, work: (unit: Unit) => Promise<T>): Promise<T>;
  /** For the session table and pg-boss only, which are nobody's. */
  pool: Pool;
  close(): Promise<void>;
}

/** Native: enough for a web process on a small server. Embedded has one connection by nature. */
const NATIVE_CONNECTIONS = 10;

/**
 * Opens and migrates the store. The caller holds the directory's lock when it is embedded.
 * Throws PerchError saying what to do: unreachable, refused, newer than this Perch, full, read-only.
 */
export async function openStore(options: {
  config: Pick<Config, 'dataDir' | 'databaseUrl'>;
  logger: Logger;
}): Promise<Store> {
  const { config, logger } = options;
  const engine = config.databaseUrl === undefined ? 'embedded' : 'native';
  try {
    const embedded = engine === 'embedded' ? await startEmbedded(join(config.dataDir, 'postgres')) : null;
    const width = engine === 'embedded' ? 1 : NATIVE_CONNECTIONS;
    const orm = await MikroORM.init(ormOptions({ databaseUrl: config.databaseUrl, host: embedded?.host, width }));
    try {
      await migrate(orm, logger);
    } catch (error) {
      await orm.close(true);
      await embedded?.close();
      throw error;
    }
    const pool: Pool = await orm.em.getConnection().getNativeClient();
    return createStore({ orm, pool, engine, width, closeEngine: async () => await embedded?.close() });
  } catch (error) {
    throw explainOpenFailure(error, config);
  }
}

function createStore(parts: {
  orm: MikroORM;
  pool: Pool;
  engine: Store['engine'];
  width: number;
  closeEngine(): Promise<void>;
}): Store {
  const { orm } = parts;
  const turnstile = createTurnstile(parts.width);

  const enter = async <T>(
    door: string,
    isBackground: boolean,
    fork: () => EntityManager,
    work: (unit: Unit) => Promise<T>,
  ): Promise<T> => {
    const opened = describeDoor(door);
    refuseNesting(opened);
    const committed: (() => void)[] = [];
    const result = await turnstile.pass(
      isBackground,
      async () =>
        await fork().transactional(async (em) => {
          const transaction = em.getTransactionContext();
          if (transaction === undefined) throw new Error('the ORM opened no transaction');
          return await insideUnit(opened, async () => await work(createUnit(transaction, committed)));
        }),
    );
    for (const announce of committed) announce();
    return result;
  };

  return {
    engine: parts.engine,
    pool: parts.pool,
    asPerson: async (userId, work) =>
      await enter(
        'asPerson',
        false,
        () => orm.em.fork({ session: { role: 'perch_person', variables: { 'app.user_id': userId } } }),
        work,
      ),
    asSystem: async (reason, work) =>
      await enter(
        `asSystem(${reason})`,
        BACKGROUND_REASONS.has(reason),
        () => orm.em.fork({ session: { role: 'perch_system', variables: {} } }),
        work,
      ),
    async close() {
      await orm.close(true);
      await parts.closeEngine();
    },
  };
}
