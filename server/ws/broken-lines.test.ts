/** Lines that end in the middle of anything, and frames nobody should send: the server lives, and half is never whole. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { assert, asyncProperty, json, string, uint8Array } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, type Doors, openDoors } from '../http/testing.ts';
import { newId } from '../kernel/ids.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
}, 60_000);
afterAll(async () => await doors.close());

const alive = async (): Promise<number> => (await doors.call('GET', '/healthz')).status;
async function begin(): Promise<{ client: Client; conversationId: string }> {
  const client = await doors.connect();
  client.order({ type: 'conversation-open', fresh: true });
  const { conversation } = await client.next('conversation-snapshot');
  return { client, conversationId: conversation.id };
}

/** The bytes of an upgrade as a browser sends it. */
const upgrade = (): Buffer =>
  Buffer.from(
    `GET /ws/chat HTTP/1.1\r\nHost: ${doors.host}\r\nOrigin: ${doors.url}\r\nCookie: ${doors.cookie}\r\n` +
      `Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
  );

/** A masked text frame as a browser sends it. */
function frame(text: string): Buffer {
  const payload = Buffer.from(text);
  const mask = randomBytes(4);
  const masked = payload.map((byte, at) => byte ^ (mask[at % 4] ?? 0));
  return Buffer.concat([Buffer.from([0x81, 0x80 | 126, payload.length >> 8, payload.length & 255]), mask, masked]);
}

async function dial(): Promise<Socket> {
  const [host = '', port = ''] = doors.host.split(':');
  const socket = connect(Number(port), host);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

describe('a line that is cut', () => {
  it('after any byte of the upgrade leaves nothing behind', async () => {
    const bytes = upgrade();
    for (let length = 0; length < bytes.length; length += 7) {
      const socket = await dial();
      socket.write(bytes.subarray(0, length));
      socket.destroy();
    }
    expect(await alive()).toBe(200);
  });

  it('after any byte of a Command has not run it, and after the last one runs it once', async () => {
    const { client, conversationId } = await begin();
    const input = { set: { countries: ['DE'] } };
    const command = {
      type: 'action-run',
      requestId: newId(),
      conversationId,
      action: 'set_filter',
      input,
      revision: 0,
    };
    const bytes = frame(JSON.stringify(command));
    for (let length = 0; length < bytes.length; length += 5) {
      const socket = await dial();
      socket.write(upgrade());
      await once(socket, 'data');
      socket.write(bytes.subarray(0, Math.min(length, bytes.length - 1)));
      socket.destroy();
    }
    expect(await alive()).toBe(200);
    expect(client.events.some(({ type }) => type === 'filter-changed')).toBe(false);
    const whole = await dial();
    whole.write(upgrade());
    await once(whole, 'data');
    whole.write(bytes);
    expect((await client.next('filter-changed')).filter.revision).toBe(1);
    whole.destroy();
    client.webSocket.close();
  }, 60_000);
});

describe('frames that nobody should send', () => {
  it('of any bytes, any words and any JSON are answered or closed, and end no process', async () => {
    const nasty = async (data: string | Uint8Array): Promise<void> => {
      const client = await doors.connect();
      client.webSocket.send(data);
      const { code } = await client.next('error');
      expect(code).toBe('invalid');
      client.webSocket.terminate();
    };
    await assert(asyncProperty(string(), nasty), { numRuns: 20 });
    await assert(asyncProperty(json(), nasty), { numRuns: 20 });
    await assert(asyncProperty(uint8Array(), nasty), { numRuns: 20 });
    expect(await alive()).toBe(200);
  }, 60_000);

  it('out of their order are refused one by one, and harm nothing that is there', async () => {
    const { client, conversationId } = await begin();
    const from = client.events.length;
    const orders = [
      { type: 'turn-stop', turnId: newId() },
      { type: 'queue-run', conversationId, messageId: newId() },
      { type: 'queue-change', conversationId, messageId: newId(), text: 'never said' },
      { type: 'branch-show', conversationId, messageId: newId() },
      { type: 'message-send', conversationId, messageId: newId(), text: 'x', revision: 9, replaces: newId() },
      { type: 'action-run', conversationId, action: 'undo', input: {}, revision: 99 },
    ];
    for (const order of orders) client.order(order);
    client.order({ type: 'conversation-open', conversationId });
    const snapshot = await client.next('conversation-snapshot', () => true, from);
    expect([snapshot.messages, snapshot.queued, snapshot.filter.filter]).toEqual([[], [], {}]);
    client.webSocket.close();
  });
});
