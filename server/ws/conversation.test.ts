/** A conversation over the socket: answers stream, resume and stop, and nothing is missed between snapshot and deltas. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { applyChunk, type Chunk, type Part } from '../conversations/message.ts';
import { type Client, type Doors, openDoors } from '../http/testing.ts';
import { newId } from '../kernel/ids.ts';
import { createPace, open } from './testing.ts';

const pace = createPace();
let doors: Doors;
beforeAll(async () => {
  doors = await openDoors({ beforeWord: pace.beforeWord });
}, 60_000);
afterEach(() => pace.release());
afterAll(async () => await doors.close());

const say = (client: Client, conversationId: string, text: string): string => {
  const messageId = newId();
  client.order({ type: 'message-send', conversationId, messageId, text, revision: 0 });
  return messageId;
};
const fold = (chunks: readonly Chunk[]): Part[] => chunks.reduce<Part[]>(applyChunk, []);

describe('a conversation', () => {
  it('answers a sentence: message, turn, list, counts, end', async () => {
    const client = await doors.connect();
    const { conversation } = await open(client, { fresh: true });
    const messageId = say(client, conversation.id, 'remote Python jobs in Germany');
    const end = await client.next('turn-end');
    expect(end.state).toBe('ended');
    expect(client.events.find((event) => event.type === 'message-added')).toMatchObject({ message: { id: messageId } });
    const changed = await client.next('filter-changed');
    expect(changed.filter.filter).toMatchObject({ countries: ['DE'], workplace: ['remote'] });
    await client.next('counts-changed');
    const frames = client.events.filter((event) => event.type === 'message-chunk');
    expect(frames.map(({ n }) => n)).toEqual(frames.map((_, index) => index + 1));
    expect(fold(frames.flatMap(({ chunks }) => chunks))).toEqual(end.message?.parts);
    // The same message again is not a second turn.
    const from = client.events.length;
    client.order({
      type: 'message-send',
      conversationId: conversation.id,
      messageId,
      text: 'remote Python jobs in Germany',
      revision: 0,
    });
    const after = await open(client, { conversationId: conversation.id });
    expect(after.messages.filter(({ role }) => role === 'user')).toHaveLength(1);
    expect(client.events.slice(from).some((event) => event.type === 'turn-start')).toBe(false);
    client.webSocket.close();
  });

  it('is resumed in mid-answer from another socket, without a gap or a repetition', async () => {
    const first = await doors.connect();
    const { conversation } = await open(first, { fresh: true });
    pace.hold();
    say(first, conversation.id, 'remote Python jobs in Germany');
    await first.next('message-chunk');
    pace.next();
    const seen = await first.next('message-chunk', ({ n }) => n >= 2);
    first.webSocket.terminate();
    const before = first.events.flatMap((event) =>
      event.type === 'message-chunk' && event.n <= seen.n ? event.chunks : [],
    );

    const second = await doors.connect();
    const snapshot = await open(second, { conversationId: conversation.id, turnId: seen.turnId, lastChunk: seen.n });
    pace.release();
    const end = await second.next('turn-end');
    const frames = [
      ...(snapshot.turn?.frames ?? []),
      ...second.events.flatMap((event) => (event.type === 'message-chunk' ? [event] : [])),
    ];
    const fresh = [...new Map(frames.map((frame) => [frame.n, frame])).values()];
    expect(fresh.map(({ n }) => n)).toEqual(fresh.map((_, index) => seen.n + 1 + index));
    expect(fold([...before, ...fresh.flatMap(({ chunks }) => chunks)])).toEqual(end.message?.parts);
    second.webSocket.close();
  });

  it('leaves no gap between snapshot and deltas, however often it is opened while the answer grows', async () => {
    const talker = await doors.connect();
    const { conversation } = await open(talker, { fresh: true });
    pace.hold();
    say(talker, conversation.id, 'Python or Rust jobs in Germany or Poland, remote, over 50000 euros');
    await talker.next('message-chunk');
    const watchers: { client: Client; last: number }[] = [];
    for (let n = 0; n < 12; n += 1) {
      const client = await doors.connect();
      pace.next();
      const snapshot = await open(client, { conversationId: conversation.id });
      if (snapshot.turn === null) break;
      watchers.push({ client, last: snapshot.turn.frames.at(-1)?.n ?? 0 });
    }
    expect(watchers.length).toBeGreaterThan(2);
    pace.release();
    for (const { client, last } of watchers) {
      await client.next('turn-end');
      const since = client.events.slice(client.events.findIndex((event) => event.type === 'conversation-snapshot'));
      const numbers = since.flatMap((event) => (event.type === 'message-chunk' ? [event.n] : []));
      expect(client.events.slice(0, 2).map((event) => event.type)).toEqual(['hello', 'conversation-snapshot']);
      if (numbers[0] !== undefined) expect(numbers[0]).toBeLessThanOrEqual(last + 1);
      expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
      client.webSocket.close();
    }
    talker.webSocket.close();
  });

  it('is stopped from another socket, and keeps what it had', async () => {
    const [first, second] = [await doors.connect(), await doors.connect()];
    const { conversation } = await open(first, { fresh: true });
    await open(second, { conversationId: conversation.id });
    pace.hold();
    say(first, conversation.id, 'remote Python jobs in Germany');
    await second.next('message-chunk');
    pace.next();
    const { turnId } = await second.next('message-chunk', ({ n }) => n >= 2);
    second.order({ type: 'turn-stop', turnId });
    const end = await first.next('turn-end');
    expect(end.state).toBe('stopped');
    expect((await second.next('turn-end')).message).toEqual(end.message);
    for (const { webSocket } of [first, second]) webSocket.close();
  });

  it('runs a click, tells every page that shows it, and no other', async () => {
    const [clicks, watches, elsewhere] = [await doors.connect(), await doors.connect(), await doors.connect()];
    const { conversation } = await open(clicks, { fresh: true });
    await open(watches, { conversationId: conversation.id });
    await open(elsewhere, { fresh: true });
    const requestId = clicks.order({
      type: 'action-run',
      conversationId: conversation.id,
      action: 'set_filter',
      input: { set: { countries: ['DE'] } },
      revision: 0,
    });
    expect((await clicks.next('action-result')).requestId).toBe(requestId);
    for (const client of [clicks, watches]) {
      expect((await client.next('filter-changed')).filter.filter).toEqual({ countries: ['DE'] });
      await client.next('matches-changed');
      await client.next('counts-changed', ({ counts }) => counts.revision === 1);
    }
    expect(elsewhere.events.map(({ type }) => type)).toEqual(['hello', 'conversation-snapshot']);
    const asked = clicks.order({
      type: 'action-run',
      conversationId: conversation.id,
      action: 'show_job',
      input: { job: 1 },
      revision: 1,
    });
    const shown = await clicks.next('action-result', (event) => event.requestId === asked);
    expect(shown.detail?.description).not.toBe('');
    const wrong = clicks.order({
      type: 'action-run',
      conversationId: conversation.id,
      action: 'drop_tables',
      input: {},
      revision: 1,
    });
    expect(await clicks.next('error', (event) => event.requestId === wrong)).toMatchObject({ code: 'not_found' });
    for (const { webSocket } of [clicks, watches, elsewhere]) webSocket.close();
  });

  it('of somebody else is out of reach for every Command', async () => {
    const { id: conversationId } = await doors.perch.services.conversations.open({
      userId: doors.strangerId,
      fresh: true,
    });
    const client = await doors.connect();
    const commands = [
      { type: 'conversation-open', conversationId },
      { type: 'message-send', conversationId, messageId: newId(), text: 'hello', revision: 0 },
      { type: 'message-send', conversationId, messageId: newId(), text: 'hello', revision: 0, replaces: newId() },
      { type: 'conversation-rename', conversationId, title: 'mine' },
      { type: 'conversation-delete', conversationId },
      { type: 'branch-show', conversationId, messageId: newId() },
      { type: 'queue-change', conversationId, messageId: newId(), text: null },
      { type: 'queue-run', conversationId, messageId: newId() },
      { type: 'matches-read', conversationId, offset: 0, limit: 10 },
      { type: 'matches-count', conversationId },
      ...doors.perch.registry.actions.map(({ name }) => ({
        type: 'action-run',
        conversationId,
        action: name,
        input: {},
        revision: 0,
      })),
    ];
    for (const command of commands) {
      const requestId = client.order(command);
      const { code } = await client.next('error', (event) => event.requestId === requestId);
      expect([command, code]).toEqual([command, 'not_found']);
    }
    expect(client.events.every(({ type }) => type === 'hello' || type === 'error')).toBe(true);
    client.webSocket.close();
  });
});
