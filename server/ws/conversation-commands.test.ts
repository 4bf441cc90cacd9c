/** Conversations as things over the socket: listed, renamed, deleted, branched; messages that wait; windows of the list. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Doors, openDoors } from '../http/testing.ts';
import { newId } from '../kernel/ids.ts';
import { createPace, open } from './testing.ts';

const pace = createPace();
let doors: Doors;
beforeAll(async () => {
  doors = await openDoors({ beforeWord: pace.beforeWord });
}, 60_000);
afterEach(() => pace.release());
afterAll(async () => await doors.close());

async function begin() {
  const client = await doors.connect();
  const { conversation } = await open(client, { fresh: true });
  const conversationId = conversation.id;
  const say = (text: string, options: object = {}): string => {
    const messageId = newId();
    client.order({ type: 'message-send', conversationId, messageId, text, revision: 0, ...options });
    return messageId;
  };
  const ask = async (text: string, options: object = {}) => {
    const from = client.events.length;
    const messageId = say(text, options);
    await client.next('turn-end', () => true, from);
    return messageId;
  };
  const said = async () => (await open(client, { conversationId })).messages.filter(({ role }) => role === 'user');
  return { client, conversationId, say, ask, said };
}
const textOf = (message: { parts: readonly object[] } | undefined) => JSON.stringify(message?.parts ?? []);

describe('the list of conversations', () => {
  it('has those in which something was said, finds words in them, renames and deletes', async () => {
    const { client, conversationId, ask } = await begin();
    await ask('postings about beekeeping_100%');
    const list = async (query: string) => {
      const requestId = client.order({ type: 'conversation-list', query });
      return (await client.next('conversations', (event) => event.requestId === requestId)).conversations;
    };
    expect((await list('')).at(0)).toMatchObject({ id: conversationId, title: 'postings about beekeeping_100%' });
    expect((await list('KEEPING_100%')).map(({ id }) => id)).toEqual([conversationId]);
    expect(await list('keeping%100')).toEqual([]);
    const other = await doors.connect();
    client.order({ type: 'conversation-rename', conversationId, title: '  Honey\n ' });
    expect(await other.next('conversation-renamed')).toMatchObject({ conversationId, title: 'Honey' });
    client.order({ type: 'conversation-delete', conversationId });
    await other.next('conversation-deleted', (event) => event.conversationId === conversationId);
    expect(await list('honey')).toEqual([]);
    client.order({ type: 'conversation-delete', conversationId });
    expect((await client.next('error')).code).toBe('not_found');
    client.webSocket.close();
    other.webSocket.close();
  });

  it('gives the conversation as Markdown', async () => {
    const { client, conversationId, ask } = await begin();
    await ask('remote Python jobs in Germany');
    const answer = await doors.call('GET', `/api/conversations/${conversationId}/markdown?language=de`);
    expect(answer.headers.get('content-type')).toContain('text/markdown');
    expect(await answer.text()).toMatch(/^# remote Python jobs in Germany\n[^]*## Sie[^]*> remote Python/u);
    expect((await doors.call('GET', `/api/conversations/${newId()}/markdown`)).status).toBe(404);
    client.webSocket.close();
  });
});

describe('messages said while an answer runs', () => {
  it('wait, can be changed and taken out, and begin by themselves in order', async () => {
    const { client, conversationId, say, said } = await begin();
    pace.hold();
    say('Python or Rust jobs in Germany or Poland, remote, over 50000 euros');
    await client.next('message-chunk');
    const second = say('only the last two weeks');
    const third = say('never mind this');
    await client.next('queue-changed', ({ queued }) => queued.length === 2);
    client.order({ type: 'queue-change', conversationId, messageId: second, text: 'only the last month' });
    client.order({ type: 'queue-change', conversationId, messageId: third, text: null });
    await client.next(
      'queue-changed',
      ({ queued }) => queued.length === 1 && queued[0]?.text === 'only the last month',
    );
    pace.release();
    await client.next('turn-end', ({ message }) => textOf(message ?? undefined).includes('set_filter'));
    await client.next('message-added', ({ message }) => message.id === second);
    await client.next('queue-changed', ({ queued }) => queued.length === 0);
    expect((await said()).map(({ id }) => id)).toContain(second);
    client.webSocket.close();
  });

  it('stay after a stop until the person runs one, which also stops what is in the way', async () => {
    const { client, conversationId, say } = await begin();
    pace.hold();
    say('Python or Rust jobs in Germany or Poland, remote, over 50000 euros');
    const { turnId } = await client.next('turn-start');
    await client.next('message-chunk');
    const waiting = say('only the last two weeks');
    await client.next('queue-changed', ({ queued }) => queued.length === 1);
    client.order({ type: 'turn-stop', turnId });
    await client.next('turn-end', (event) => event.turnId === turnId);
    expect((await open(client, { conversationId })).queued).toEqual([
      { messageId: waiting, text: 'only the last two weeks' },
    ]);
    const from = client.events.length;
    client.order({ type: 'queue-run', conversationId, messageId: waiting });
    await client.next('message-added', ({ message }) => message.id === waiting, from);
    await client.next('message-chunk', () => true, from);
    const first = say('remote jobs');
    await client.next('queue-changed', ({ queued }) => queued.some(({ messageId }) => messageId === first), from);
    client.order({ type: 'queue-run', conversationId, messageId: first });
    expect((await client.next('turn-end', () => true, from)).state).toBe('stopped');
    await client.next('message-added', ({ message }) => message.id === first, from);
    client.webSocket.close();
  });
});

describe('a message that comes again after a cut', () => {
  it('neither waits nor begins anything while it is being answered', async () => {
    const { client, conversationId, say, said } = await begin();
    const text = 'Python or Rust jobs in Germany or Poland, remote, over 50000 euros';
    pace.hold();
    const messageId = say(text);
    const { turnId } = await client.next('turn-start');
    await client.next('message-chunk');
    client.order({ type: 'message-send', conversationId, messageId, text, revision: 0 });
    client.order({ type: 'queue-run', conversationId, messageId });
    await open(client, { conversationId });
    pace.release();
    expect((await client.next('turn-end')).state).toBe('ended');
    const after = await open(client, { conversationId });
    expect([after.queued, after.turn]).toEqual([[], null]);
    expect((await said()).map(({ id }) => id)).toEqual([messageId]);
    expect(client.events.filter((event) => event.type === 'turn-start').map((event) => event.turnId)).toEqual([turnId]);
    client.webSocket.close();
  });

  it('as another version of one before is taken once, also in mid-answer', async () => {
    const { client, conversationId, say, ask } = await begin();
    const first = await ask('remote Python jobs in Germany');
    const text = 'Python or Rust jobs in Germany or Poland, remote, over 50000 euros';
    const from = client.events.length;
    pace.hold();
    const edited = say(text, { replaces: first });
    await client.next('message-chunk', () => true, from);
    client.order({ type: 'message-send', conversationId, messageId: edited, text, revision: 0, replaces: first });
    await open(client, { conversationId });
    pace.release();
    expect((await client.next('turn-end', () => true, from)).state).toBe('ended');
    expect(client.events.filter(({ type }) => type === 'error')).toEqual([]);
    expect((await open(client, { conversationId })).messages).toHaveLength(2);
    client.webSocket.close();
  });
});

describe('words that tell no language', () => {
  it('are answered in the language of the page', async () => {
    const { client, ask } = await begin();
    for (const [language, words] of [
      ['de', 'passen'],
      ['uk', 'не змінює'],
    ] as const) {
      const from = client.events.length;
      await ask('remote Python', { language });
      const { message } = await client.next('turn-end', () => true, from);
      const said = message?.parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join(' ');
      expect(said, language).toContain(words);
    }
    client.webSocket.close();
  });
});

describe('an edited message', () => {
  it('takes back what it had changed, begins a branch, and both branches stay', async () => {
    const { client, conversationId, ask, said } = await begin();
    const first = await ask('remote Python jobs in Germany');
    await ask('only the last two weeks');
    const edited = await ask('remote Python jobs in Austria', { replaces: first });
    const snapshot = await open(client, { conversationId });
    expect(snapshot.filter.filter).toEqual({ workplace: ['remote'], skills: ['Python'], countries: ['AT'] });
    expect(snapshot.messages).toHaveLength(2);
    expect(snapshot.messages[0]).toMatchObject({ id: edited, siblings: [first, edited] });

    client.order({ type: 'branch-show', conversationId, messageId: first });
    const { messages } = await client.next('messages-changed');
    expect(messages).toHaveLength(4);
    expect(messages[0]).toMatchObject({ id: first, siblings: [first, edited] });
    const more = await ask('newest first');
    expect((await said()).map(({ id }) => id)).toEqual([first, messages[2]?.id, more]);
    client.order({ type: 'branch-show', conversationId, messageId: newId() });
    expect((await client.next('error')).code).toBe('not_found');
    client.webSocket.close();
  });
});

describe('windows of the list', () => {
  it('read on where the pushed page ends, and count what matches now', async () => {
    const { client, conversationId } = await begin();
    const all = await open(client, { conversationId });
    const requestId = client.order({ type: 'matches-read', conversationId, offset: 15, limit: 10 });
    const window = await client.next('matches-read', (event) => event.requestId === requestId);
    expect(window.matches).toHaveLength(10);
    expect(window.matches.slice(0, 5).map(({ id }) => id)).toEqual(all.page.matches.slice(15).map(({ id }) => id));
    client.order({ type: 'matches-count', conversationId });
    expect((await client.next('matches-count')).total).toBe(all.counts?.total);
    client.webSocket.close();
  });
});
