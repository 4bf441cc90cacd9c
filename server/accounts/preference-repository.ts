/** All SQL about a person's preferences. */
import { z } from 'zod';
import type { Unit } from '../store/store.ts';
import { type Preferences, preferencesSchema } from './preferences.ts';

const row = z
  .object({ preferences: preferencesSchema, sealed_model_key: z.string().nullable() })
  .transform(({ preferences, sealed_model_key }) => ({ preferences, sealedModelKey: sealed_model_key }));
const onCards = z
  .object({ country: z.string().nullable(), shows: z.boolean().nullable() })
  .transform(({ country, shows }) => ({ homeCountry: country, showsRatings: shows ?? false }));
export type PreferenceRow = z.output<typeof row>;

/** What the person of this unit has chosen; `lock` keeps others from changing it until the unit ends. */
export async function findPreferences(unit: Unit, userId: string, lock = false): Promise<PreferenceRow> {
  const found = await unit.one(
    row,
    `select preferences, sealed_model_key from person_preference where user_id = $1 ${lock ? 'for update' : ''}`,
    [userId],
  );
  return found ?? { preferences: preferencesSchema.parse({}), sealedModelKey: null };
}

/** What cards depend on: the country the person of this unit lives in (ISO, null: not said), and whether ratings show. */
export async function findCardPreferences(unit: Unit): Promise<z.output<typeof onCards>> {
  const found = await unit.one(
    onCards,
    `select preferences ->> 'homeCountry' as country, (preferences ->> 'showsRatings')::boolean as shows
       from person_preference`,
  );
  return found ?? { homeCountry: null, showsRatings: false };
}

/** Sources that the person of this unit has turned off; through the system's door: those that everybody has. */
export async function findSourcesOff(unit: Unit): Promise<ReadonlySet<string>> {
  const rows = await unit.all(
    z.object({ source: z.string() }),
    `select off.source from person_preference, jsonb_array_elements_text(preferences -> 'sourcesOff') as off(source)
      group by off.source having count(*) = (select count(*) from app_user)`,
  );
  return new Set(rows.map(({ source }) => source));
}

export async function savePreferences(
  unit: Unit,
  change: { userId: string; preferences: Preferences; sealedModelKey: string | null; now: Date },
): Promise<void> {
  await unit.run(
    `insert into person_preference (user_id, preferences, sealed_model_key, updated_at) values ($1, $2::jsonb, $3, $4)
     on conflict (user_id) do update set preferences = excluded.preferences,
       sealed_model_key = excluded.sealed_model_key, updated_at = excluded.updated_at`,
    [change.userId, JSON.stringify(change.preferences), change.sealedModelKey, change.now],
  );
}
