/** All SQL of CVs. Row-level security shows a person their own only. */
import { z } from 'zod';
import { toStorableJson, toStorableText } from '../kernel/json.ts';
import { isoTimestamp } from '../store/columns.ts';
import type { Unit } from '../store/store.ts';
import { type Corrections, correctionsSchema } from './corrections.ts';
import { type Cv, cvSchema } from './cv.ts';
import { profileSchema } from './profile.ts';

const summaryRow = z
  .object({ id: z.uuid(), name: z.string(), is_active: z.boolean(), created_at: isoTimestamp })
  .transform((row) => ({ id: row.id, name: row.name, isActive: row.is_active, createdAt: row.created_at }));

const cvRow = z
  .object({
    id: z.uuid(),
    name: z.string(),
    format: cvSchema.shape.format,
    quality: cvSchema.shape.quality,
    pages: z.number(),
    is_cut: z.boolean(),
    text: z.string(),
    hidden: z.array(z.string()),
    profile: profileSchema,
    corrections: correctionsSchema,
    revision: z.number(),
    is_active: z.boolean(),
    created_at: isoTimestamp,
    last_analyzed_at: isoTimestamp.nullable(),
    filled: cvSchema.shape.filled,
  })
  .transform(
    ({ is_cut, is_active, created_at, last_analyzed_at, ...row }): Cv => ({
      ...row,
      isCut: is_cut,
      isActive: is_active,
      createdAt: created_at,
      lastAnalyzedAt: last_analyzed_at,
    }),
  );
const COLUMNS =
  'id, name, format, quality, pages, is_cut, text, hidden, profile, corrections, revision, is_active, created_at, last_analyzed_at, filled';

/** The newest first. */
export async function listCvs(unit: Unit): Promise<z.output<typeof summaryRow>[]> {
  return await unit.all(summaryRow, 'select id, name, is_active, created_at from cv order by created_at desc, id');
}

export async function findCv(unit: Unit, id: string): Promise<Cv | null> {
  return await unit.one(cvRow, `select ${COLUMNS} from cv where id = $1`, [id]);
}

export async function findActiveCv(unit: Unit): Promise<Cv | null> {
  return await unit.one(cvRow, `select ${COLUMNS} from cv where is_active`);
}

/** The new one becomes the active one. */
export async function insertCv(
  unit: Unit,
  cv: Omit<Cv, 'corrections' | 'revision' | 'isActive' | 'createdAt' | 'lastAnalyzedAt' | 'filled'> & {
    userId: string;
    now: Date;
  },
): Promise<void> {
  await activate(unit, null);
  await unit.run(
    `insert into cv (id, user_id, name, format, quality, pages, is_cut, text, hidden, profile, is_active, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb, true, $11, $11)`,
    [
      cv.id,
      cv.userId,
      cv.name,
      cv.format,
      cv.quality,
      cv.pages,
      cv.isCut,
      toStorableText(cv.text),
      toStorableJson(cv.hidden),
      toStorableJson(cv.profile),
      cv.now,
    ],
  );
}

/** Makes this one the active one; null: none is. */
export async function activate(unit: Unit, id: string | null): Promise<void> {
  await unit.run('update cv set is_active = false where is_active and id is distinct from $1', [id]);
  if (id !== null) await unit.run('update cv set is_active = true where id = $1', [id]);
}

export async function writeCorrections(unit: Unit, id: string, corrections: Corrections, now: Date): Promise<void> {
  await unit.run('update cv set corrections = $2::jsonb, revision = revision + 1, updated_at = $3 where id = $1', [
    id,
    toStorableJson(corrections),
    now,
  ]);
}

/** What was read of it, with or without what a model added. */
export async function writeProfile(
  unit: Unit,
  cv: { id: string; profile: Cv['profile']; filled: Cv['filled']; now: Date },
): Promise<void> {
  await unit.run(
    'update cv set profile = $2::jsonb, filled = $3::jsonb, revision = revision + 1, updated_at = $4 where id = $1',
    [cv.id, toStorableJson(cv.profile), cv.filled === null ? null : toStorableJson(cv.filled), cv.now],
  );
}

/** It was held against a posting just now. */
export async function noteAnalyzed(unit: Unit, id: string, now: Date): Promise<void> {
  await unit.run('update cv set last_analyzed_at = $2 where id = $1', [id, now]);
}

/** False: there was none. */
export async function deleteCv(unit: Unit, id: string): Promise<boolean> {
  return (await unit.run('delete from cv where id = $1', [id])) > 0;
}

/** Notes an upload and forgets those before `since`; returns how many there were since, this one included. */
export async function noteUpload(
  unit: Unit,
  upload: { id: string; userId: string; now: Date; since: Date },
): Promise<number> {
  await unit.run('delete from cv_upload where uploaded_at < $1', [upload.since]);
  await unit.run('insert into cv_upload (id, user_id, uploaded_at) values ($1, $2, $3)', [
    upload.id,
    upload.userId,
    upload.now,
  ]);
  const counted = await unit.one(z.object({ count: z.coerce.number() }), 'select count(*) as count from cv_upload');
  return counted?.count ?? 0;
}
