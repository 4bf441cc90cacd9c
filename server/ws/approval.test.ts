/** What the assistant may do only with the person's approval: asked in the answer, done or let be by one click. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, type Doors, openDoors } from '../http/testing.ts';
import { newId } from '../kernel/ids.ts';

let doors: Doors;
let client: Client;
let conversationId: string;
beforeAll(async () => {
  doors = await openDoors();
  client = await doors.connect();
  client.order({ type: 'conversation-open', fresh: true });
  conversationId = (await client.next('conversation-snapshot')).conversation.id;
}, 60_000);
afterAll(async () => {
  client.webSocket.close();
  await doors.close();
});

const language = async () => (await doors.perch.services.preferences.read(doors.perch.ownerId)).language;

/** Says it, and gives the saved answer's message and the call that waits in it. */
async function ask(text: string) {
  const from = client.events.length;
  client.order({ type: 'message-send', conversationId, messageId: newId(), text, revision: 0 });
  const { message } = await client.next('turn-end', () => true, from);
  const call = message?.parts.find((part) => part.type === 'action');
  if (message === null || call?.type !== 'action') throw new Error('nothing was called');
  return { message, call, place: { conversationId, messageId: message.id, callId: call.callId } };
}
/** The call as the store has it now. */
async function stored({ messageId, callId }: { messageId: string; callId: string }) {
  const messages = await doors.perch.services.conversations.messages({ userId: doors.perch.ownerId, conversationId });
  const message = messages.find(({ id }) => id === messageId);
  return message?.parts.find((part) => part.type === 'action' && part.callId === callId);
}

it('waits in the saved answer, is done by one click, and a second finds nothing to answer', async () => {
  const before = await language();
  const { call, message, place } = await ask('speak German');
  expect(call).toMatchObject({ action: 'set_preferences', input: { language: 'de' }, state: 'waiting' });
  expect(JSON.stringify(message.parts)).toContain('nur mit Ihrer Zustimmung');
  expect(await language()).toBe(before);

  const requestId = client.order({ type: 'approval-answer', ...place, approves: true });
  const result = await client.next('action-result', (event) => event.requestId === requestId);
  expect(result).toMatchObject({ action: 'set_preferences', outcome: { line: { en: 'Settings saved' } } });
  expect(await language()).toBe('de');
  expect(await stored(place)).toMatchObject({ state: 'done', error: null, outcome: result.outcome });

  const again = client.order({ type: 'approval-answer', ...place, approves: false });
  expect((await client.next('error', (event) => event.requestId === again)).code).toBe('conflict');
  expect(await stored(place)).toMatchObject({ state: 'done' });
});

it('is let be when denied, and the next turn knows', async () => {
  const { place } = await ask('speak Ukrainian');
  const from = client.events.length;
  client.order({ type: 'approval-answer', ...place, approves: false });
  await client.next('message-added', ({ message }) => message.id === place.messageId, from);
  expect(await stored(place)).toMatchObject({
    state: 'denied',
    outcome: null,
    error: { en: 'Set preferences: not done, you said no.' },
  });
  expect(await language()).toBe('de');
});

it('what fails after a yes says why', async () => {
  const { place } = await ask('add https://127.0.0.1:9/nobody');
  const requestId = client.order({ type: 'approval-answer', ...place, approves: true });
  await client.next('error', (event) => event.requestId === requestId);
  expect(await stored(place)).toMatchObject({ state: 'failed', outcome: null });
});

it('is nobody else’s to answer', async () => {
  const { place } = await ask('speak Ukrainian');
  for (const wrong of [{ conversationId: newId() }, { messageId: newId() }, { callId: 'other' }]) {
    const requestId = client.order({ type: 'approval-answer', ...place, ...wrong, approves: true });
    const { code } = await client.next('error', (event) => event.requestId === requestId);
    expect(['not_found', 'conflict']).toContain(code);
  }
  expect(await stored(place)).toMatchObject({ state: 'waiting' });
});
