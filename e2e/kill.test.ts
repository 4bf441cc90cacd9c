/**
 * kill -9 at random moments. Acknowledged means that this process had received it over the socket: after each
 * restart all of that must be there. A few rounds by default, PERCH_KILL_ROUNDS for more (`npm run soak`).
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBoard } from './board.ts';
import { countEmbedded, countNative, type StoreCounts } from './inspect-store.ts';
import { findLosses, writeLedger } from './kill-ledger.ts';
import { createDatabase, nativeServer } from './native.ts';
import { type Perch, runCommand, startPerch } from './perch.ts';
import { type StandInModel, startStandInModel } from './stand-in-model.ts';
import { createVisitor, type Socket } from './visitor.ts';

const ROUNDS = Number(process.env.PERCH_KILL_ROUNDS ?? 3);
/** Long enough that most kills fall into a turn, some before and some after. */
const LONGEST_MS = 1500;
/** In one import; long enough that it is under way when Perch dies. */
const POSTINGS = 1500;
const WORDS = 'The list changed while this was being written, and every word of it should still be here. '.repeat(4);

let model: StandInModel;
beforeAll(async () => {
  model = await startStandInModel(({ results, text }) => {
    if (results.length > 0) return { text: WORDS };
    const skill = /skill (\w+)/.exec(text)?.[1] ?? 'Python';
    return { text: 'One moment. ', calls: [{ name: 'set_filter', input: { set: { anySkills: [skill, 'Python'] } } }] };
  }, 15);
});
afterAll(async () => await model.close());

async function open(perch: Perch): Promise<{ socket: Socket; conversationId: string; revision: number }> {
  const socket = await (await createVisitor(perch.url)).openSocket();
  socket.send({ type: 'conversation-open' });
  const snapshot = await socket.next('conversation-snapshot', undefined, 0);
  return { socket, conversationId: snapshot.conversation.id, revision: snapshot.filter.revision };
}

/** Talks and clicks until the line is dead. */
async function keepBusy(socket: Socket, conversationId: string, revision: number): Promise<void> {
  for (let count = 0; ; count += 1) {
    const skill = ['Rust', 'Go', 'Java', 'SQL'][count % 4] ?? 'Rust';
    socket.send({
      type: 'message-send',
      conversationId,
      messageId: randomUUID(),
      text: `skill ${skill}, please`,
      revision,
    });
    await wait(50);
    const input = { set: { postedWithinDays: 100 + count } };
    socket.send({ type: 'action-run', conversationId, action: 'set_filter', input, revision });
    const ended = await Promise.race([socket.next('turn-end').catch(() => null), socket.closed]);
    if (typeof ended === 'number' || ended === null) return;
  }
}

/** Imports beside the running Perch; gives the ids that were printed, which is when they count as stored. */
async function importUntilKilled(
  dataDirectory: string,
  round: number,
  environment: Record<string, string>,
): Promise<string[]> {
  const openings = Array.from({ length: POSTINGS }, (_, place) => ({
    title: `Engineer ${round}-${place}`,
    location: 'Remote (Germany)',
    workplace: 'Remote' as const,
    country: 'Germany',
    text: '<p>We write Python.</p>',
    daysAgo: 1,
  }));
  const board = await writeBoard(openings, `kill-${round}`);
  const { output } = await runCommand('import', ['--json', board], { dataDirectory, environment });
  return output.split('\n').flatMap((line) => /"id":"([0-9a-f-]{36})".*\}$/.exec(line)?.[1] ?? []);
}

async function expectNothingLost(
  environment: Record<string, string>,
  dataDirectory: string,
  look: (ids: readonly string[]) => Promise<StoreCounts>,
): Promise<void> {
  const options = {
    dataDirectory,
    environment: { ...environment, OPENAI_BASE_URL: model.url, LLM_MODEL: 'stand-in', ASSISTANT: 'model' },
  };
  let perch = await startPerch(options);
  let cutShort = 0;
  const imported = new Set<string>();
  try {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const { socket, conversationId, revision } = await open(perch);
      const busy = keepBusy(socket, conversationId, revision);
      const importing = importUntilKilled(dataDirectory, round, environment);
      await wait(Math.random() * LONGEST_MS);
      await perch.kill();
      await busy;
      for (const id of await importing) imported.add(id);
      const ledger = writeLedger(socket.events);
      cutShort += ledger.begun.size;

      perch = await startPerch(options);
      const again = await open(perch);
      const snapshot = await again.socket.next('conversation-snapshot', undefined, 0);
      expect(findLosses(ledger, snapshot), `round ${round}`).toEqual([]);
      for (const id of ledger.begun.keys()) {
        const answer = snapshot.messages.find((message) => message.id === id);
        if (answer !== undefined) expect(['interrupted', 'ended']).toContain(answer.turnState);
      }
      again.socket.close();
    }
  } finally {
    await perch.stop();
  }
  const counts = await look([...imported]);
  expect(counts).toMatchObject({
    searchable: counts.postings,
    by_index: counts.postings,
    orphans: 0,
    found: imported.size,
  });
  console.log(
    `${ROUNDS} kills, ${cutShort} of them in mid-answer, ${imported.size} postings acknowledged: nothing lost`,
  );
}

describe('after kill -9', () => {
  let dataDirectory: string;
  beforeAll(async () => {
    dataDirectory = await mkdtemp(join(tmpdir(), 'perch-kill-'));
  });
  afterAll(async () => await rm(dataDirectory, { recursive: true, force: true }));

  it('the embedded store has all that was acknowledged', { timeout: ROUNDS * 60_000 }, async () => {
    await expectNothingLost({}, dataDirectory, async (ids) => await countEmbedded(dataDirectory, ids));
  });

  it.skipIf(nativeServer === null)(
    'the native store has all that was acknowledged (TEST_DATABASE_URL)',
    { timeout: ROUNDS * 60_000 },
    async () => {
      const database = await createDatabase(nativeServer ?? '');
      try {
        await expectNothingLost(
          { DATABASE_URL: database.url },
          await mkdtemp(join(tmpdir(), 'perch-kill-native-')),
          async (ids) => await countNative(database.url, ids),
        );
      } finally {
        await database.drop();
      }
    },
  );
});

describe('one directory, two processes', () => {
  it('refuses the second one and names the first, and starts again after a kill', async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'perch-lock-'));
    const first = await startPerch({ dataDirectory });
    const refused = await startPerch({ dataDirectory }).then(
      async (second) => `was let in at ${second.url}, and ended with ${await second.stop()}`,
      (error: unknown) => String(error),
    );
    expect(refused).toContain(String(first.child.pid));
    expect(refused).toContain(String(first.port));
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);

    await first.kill();
    const next = await startPerch({ dataDirectory });
    const asked = await runCommand('ask', ['--json'], {
      dataDirectory,
      input: '{"conversation":"beside","say":"remote Python jobs"}\n',
    });
    expect(asked.errors).toBe('');
    expect(JSON.parse(asked.output)).toMatchObject({ conversation: 'beside', turn: 0 });
    expect(await next.stop()).toBe(0);
    await rm(dataDirectory, { recursive: true, force: true });
  });
});
