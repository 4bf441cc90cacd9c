/** All SQL of saved searches. */
import type { Unit } from '../store/store.ts';
import { type SavedSearch, savedSearchSchema } from './saved-search.ts';

const COLUMNS = `id, name, filter, show_unclear as "showUnclear", frequency, saved_at as "savedAt", seen_at as "seenAt"`;

/** Until the unit ends nobody else saves a search of this person: two tabs may save the same one at once. */
export async function lockSearches(unit: Unit, userId: string): Promise<void> {
  await unit.run(`select pg_advisory_xact_lock(hashtextextended('saved_search ' || $1, 0))`, [userId]);
}

/** Those of the person whose unit it is, the one saved last first. */
export async function listSearches(unit: Unit): Promise<SavedSearch[]> {
  return await unit.all(savedSearchSchema, `select ${COLUMNS} from saved_search order by saved_at desc, id desc`);
}

/** Null when the person has none with this id. */
export async function findSearch(unit: Unit, id: string): Promise<SavedSearch | null> {
  return await unit.one(savedSearchSchema, `select ${COLUMNS} from saved_search where id = $1`, [id]);
}

/** Writes it as it is now, whether it was there or not. */
export async function writeSearch(unit: Unit, userId: string, search: SavedSearch): Promise<void> {
  await unit.run(
    `insert into saved_search (id, user_id, name, filter, show_unclear, frequency, saved_at, seen_at)
     values ($1, $2, $3, $4::jsonb, $5, $6, $7, $8)
     on conflict (id) do update set name = excluded.name, frequency = excluded.frequency, seen_at = excluded.seen_at`,
    [
      search.id,
      userId,
      search.name,
      JSON.stringify(search.filter),
      search.showUnclear,
      search.frequency,
      search.savedAt,
      search.seenAt,
    ],
  );
}

export async function deleteSearch(unit: Unit, id: string): Promise<void> {
  await unit.run('delete from saved_search where id = $1', [id]);
}
