/** Tasks on a real store: done once, tried again, sent with the commit or not at all, there after a restart. */
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createLogger } from '../kernel/logger.ts';
import { createTasks, type TaskKind, type Tasks } from './tasks.ts';
import { openTestStore, type TestStore } from './testing.ts';

const logger = createLogger({ level: 'silent' });
const count: TaskKind<{ number: number }> = {
  name: 'count',
  data: z.object({ number: z.number() }),
  retries: 2,
  seconds: 30,
};

let test: TestStore;
let tasks: Tasks;
let done: number[];
beforeEach(async () => {
  test = await openTestStore();
  done = [];
  tasks = createTasks({ store: test.store, logger });
}, 60_000);
afterEach(async () => {
  await tasks.close();
  await test.close();
});

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300 && !condition(); tries += 1) await wait(50);
  expect(condition()).toBe(true);
}

describe('tasks', () => {
  it('are done once for each key that waits, and again for a key that is through', async () => {
    tasks.handle(count, async ({ number }) => void done.push(number));
    await tasks.start({ work: true });
    expect(await tasks.send(count, { number: 1 }, { key: 'a' })).toBe(true);
    expect(await tasks.send(count, { number: 2 }, { key: 'a' })).toBe(false);
    expect(await tasks.send(count, { number: 3 }, { key: 'b' })).toBe(true);
    await until(() => done.length === 2);
    expect(new Set(done)).toEqual(new Set([1, 3]));
    for (let tries = 0; tries < 50; tries += 1) {
      if (await tasks.send(count, { number: 4 }, { key: 'a' })) break;
      await wait(50);
    }
    await until(() => done.includes(4));
  }, 60_000);

  it('go with the unit that sends them, or not at all', async () => {
    tasks.handle(count, async ({ number }) => void done.push(number));
    await tasks.start({ work: true });
    const { store, userId } = test;
    await store.asPerson(userId, async (unit) => {
      await tasks.send(count, { number: 7 }, { key: 'kept', unit });
    });
    await expect(
      store.asPerson(userId, async (unit) => {
        await tasks.send(count, { number: 8 }, { key: 'lost', unit });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await tasks.send(count, { number: 9 }, { key: 'last' })).toBe(true);
    await until(() => done.includes(9) && done.includes(7));
    expect(done).not.toContain(8);
  }, 60_000);

  it('wait for a process that works', async () => {
    tasks.handle(count, async ({ number }) => void done.push(number));
    await tasks.start({ work: false });
    await tasks.send(count, { number: 5 }, { key: 'later' });
    await tasks.close();
    tasks = createTasks({ store: test.store, logger });
    tasks.handle(count, async ({ number }) => void done.push(number));
    await tasks.start({ work: true });
    await until(() => done.includes(5));
    expect(done).toEqual([5]);
  }, 60_000);
});
