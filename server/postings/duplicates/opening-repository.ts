/** All SQL of openings: under which keys postings meet, which of them is shown, what a person took apart. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isoTimestamp } from '../../store/columns.ts';
import type { Unit } from '../../store/store.ts';
import { factsSchema } from '../job-posting.ts';
import type { OpeningInput } from './same-opening.ts';
import { openingKeys, toOpening } from './same-opening.ts';
import type { Because, Member, OpeningGroup } from './group-openings.ts';
import { connected } from './connected.ts';

/** So many postings under one key say that it does not tell openings apart. */
const MOST_UNDER_A_KEY = 120;

/** Short forms of the keys; the first letter says whether one alone decides ("x") or only proposes ("l"). */
function shortKeys(input: OpeningInput): string[] {
  const { exact, alike } = openingKeys(toOpening(input));
  const short = (kind: string, words: string): string =>
    `${kind}${createHash('sha256').update(words).digest('base64url').slice(0, 15)}`;
  return [...exact.map((words) => short('x', words)), ...(alike === null ? [] : [short('l', alike)])];
}

/**
 * One unit of work after the other settles openings, or two that write at the same moment would not see each other's.
 * To be taken before anything is written, so that nobody waits for somebody who waits; held until the unit ends.
 */
export async function lockOpenings(unit: Unit): Promise<void> {
  await unit.run(`select pg_advisory_xact_lock(hashtextextended('openings', 0))`);
}

/** Notes the keys of postings that were just written; one that is new stands for itself until it is settled. */
export async function writeKeys(unit: Unit, postings: readonly OpeningInput[]): Promise<void> {
  const rows = postings.map((input) => ({ posting_id: input.id, source: input.source, keys: shortKeys(input) }));
  await unit.run(
    `insert into posting_opening (posting_id, opening_id, source, keys)
     select r.posting_id, r.posting_id, r.source, r.keys
       from jsonb_to_recordset($1::jsonb) as r(posting_id uuid, source text, keys text[])
     on conflict (posting_id) do update set keys = excluded.keys
      where posting_opening.keys <> excluded.keys`,
    [JSON.stringify(rows)],
  );
}

const meeting = z.object({
  key: z.string(),
  posting_id: z.uuid(),
  opening_id: z.uuid(),
  source: z.string(),
  keys: z.array(z.string()),
});
const UNDER = `select k.key, o.posting_id, o.opening_id, o.source, o.keys from unnest($1::text[]) as k(key)
  cross join lateral (select posting_id, opening_id, source, keys from posting_opening where keys @> array[k.key] limit ${MOST_UNDER_A_KEY + 1}) o`;

/**
 * The postings that these might be one opening with, over any number of steps: in lists that have nothing to do with each
 * other, each with at least two. Those that meet nobody are left out.
 */
export async function readNeighbourhoods(unit: Unit, ids: readonly string[]): Promise<string[][]> {
  const meetings = new Map<string, string[]>();
  const meet = (where: string, postingId: string): void =>
    void meetings.set(where, [...(meetings.get(where) ?? []), postingId]);
  const mates = await unit.all(
    z.object({ posting_id: z.uuid(), opening_id: z.uuid(), keys: z.array(z.string()) }),
    `select posting_id, opening_id, keys from posting_opening
      where opening_id in (select opening_id from posting_opening where posting_id = any($1::uuid[]))
         or posting_id = any($1::uuid[])`,
    [[...ids]],
  );
  for (const { posting_id, opening_id } of mates) meet(opening_id, posting_id);
  const asked = new Set<string>();
  let next = new Set(mates.flatMap(({ keys }) => keys));
  while (next.size > 0) {
    for (const key of next) asked.add(key);
    const found = Map.groupBy(await unit.all(meeting, UNDER, [[...next]]), ({ key }) => key);
    next = new Set();
    for (const [key, rows] of found) {
      if (rows.length < 2 || rows.length > MOST_UNDER_A_KEY) continue;
      // Likeness joins different boards only.
      if (key.startsWith('l') && rows.every(({ source }) => source === rows[0]?.source)) continue;
      for (const { posting_id, opening_id, keys } of rows) {
        meet(key, posting_id);
        meet(opening_id, posting_id);
        for (const other of keys) if (!asked.has(other)) next.add(other);
      }
    }
  }
  return connected([...meetings.values()].map((together) => [...new Set(together)])).filter(({ length }) => length > 1);
}

const memberRow = z
  .object({
    id: z.uuid(),
    source: z.string(),
    url: z.string(),
    apply_url: z.string().nullable(),
    title: z.string(),
    company: z.string().nullable(),
    locations: z.array(z.string()),
    completeness: z.enum(['full', 'snippet', 'none']),
    facts: factsSchema.pick({ cities: true, countries: true, workplace: true, employment: true, pay: true }),
    date_posted: isoTimestamp.nullable(),
    is_closed: z.boolean(),
    is_apart: z.boolean(),
  })
  .transform(
    ({ apply_url, date_posted, is_closed, is_apart, completeness, ...row }): Member => ({
      ...toOpening({ ...row, completeness, applyUrl: apply_url, datePosted: date_posted }),
      completeness,
      isClosed: is_closed,
      isApart: is_apart,
    }),
  );

/** What tells these postings' openings. */
export async function readMembers(unit: Unit, ids: readonly string[]): Promise<Member[]> {
  return await unit.all(
    memberRow,
    `select p.id, p.source, p.url, p.apply_url, p.title, p.company, p.locations, p.completeness, p.date_posted,
            p.closed_at is not null as is_closed, o.is_apart,
            jsonb_build_object('cities', p.facts->'cities', 'countries', p.facts->'countries', 'workplace', p.facts->'workplace',
              'employment', p.facts->'employment', 'pay', p.facts->'pay') as facts
       from job_posting p join posting_opening o on o.posting_id = p.id where p.id = any($1::uuid[])`,
    [[...ids]],
  );
}

/** Beginnings of the descriptions, by id: as much as is compared. */
export async function readTexts(unit: Unit, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await unit.all(
    z.object({ id: z.uuid(), text: z.string() }),
    'select id, left(description, 40000) as text from job_posting where id = any($1::uuid[])',
    [[...ids]],
  );
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** Writes which posting of each group is shown; the person's marks of the others count for it too. */
export async function writeGroups(unit: Unit, groups: readonly OpeningGroup[]): Promise<void> {
  const rows = groups.flatMap(({ winner, others }) => {
    const also = [...new Set(others.map(({ member }) => member.source))].filter((source) => source !== winner.source);
    return [
      rowOf(winner, winner, null, also.toSorted()),
      ...others.map(({ member, because }) => rowOf(member, winner, because, [])),
    ];
  });
  if (rows.length === 0) return;
  const given = `jsonb_to_recordset($1::jsonb) as r(posting_id uuid, opening_id uuid, because text, is_open boolean, also text)`;
  const values = [JSON.stringify(rows)];
  await unit.run(
    `insert into posting_mark (user_id, posting_id, mark, marked_at)
     select distinct on (m.user_id, r.opening_id) m.user_id, r.opening_id, m.mark, m.marked_at
       from ${given} join posting_opening o on o.posting_id = r.posting_id join posting_mark m on m.posting_id = r.posting_id
      where r.opening_id <> r.posting_id and o.opening_id <> r.opening_id
      order by m.user_id, r.opening_id, (m.mark = 'seen'), m.marked_at desc
     on conflict (user_id, posting_id) do update set mark = excluded.mark, marked_at = excluded.marked_at
      where posting_mark.mark = 'seen' and excluded.mark <> 'seen'`,
    values,
  );
  await unit.run(
    `update posting_opening o set opening_id = r.opening_id, because = r.because from ${given}
      where o.posting_id = r.posting_id and (o.opening_id, o.because) is distinct from (r.opening_id, r.because)`,
    values,
  );
  await unit.run(
    `update posting_search s set is_open = r.is_open, also = r.also, changed_in = pg_current_xact_id() from ${given}
      where s.posting_id = r.posting_id and (s.is_open, s.also) is distinct from (r.is_open, r.also)`,
    values,
  );
}

function rowOf(member: Member, winner: Member, because: Because | null, also: readonly string[]): object {
  return {
    posting_id: member.id,
    opening_id: winner.id,
    because,
    is_open: member.id === winner.id && !winner.isClosed,
    also: also.map((source) => `\nalso=${source}`).join(''),
  };
}

/** Notes that a posting stands for itself, or does so no longer; gives the one shown for it, null when there is none such. */
export async function writeApart(unit: Unit, id: string, isApart: boolean): Promise<string | null> {
  const row = await unit.one(
    z.object({ opening_id: z.uuid() }),
    'update posting_opening set is_apart = $2 where posting_id = $1 returning opening_id',
    [id, isApart],
  );
  return row?.opening_id ?? null;
}

/** Ids of other postings of the same company and title. */
export async function readAlike(unit: Unit, id: string): Promise<string[]> {
  const rows = await unit.all(
    z.object({ posting_id: z.uuid() }),
    `select o.posting_id from posting_opening o
      where o.posting_id <> $1 and o.keys @> array[(select key from posting_opening own, unnest(own.keys) as key
             where own.posting_id = $1 and key like 'l%')] limit ${MOST_UNDER_A_KEY}`,
    [id],
  );
  return rows.map((row) => row.posting_id);
}
