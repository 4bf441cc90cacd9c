/** The socket door: who gets in, what hostile frames do, and when it closes. */
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chunk } from '../conversations/message.ts';
import { type Doors, openDoors } from '../http/testing.ts';
import { newId } from '../kernel/ids.ts';
import { CLOSE_CODES } from '../protocol/close-codes.ts';
import { open } from './testing.ts';

/** A busy machine must not take a living socket for a dead one. */
const HEARTBEAT_MS = 1000;

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors({ heartbeatMs: HEARTBEAT_MS });
}, 60_000);
afterAll(async () => await doors.close());

const statusNow = async (): Promise<number> => (await doors.call('GET', '/healthz')).status;

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
    expect(await statusNow()).toBe(200);
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
    expect(await statusNow()).toBe(200);
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
    expect(await statusNow()).toBe(200);
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

  it('lets a long list be scrolled, window by window', async () => {
    const client = await doors.connect();
    const { conversation } = await open(client, { fresh: true });
    const read = { type: 'matches-read', conversationId: conversation.id, limit: 1 };
    for (let offset = 0; offset < 150; offset += 1) client.order({ ...read, offset });
    expect(await client.next('matches-read', ({ offset }) => offset === 149)).toMatchObject({ revision: 0 });
    client.webSocket.close();
  });

  it('runs a Command once, also when its frame was doubled on the way', async () => {
    const client = await doors.connect();
    const { conversation } = await open(client, { fresh: true });
    const input = { set: { countries: ['DE'] } };
    const command = { type: 'action-run', conversationId: conversation.id, action: 'set_filter', input, revision: 0 };
    const frame = { ...command, requestId: newId() };
    for (let time = 0; time < 3; time += 1) client.send(frame);
    await client.next('action-result');
    expect((await open(client, { conversationId: conversation.id })).filter.revision).toBe(1);
    expect(client.events.filter(({ type }) => type === 'action-result')).toHaveLength(1);
    client.webSocket.close();
  });

  it('numbers what it says on a socket without a gap', async () => {
    const client = await doors.connect();
    const numbers: unknown[] = [];
    client.webSocket.on('message', (data: Buffer) => numbers.push(JSON.parse(data.toString('utf8')).seq));
    for (let n = 0; n < 5; n += 1) await open(client, { fresh: true });
    expect(numbers.length).toBeGreaterThan(4);
    const first = Number(numbers[0]);
    expect(numbers).toEqual(numbers.map((_, index) => first + index));
    client.webSocket.close();
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
    expect(await statusNow()).toBe(200);
  }, 60_000);
});

describe('an open socket', () => {
  it('says that it lives, and is cut off when nobody answers', async () => {
    const silent = await doors.connect({}, { autoPong: false });
    const beats: string[] = [];
    silent.webSocket.on('message', (data: Buffer) => beats.push(JSON.parse(data.toString('utf8')).type));
    expect(await silent.closed).toBe(1006);
    expect(beats).toContain('heartbeat');
    const answers = await doors.connect();
    await wait(2.5 * HEARTBEAT_MS);
    expect(answers.webSocket.readyState).toBe(answers.webSocket.OPEN);
    answers.webSocket.close();
  });

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
