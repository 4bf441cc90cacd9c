/** The figures: for whom, and that they count what happened without telling who. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { type Doors, openDoors } from './testing.ts';

const TOKEN = 'metrics '.repeat(4).trim();

let doors: Doors;
let locked: Doors;
beforeAll(async () => {
  [doors, locked] = [await openDoors(), await openDoors({ config: { metricsToken: TOKEN } })];
}, 90_000);
afterAll(async () => {
  await doors.close();
  await locked.close();
});

const status = async (at: Doors, headers: Record<string, string>): Promise<number> =>
  (await fetch(`${at.url}/metrics`, { headers })).status;
const value = (text: string, name: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
      ?.split(' ')
      .at(-1),
  );

describe('/metrics', () => {
  it('is for this machine, and not for what a proxy or a browser brings', async () => {
    expect(await status(doors, {})).toBe(200);
    expect(await status(doors, { 'x-forwarded-for': '203.0.113.5' })).toBe(403);
    expect(await status(doors, { origin: doors.url })).toBe(403);
    expect(await status(doors, { 'sec-fetch-site': 'cross-site' })).toBe(403);
  });

  it('is for the token only where there is one', async () => {
    expect(await status(locked, {})).toBe(403);
    expect(await status(locked, { authorization: `Bearer ${TOKEN}x` })).toBe(403);
    expect(await status(locked, { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': '203.0.113.5' })).toBe(200);
  });

  it('counts requests by route, sockets, and turns by how they ended', async () => {
    const client = await doors.connect();
    client.order({ type: 'conversation-open', fresh: true });
    const { conversation } = await client.next('conversation-snapshot');
    const text = 'remote beekeeping';
    client.order({ type: 'message-send', conversationId: conversation.id, messageId: newId(), text, revision: 0 });
    await client.next('turn-end');
    await doors.call('GET', `/api/conversations/${conversation.id}/markdown`);
    await doors.call('GET', `/nothing/${conversation.id}`);
    const answer = await fetch(`${doors.url}/metrics`);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    const page = await answer.text();
    expect(value(page, 'perch_sockets')).toBe(1);
    expect(value(page, 'perch_turns_running')).toBe(0);
    expect(value(page, 'perch_turn_seconds_count{state="ended"}')).toBe(1);
    expect(page).toContain('route="/api/conversations/:id/markdown"');
    expect(page).toContain('perch_nodejs_eventloop_lag_seconds');
    for (const secret of [conversation.id, doors.perch.ownerId, 'beekeeping']) expect(page).not.toContain(secret);
    client.webSocket.close();
  });
});
