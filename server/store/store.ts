/** The store: one ORM over the embedded or a native Postgres, opened, migrated, entered by two doors. */
import { join } from 'node:path';
import { type EntitySchema, MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import type { Config } from '../kernel/config.ts';
import type { Logger } from '../kernel/logger.ts';
import { type DiskSpace, watchDiskSpace } from './disk-space.ts';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { explainOpenFailure } from './open-failure.ts';
import { ormOptions } from './orm-options.ts';
import { alone, type Presence, showPresence } from './presence.ts';
import { BACKGROUND_REASONS, type SystemReason } from './system-reasons.ts';
import { createTurnstile } from './turnstile.ts';
import { beginPassage, insideUnit, type Unit } from './unit.ts';
import { explainUnitFailure } from './unit-failure.ts';

export type { Unit } from './unit.ts';

export interface Store {
  engine: 'embedded' | 'native';
  /** As this person: row-level security shows and takes only their rows. One transaction. */
  asPerson<T>(userId: string, work: (unit: Unit) => Promise<T>): Promise<T>;
  /** Across people, for a reason on the reviewed list. One transaction. */
  asSystem<T>(reason: SystemReason, work: (unit: Unit) => Promise<T>): Promise<T>;
  /** For the session table and pg-boss only, which are nobody's. */
  pool: Pool;
  /** The other processes on the same server. */
  presence: Presence;
  close(): Promise<void>;
}

/** Native: enough for a web process on a small server. Embedded has one connection by nature. */
const NATIVE_CONNECTIONS = 10;
/** A server can end what runs too long; the embedded database cannot, there rows are bounded instead. */
const NATIVE_LIMITS = { statement_timeout: '30s', idle_in_transaction_session_timeout: '60s' };

/**
 * Opens and migrates the store. The caller holds the directory's lock when it is embedded.
 * Throws PerchError saying what to do: unreachable, refused, newer than this Perch, full, read-only.
 */
export async function openStore(options: {
  config: Pick<Config, 'dataDir' | 'databaseUrl'>;
  logger: Logger;
  /** This process, for others on the same server. */
  instance?: string;
  /** The tables as their modules describe them; the modules lie to the left, so they are handed in. */
  entities?: readonly EntitySchema[];
}): Promise<Store> {
  const { config, logger } = options;
  const engine = config.databaseUrl === undefined ? 'embedded' : 'native';
  const isEmbedded = engine === 'embedded';
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).toReversed()) await closer();
  };
  try {
    const directory = join(config.dataDir, 'postgres');
    const embedded = isEmbedded ? await startEmbedded(directory, logger) : null;
    if (embedded !== null) closers.push(embedded.close);
    const width = isEmbedded ? 1 : NATIVE_CONNECTIONS;
    const orm = await MikroORM.init(
      ormOptions({ databaseUrl: config.databaseUrl, host: embedded?.host, width, entities: options.entities ?? [] }),
    );
    closers.push(async () => await orm.close(true));
    const pool: Pool = await orm.em.getConnection().getNativeClient();
    await migrate(orm, { pool, engine, logger });
    const { databaseUrl } = config;
    const { instance } = options;
    const presence =
      databaseUrl === undefined || instance === undefined
        ? alone
        : await showPresence({ databaseUrl, instance, logger });
    closers.push(presence.close);
    return createStore({
      orm,
      pool,
      engine,
      width,
      logger,
      disk: isEmbedded ? watchDiskSpace(directory) : null,
      presence,
      close,
    });
  } catch (error) {
    await close();
    throw explainOpenFailure(error, config);
  }
}

function createStore(parts: {
  orm: MikroORM;
  pool: Pool;
  engine: Store['engine'];
  width: number;
  logger: Logger;
  disk: DiskSpace | null;
  presence: Presence;
  close(): Promise<void>;
}): Store {
  const { orm, logger } = parts;
  const turnstile = createTurnstile(parts.width);
  const limits = parts.engine === 'native' ? NATIVE_LIMITS : {};

  const enter = async <T>(
    door: string,
    isBackground: boolean,
    session: { role: string; variables: Record<string, string> },
    work: (unit: Unit) => Promise<T>,
  ): Promise<T> => {
    const passage = beginPassage(door);
    let result: T;
    try {
      result = await turnstile.pass(
        isBackground,
        async () =>
          await orm.em.fork({ session: { ...session, variables: { ...session.variables, ...limits } } }).transactional(
            async (em) => {
              const transaction = em.getTransactionContext();
              if (transaction === undefined) throw new Error('the ORM opened no transaction');
              return await insideUnit(passage, transaction, work);
            },
            // With too little room, what is stored can still be read.
            { readOnly: (await parts.disk?.isLow()) === true },
          ),
      );
    } catch (error) {
      throw explainUnitFailure(error);
    }
    for (const announce of passage.committed) {
      try {
        announce();
      } catch (error) {
        // The work is committed; its caller must not take it for failed.
        logger.error({ error, door: passage.opened }, 'what should follow a commit failed');
      }
    }
    return result;
  };

  return {
    engine: parts.engine,
    pool: parts.pool,
    presence: parts.presence,
    asPerson: async (userId, work) =>
      await enter('asPerson', false, { role: 'perch_person', variables: { 'app.user_id': userId } }, work),
    asSystem: async (reason, work) =>
      await enter(`asSystem(${reason})`, BACKGROUND_REASONS.has(reason), { role: 'perch_system', variables: {} }, work),
    close: parts.close,
  };
}
