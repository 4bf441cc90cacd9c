/** All SQL of followed employers. */
import { newId } from '../kernel/ids.ts';
import type { Unit } from '../store/store.ts';
import { followedEmployer as employer, type FollowedEmployer } from './employer.ts';

/** Those of the person whose unit it is, by name. */
export async function listEmployers(unit: Unit): Promise<FollowedEmployer[]> {
  return await unit.all(
    employer,
    'select board, slug, name, address from followed_employer order by lower(name), board, slug',
  );
}

/** Each employer once that anybody follows. */
export async function listEmployersOfAll(unit: Unit): Promise<FollowedEmployer[]> {
  return await unit.all(
    employer,
    `select distinct on (board, slug) board, slug, name, address from followed_employer order by board, slug, followed_at`,
  );
}

/** False: the person follows it already. */
export async function insertEmployer(
  unit: Unit,
  { userId, now, ...given }: FollowedEmployer & { userId: string; now: Date },
): Promise<boolean> {
  const changed = await unit.run(
    `insert into followed_employer (id, user_id, board, slug, name, address, followed_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (user_id, board, slug) do nothing`,
    [newId(), userId, given.board, given.slug, given.name, given.address, now],
  );
  return changed > 0;
}

/** False: the person did not follow it. */
export async function deleteEmployer(unit: Unit, { board, slug }: { board: string; slug: string }): Promise<boolean> {
  return (await unit.run('delete from followed_employer where board = $1 and slug = $2', [board, slug])) > 0;
}

/** Calls the employer of this source ("greenhouse:acme") what most of its own postings do, for all who follow it. */
export async function nameEmployer(unit: Unit, key: string): Promise<void> {
  await unit.run(
    `update followed_employer e set name = own.name
       from (select left(mode() within group (order by company), 100) as name from job_posting
              where feed = $1 and closed_at is null and company <> '') own
      where e.board || ':' || e.slug = $1 and own.name is not null and e.name <> own.name`,
    [key],
  );
}
