/** Brings the schema to this version; refuses a schema that is newer. */
import type { MikroORM } from '@mikro-orm/postgresql';
import { PerchError } from '../kernel/errors.ts';
import type { Logger } from '../kernel/logger.ts';

export async function migrate(orm: MikroORM, logger: Logger): Promise<void> {
  const migrator = orm.migrator;
  const executed = await migrator.getExecuted();
  const pending = await migrator.getPending();
  const known = new Set([...pending.map(({ name }) => name), ...(await knownNames(orm))]);
  const newer = executed.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (newer.length > 0) throw tooNew(newer);
  if (pending.length === 0) return;
  await migrator.up();
  logger.info({ migrations: pending.map(({ name }) => name) }, 'the schema was brought up to date');
}

/** Names of the migrations this version brings, read from the same folder the migrator reads. */
async function knownNames(orm: MikroORM): Promise<string[]> {
  const { readdir } = await import('node:fs/promises');
  const path = orm.config.get('migrations').path ?? '';
  return (await readdir(path)).filter((name) => name.endsWith('.ts')).map((name) => name.replace(/\.ts$/u, ''));
}

function tooNew(names: string[]): PerchError {
  const list = names.join(', ');
  return new PerchError('conflict', {
    en: `This data was written by a newer Perch (${list}). Update Perch, or choose another directory with --data-dir. Nothing was changed.`,
    de: `Diese Daten hat ein neueres Perch geschrieben (${list}). Aktualisieren Sie Perch, oder wählen Sie mit --data-dir ein anderes Verzeichnis. Nichts wurde geändert.`,
    uk: `Ці дані записав новіший Perch (${list}). Оновіть Perch або виберіть інший каталог через --data-dir. Нічого не змінено.`,
  });
}
