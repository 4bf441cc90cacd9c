import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newId } from '../kernel/ids.ts';
import { count, isoTimestamp } from './columns.ts';
import { openTestStore, type TestStore } from './testing.ts';

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
}, 60_000);
afterAll(async () => await test.close());

const addConversation = async (userId: string, owner = userId): Promise<string> => {
  const id = newId();
  await test.store.asPerson(userId, async (unit) => {
    await unit.run('insert into conversation (id, user_id, created_at, updated_at) values ($1, $2, now(), now())', [
      id,
      owner,
    ]);
  });
  return id;
};

describe('a unit of work', () => {
  it('carries arrays, json, dates and big numbers through the driver', async () => {
    const row = await test.store.asSystem(
      'health',
      async (unit) =>
        await unit.one(
          z.object({
            list: z.array(z.string()),
            data: z.object({ a: z.number() }),
            at: isoTimestamp,
            big: count,
            affected: z.number(),
          }),
          `select $1::text[] as list, $2::jsonb as data, $3::timestamptz as at, 5::bigint as big, 1 as affected`,
          [["it's", '"quoted"', 'a,b', ''], JSON.stringify({ a: 1 }), new Date('2026-11-21T08:00:00.123Z')],
        ),
    );
    expect(row).toEqual({
      list: ["it's", '"quoted"', 'a,b', ''],
      data: { a: 1 },
      at: '2026-11-21T08:00:00.123Z',
      big: 5,
      affected: 1,
    });
  });

  it('is undone as a whole when it throws, and announces only after the commit', async () => {
    const announced: string[] = [];
    const id = newId();
    await expect(
      test.store.asPerson(test.userId, async (unit) => {
        await unit.run('insert into conversation (id, user_id, created_at, updated_at) values ($1, $2, now(), now())', [
          id,
          test.userId,
        ]);
        unit.afterCommit(() => announced.push('rolled back'));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await test.store.asPerson(test.userId, async (unit) => {
      unit.afterCommit(() => announced.push('committed'));
      expect(announced).toEqual([]);
      expect(
        await unit.one(z.object({ id: z.string() }), 'select id from conversation where id = $1', [id]),
      ).toBeNull();
    });
    expect(announced).toEqual(['committed']);
  });

  it('refuses another one inside it at once, naming both places', async () => {
    const nested = test.store.asPerson(test.userId, async () => await test.store.asSystem('health', async () => 1));
    await expect(nested).rejects.toThrow(
      /Outer, asPerson opened .*store\.test\.ts[\s\S]*Inner, asSystem\(health\) opened/u,
    );
    await expect(test.store.asSystem('health', async () => 2)).resolves.toBe(2);
  });

  it('lets people go before background work', async () => {
    const order: string[] = [];
    const slow = test.store.asSystem('ingest', async (unit) => await unit.run('select pg_sleep(0.05)'));
    const background = Array.from(
      { length: test.store.engine === 'embedded' ? 3 : 0 },
      async (_, index) => await test.store.asSystem('ingest', async () => order.push(`ingest ${index}`)),
    );
    const person = test.store.asPerson(test.userId, async () => order.push('person'));
    await Promise.all([slow, ...background, person]);
    expect(order[0]).toBe('person');
  });
});

describe('row-level security', () => {
  it('shows a person only their own rows and takes no others', async () => {
    const mine = await addConversation(test.userId);
    const theirs = await addConversation(test.strangerId);
    const seen = await test.store.asPerson(
      test.userId,
      async (unit) => await unit.all(z.object({ id: z.string() }), 'select id from conversation'),
    );
    expect(seen.map(({ id }) => id)).toContain(mine);
    expect(seen.map(({ id }) => id)).not.toContain(theirs);
    await expect(addConversation(test.userId, test.strangerId)).rejects.toThrow(/row-level security/u);
    const touched = await test.store.asPerson(
      test.userId,
      async (unit) => await unit.run(`update conversation set title = 'x' where id = $1`, [theirs]),
    );
    expect(touched).toBe(0);
  });

  it('shows nothing without a person', async () => {
    const rows = await test.store.asPerson(
      '',
      async (unit) => await unit.all(z.object({ id: z.string() }), 'select id from conversation'),
    );
    expect(rows).toEqual([]);
  });

  it('lets a person write no postings', async () => {
    await expect(
      test.store.asPerson(test.userId, async (unit) => await unit.run('delete from job_posting')),
    ).rejects.toThrow(/permission denied/u);
  });

  it('is forced on every table with a user_id', async () => {
    const unforced = await test.store.asSystem(
      'health',
      async (unit) =>
        await unit.all(
          z.object({ table_name: z.string() }),
          `select c.relname as table_name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'user_id'
          where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity)`,
        ),
    );
    expect(unforced).toEqual([]);
  });
});
