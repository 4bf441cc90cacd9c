/** What a board gave is kept as it gave it, as long as its terms allow, and never in the way of the posting. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { createBuiltinEmbedder } from '../llm/builtin-embedder.ts';
import { openTestStore, type TestStore } from '../store/testing.ts';
import { createClosingService } from './closing/closing-service.ts';
import { readPayloads } from './payload-repository.ts';
import { postingId } from './posting-repository.ts';
import { emptyStore } from './testing/arriving.ts';
import { bare } from './testing/bare-posting.ts';
import { createStreamWriter } from './write-stream.ts';

let test: TestStore;
let now = new Date('2026-11-20T09:40:00Z');
const posting = bare({ title: 'Cook' });
const id = postingId(posting);

beforeAll(async () => {
  test = await openTestStore();
});
afterAll(async () => await test.close());
beforeEach(async () => {
  now = new Date('2026-11-20T09:40:00Z');
  await emptyStore(test);
});

/** Writes the posting with this item and gives what is kept of it, undefined when nothing is. */
async function kept(item: unknown, changes: Partial<typeof posting> = {}): Promise<unknown> {
  const writer = createStreamWriter({ store: test.store, clock: () => now, embedder: createBuiltinEmbedder() });
  await writer.take({ ...posting, ...changes }, item);
  await writer.finish();
  return await payload();
}

const payload = async (): Promise<unknown> =>
  (await test.store.asSystem('sources', async (unit) => await readPayloads(unit, [id]))).get(id);

it('is kept as it came, and replaced when the posting changes', async () => {
  const item = { id: 7, title: 'Cook', nested: { pay: [1.5, null, 'x'] }, unread: 'what no field takes' };
  expect(await kept(item)).toEqual(item);
  expect(await kept({ id: 7, views: 12 })).toEqual(item);
  expect(await kept({ id: 7, title: 'Chef' }, { title: 'Chef' })).toEqual({ id: 7, title: 'Chef' });
  expect(await test.store.asPerson(test.userId, async (unit) => await readPayloads(unit, [id]))).toHaveLength(1);
});

it.each([
  ['no text that a column takes', { text: 'a\0b\ud800' }, { text: 'ab\ufffd' }],
  ['a name that no column takes', { 'a\0': 1 }, undefined],
  ['a name cut in two', { '\udc00': 1 }, undefined],
  ['endless', { text: 'm'.repeat(1_000_000) }, undefined],
  ['nothing', undefined, undefined],
  ['no object', 'a line of text', 'a line of text'],
])('does not keep the posting out when it is %s', async (_name, item, expected) => {
  expect(await kept(item)).toEqual(expected);
  expect(await kept(item, { title: 'Sous Cook' })).toEqual(expected);
});

it('goes when the terms say so, also where the posting was saved', async () => {
  const tidy = createClosingService({
    store: test.store,
    clock: () => now,
    events: { emit: () => undefined },
    policies: [{ name: posting.source, policy: { retentionDays: 30 } }],
  });
  await kept({ id: 7 });
  await test.store.asPerson(
    test.userId,
    async (unit) =>
      await unit.run(`insert into posting_mark (user_id, posting_id, mark, marked_at) values ($1, $2, 'saved', $3)`, [
        test.userId,
        id,
        now,
      ]),
  );
  now = new Date('2026-12-19T09:40:00Z');
  await tidy.tidy(AbortSignal.timeout(60_000));
  expect(await payload()).toEqual({ id: 7 });
  now = new Date('2026-12-21T09:40:00Z');
  await tidy.tidy(AbortSignal.timeout(60_000));
  expect(await payload()).toBeUndefined();
  const mark = z.object({ mark: z.string() });
  expect(
    await test.store.asPerson(test.userId, async (unit) => await unit.all(mark, 'select mark from posting_mark')),
  ).toEqual([{ mark: 'saved' }]);
});
