/** What the assistant may do only with the person's approval: asked in the answer, done or let be by one click. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyChunk, type Part } from '../conversations/message.ts';
import { createTurnService } from '../conversations/turn-service.ts';
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

/** An answer in which a model's call waits, as a turn saves it. */
async function ask(action: string, input: unknown) {
  const { perch } = doors;
  const turns = createTurnService(perch);
  const said = { userId: perch.ownerId, conversationId, messageId: newId(), text: 'something that needs approval' };
  const { turnId, messageId } = await turns.begin(said);
  const [callId, started] = [newId(), new Date().toISOString()];
  const text = { en: 'It waits.', de: 'Es wartet.', uk: 'Воно чекає.' };
  const begun = { type: 'tool-input-available' as const, toolCallId: callId, toolName: action, input, at: started };
  const asked = { type: 'tool-approval-request' as const, toolCallId: callId, text };
  await turns.end({
    ...said,
    turnId,
    messageId,
    state: 'ended',
    parts: [begun, asked].reduce<Part[]>(applyChunk, []),
    error: null,
    assistant: 'some-model',
    promptVersion: null,
  });
  return { conversationId, messageId, callId };
}
/** The call as the store has it now. */
async function stored({ messageId, callId }: { messageId: string; callId: string }) {
  const messages = await doors.perch.services.conversations.messages({ userId: doors.perch.ownerId, conversationId });
  const message = messages.find(({ id }) => id === messageId);
  return message?.parts.find((part) => part.type === 'action' && part.callId === callId);
}

it('waits in the saved answer, is done by one click, and a second finds nothing to answer', async () => {
  const before = await language();
  const place = await ask('set_preferences', { language: 'de' });
  expect(await stored(place)).toMatchObject({ action: 'set_preferences', state: 'waiting' });
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

it('is let be when denied, and the store says so', async () => {
  const place = await ask('set_preferences', { language: 'uk' });
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
  const place = await ask('add_job', { url: 'https://127.0.0.1:9/nobody' });
  const requestId = client.order({ type: 'approval-answer', ...place, approves: true });
  await client.next('error', (event) => event.requestId === requestId);
  expect(await stored(place)).toMatchObject({ state: 'failed', outcome: null });
});

it('is nobody else’s to answer', async () => {
  const place = await ask('set_preferences', { language: 'uk' });
  for (const wrong of [{ conversationId: newId() }, { messageId: newId() }, { callId: 'other' }]) {
    const requestId = client.order({ type: 'approval-answer', ...place, ...wrong, approves: true });
    const { code } = await client.next('error', (event) => event.requestId === requestId);
    expect(['not_found', 'conflict']).toContain(code);
  }
  expect(await stored(place)).toMatchObject({ state: 'waiting' });
});
