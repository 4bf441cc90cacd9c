/** How the ORM is set up; the same for both engines but for the address. */
import { fileURLToPath } from 'node:url';
import { Migrator } from '@mikro-orm/migrations';
import type { EntitySchema, Options } from '@mikro-orm/postgresql';

const ACQUIRE_MS = 30_000;

export function ormOptions(options: {
  databaseUrl: string | undefined;
  host: string | undefined;
  width: number;
  entities: readonly EntitySchema[];
}): Options {
  const { databaseUrl, host, width } = options;
  return {
    ...(databaseUrl === undefined
      ? { host: host ?? '', dbName: 'postgres', user: 'postgres', password: 'local' }
      : { clientUrl: databaseUrl }),
    // Repositories speak SQL: the ORM brings connections, transactions, roles and migrations.
    entities: [],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    pool: { min: 0, max: width },
    // The pool's own wait: with one connection and short units only a bug reaches it (units may not nest).
    driverOptions: { connectionTimeoutMillis: ACQUIRE_MS },
    debug: false,
    // The migrator would print to standard output, which belongs to the commands.
    logger: () => undefined,
    migrations: {
      path: fileURLToPath(new URL('../../migrations', import.meta.url)),
      glob: '!(*.d|*.test).ts',
      tableName: 'migration',
      snapshot: false,
      transactional: true,
      allOrNothing: true,
    },
  };
}
