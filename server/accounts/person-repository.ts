/** All SQL about people. */
import { z } from 'zod';
import type { Unit } from '../store/store.ts';

/** The person there has been longest, or null when there is nobody yet. */
export async function findFirstPerson(unit: Unit): Promise<string | null> {
  const row = await unit.one(z.object({ id: z.uuid() }), 'select id from app_user order by created_at, id limit 1');
  return row?.id ?? null;
}

export async function insertPerson(unit: Unit, person: { id: string; name: string; now: Date }): Promise<void> {
  await unit.run('insert into app_user (id, name, created_at) values ($1, $2, $3)', [
    person.id,
    person.name,
    person.now,
  ]);
}
