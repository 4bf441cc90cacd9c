/** Brings the schema to this version; refuses a schema that is newer. */
import { readdir } from 'node:fs/promises';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { PerchError } from '../kernel/errors.ts';
import type { Logger } from '../kernel/logger.ts';

/** Any number, the same for all processes on one database ("perch" as bytes). */
const MIGRATION_LOCK = 0x70_65_72_63_68;

/** Throws PerchError conflict when the schema has migrations that this version does not know. */
export async function migrate(
  orm: MikroORM,
  options: { pool: Pool; engine: 'embedded' | 'native'; logger: Logger },
): Promise<void> {
  // The embedded database has one process by its lock, and one connection, which the migrator needs.
  if (options.engine === 'embedded') {
    await bringUp(orm, options.logger);
    return;
  }
  // Page and worker start together; the second waits and finds nothing left to do.
  const client = await options.pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      await bringUp(orm, options.logger);
    } finally {
      await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    }
  } finally {
    client.release();
  }
}

async function bringUp(orm: MikroORM, logger: Logger): Promise<void> {
  const executed = await orm.migrator.getExecuted();
  const known = new Set(await knownNames(orm));
  const newer = executed.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (newer.length > 0) throw tooNew(newer);
  const pending = await orm.migrator.getPending();
  if (pending.length === 0) return;
  await orm.migrator.up();
  logger.info({ migrations: pending.map(({ name }) => name) }, 'the schema was brought up to date');
}

/** Names of the migrations this version brings, read from the same folder the migrator reads. */
async function knownNames(orm: MikroORM): Promise<string[]> {
  const path = orm.config.get('migrations').path ?? '';
  return (await readdir(path)).filter((name) => name.endsWith('.ts')).map((name) => name.replace(/\.ts$/u, ''));
}

function tooNew(names: string[]): PerchError {
  const list = names.join(', ');
  return new PerchError('conflict', {
    en: `This data was written by a newer Perch (${list}). Update Perch, or choose another directory (--data-dir) or database (DATABASE_URL). Nothing was changed.`,
    de: `Diese Daten hat ein neueres Perch geschrieben (${list}). Aktualisieren Sie Perch, oder wählen Sie ein anderes Verzeichnis (--data-dir) oder eine andere Datenbank (DATABASE_URL). Nichts wurde geändert.`,
    uk: `Ці дані записав новіший Perch (${list}). Оновіть Perch або виберіть інший каталог (--data-dir) чи іншу базу даних (DATABASE_URL). Нічого не змінено.`,
  });
}
