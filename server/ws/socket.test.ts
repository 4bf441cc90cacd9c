/** The socket door: who gets in, what hostile frames do, and that nothing is missed between snapshot and deltas. */
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyChunk, type Chunk, type Part } from '../conversations/message.ts';
import { type Client, type Doors, openDoors } from '../http/testing.ts';
import { newId } from '../kernel/ids.ts';
import { CLOSE_CODES } from '../protocol/close-codes.ts';

let doors: Doors;
beforeAll(async () => {
  // Slow words, so that there is something to interrupt.
  doors = await openDoors({ wordDelayMs: 25, heartbeatMs: 100 });
}, 60_000);
afterAll(async () => await doors.close());

const open = async (client: Client, options: object = {}) => {
  const from = client.events.length;
  const requestId = client.order({ type: 'conversation-open', ...options });
  return await client.next('conversation-snapshot', (event) => event.requestId === requestId, from);
};
const say = (client: Client, conversationId: string, text: string): string => {
  const messageId = newId();
  client.order({ type: 'message-send', conversationId, messageId, text, revision: 0 });
  return messageId;
};
const fold = (chunks: readonly Chunk[]): Part[] => chunks.reduce<Part[]>(applyChunk, []);
const wellAlive = async () => expect((await doors.call('GET', '/healthz')).status).toBe(200);

describe('at the upgrade', () => {
  it.each([
    ['a foreign origin', { origin: 'http://evil.example' }, '403'],
    ['no origin', { origin: undefined }, '403'],
    ['the origin null', { origin: 'null' }, '403'],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }, '403'],
    ['no cookie', { cookie: undefined }, '401'],
    ['a cookie that nobody was given', { cookie: 'perch-00000000=s%3Ax.y' }, '401'],
    ['a foreign name', { host: 'evil.example', origin: 'http://evil.example' }, '421'],
  ])('refuses %s', async (_what, headers, status) => {
    await expect(doors.connect(headers)).rejects.toThrow(status);
  });

  it('refuses an origin that only begins like ours, and a cookie that was tampered with', async () => {
    await expect(doors.connect({ origin: `${doors.url}.evil.example` })).rejects.toThrow('403');
    await expect(doors.connect({ cookie: doors.cookie.replace(/.$/u, 'x') })).rejects.toThrow('401');
  });

  it('survives whoever hangs up or talks nonsense in the middle', async () => {
    const [host = '', port = ''] = doors.host.split(':');
    for (const words of [
      'GET /ws/chat HTTP/1.1\r\nUpgrade: websocket\r\n',
      'GET /ws/chat HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
      '\u0000\u0001',
    ]) {
      const socket = connect(Number(port), host);
      socket.on('error', () => undefined);
      socket.write(words);
      await wait(20);
      socket.destroy();
    }
    await wellAlive();
  });

  it('greets first', async () => {
    const client = await doors.connect();
    const hello = await client.next('hello');
    expect(client.events[0]).toBe(hello);
    expect(hello.actions.map(({ name }) => name)).toEqual(doors.perch.registry.actions.map(({ name }) => name));
    client.webSocket.close();
  });
});

describe('hostile frames', () => {
  it('closes an oversize frame with 1009 and lives on', async () => {
    const client = await doors.connect();
    client.webSocket.send('x'.repeat(64 * 1024 + 1));
    expect(await client.closed).toBe(CLOSE_CODES.tooLarge);
    await wellAlive();
  });

  it('answers what is no Command with an error, and closes after three in a row', async () => {
    const client = await doors.connect();
    const bad = [
      '{"type":',
      '"text"',
      '{"type":"drop-tables"}',
      '{"type":"turn-stop","requestId":"x","turnId":"y"}',
      '[]',
      'null',
    ];
    for (const frame of bad.slice(0, 2)) client.webSocket.send(frame);
    // A good one in between begins the count anew.
    await open(client);
    for (const frame of bad.slice(2, 4)) client.webSocket.send(frame);
    await open(client);
    expect(client.events.filter((event) => event.type === 'error')).toHaveLength(4);
    client.webSocket.send(Buffer.from([1, 2, 3]));
    for (const frame of bad.slice(4)) client.webSocket.send(frame);
    expect(await client.closed).toBe(CLOSE_CODES.badFrames);
    await wellAlive();
  });

  it('takes unknown keys and foreign prototypes for no Command', async () => {
    const client = await doors.connect();
    const requestId = newId();
    client.send({ type: 'conversation-open', requestId, userId: doors.strangerId });
    client.webSocket.send(`{"type":"conversation-open","requestId":"${requestId}","__proto__":{"admin":true}}`);
    await client.next('error');
    await expect.poll(() => client.events.filter((event) => event.type === 'error').length).toBe(2);
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false);
    client.webSocket.close();
  });

  it('closes whoever sends more than a hundred frames a minute', async () => {
    const client = await doors.connect();
    for (let n = 0; n < 110; n += 1) client.order({ type: 'turn-stop', turnId: newId() });
    expect(await client.closed).toBe(CLOSE_CODES.tooMany);
  });

  it('closes a reader that does not read, and keeps little for it', async () => {
    const client = await doors.connect();
    const { conversation } = await open(client, { fresh: true });
    client.webSocket.pause();
    const place = { userId: doors.perch.ownerId, conversationId: conversation.id };
    const chunk: Chunk = { type: 'text-delta', id: 't', delta: 'x'.repeat(200_000) };
    const turnId = newId();
    const sent = 200;
    for (let n = 1; n <= sent; n += 1) {
      doors.perch.events.emit('message-chunk', { ...place, turnId, n, chunks: [chunk] });
      if (n % 20 === 0) await wait(5);
    }
    client.webSocket.resume();
    expect(await client.closed).toBe(CLOSE_CODES.tooSlow);
    expect(client.events.filter((event) => event.type === 'message-chunk').length).toBeLessThan(sent / 2);
    await wellAlive();
  }, 60_000);
});

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
    say(first, conversation.id, 'remote Python jobs in Germany');
    const seen = await first.next('message-chunk', ({ n }) => n >= 3);
    first.webSocket.terminate();
    const before = first.events.flatMap((event) =>
      event.type === 'message-chunk' && event.n <= seen.n ? event.chunks : [],
    );

    const second = await doors.connect();
    const snapshot = await open(second, { conversationId: conversation.id, turnId: seen.turnId, lastChunk: seen.n });
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
    say(talker, conversation.id, 'Python or Rust jobs in Germany or Poland, remote, over 50000 euros');
    await talker.next('message-chunk');
    const watchers: { client: Client; last: number }[] = [];
    for (let n = 0; n < 12; n += 1) {
      const client = await doors.connect();
      const snapshot = await open(client, { conversationId: conversation.id });
      if (snapshot.turn === null) break;
      watchers.push({ client, last: snapshot.turn.frames.at(-1)?.n ?? 0 });
    }
    expect(watchers.length).toBeGreaterThan(2);
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
    say(first, conversation.id, 'remote Python jobs in Germany');
    const { turnId } = await second.next('message-chunk', ({ n }) => n >= 3);
    second.order({ type: 'turn-stop', turnId });
    const end = await first.next('turn-end');
    expect(end.state).toBe('stopped');
    expect((await second.next('turn-end')).message).toEqual(end.message);
    for (const { webSocket } of [first, second]) webSocket.close();
  });

  it('says no to a second message while the first is being answered', async () => {
    const client = await doors.connect();
    const { conversation } = await open(client, { fresh: true });
    say(client, conversation.id, 'remote Python jobs in Germany');
    await client.next('turn-start');
    say(client, conversation.id, 'and Rust');
    expect((await client.next('error')).code).toBe('conflict');
    await client.next('turn-end');
    client.webSocket.close();
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
      ...doors.perch.registry.actions
        .filter(({ name }) => name !== 'fetch_jobs')
        .map(({ name }) => ({
          type: 'action-run',
          conversationId,
          action: name,
          input: name.endsWith('_job') ? { job: 1 } : {},
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

describe('an open socket', () => {
  it('is closed when its session ends', async () => {
    const client = await doors.connect();
    await client.next('hello');
    await doors.perch.store.pool.query('delete from http_session');
    expect(await client.closed).toBe(CLOSE_CODES.unauthorized);
    await expect(doors.connect()).rejects.toThrow('401');
  });

  it('is asked to come back when Perch ends', async () => {
    const other = await openDoors();
    const client = await other.connect();
    await client.next('hello');
    await other.close();
    expect(await client.closed).toBe(CLOSE_CODES.restart);
  }, 60_000);
});
