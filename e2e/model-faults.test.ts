/**
 * Every way in which a model server fails ends in words that a person understands, leaves the filter alone, and the
 * conversation goes on. The whole server in one process, the model a stand-in; no browser.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../server/conversations/message.ts';
import { newId } from '../server/kernel/ids.ts';
import { openTestPerch, type TestPerch } from '../server/testing.ts';
import { chatCompletions } from './stand-in-dialects.ts';
import { type Asked, type Reply, type StandInModel, startStandInModel } from './stand-in-model.ts';

/** The built-in assistant changes nothing for this one. */
const VAGUE = 'a place where mondays feel lighter';
const ORDER = 'remote Python jobs in Germany';
/** However slow the machine: a person hears something within this time. */
const LONGEST_MS = 30_000;

let test: TestPerch;
let model: StandInModel;
let reply: (asked: Asked) => Reply = () => ({ text: 'Hello.' });
let names = 0;

beforeAll(async () => {
  model = await startStandInModel((asked) => reply(asked), 0);
  test = await openTestPerch({}, { ASSISTANT: 'model', LLM_PATIENCE_SECONDS: '2' });
}, 120_000);
afterAll(async () => {
  await test.close();
  await model.close();
});
beforeEach(async () => {
  await useAnother();
});

/** Another name, another circuit: the failures of one test are not those of the next. */
async function useAnother(): Promise<void> {
  names += 1;
  await useModel(model.url, `stand-in-${names}`);
}

async function useModel(address: string, chat: string): Promise<void> {
  const { services, ownerId } = test.perch;
  const chosen = { provider: 'compatible' as const, address, chat, extraction: null, writing: null };
  await services.preferences.changeModel(ownerId, { model: chosen });
}

interface Turn {
  state: string;
  answer: Message | undefined;
  notices: string[];
  text: string;
  filter: unknown;
}

async function say(conversationId: string, text: string): Promise<Turn> {
  const { agent, services, ownerId: userId } = test.perch;
  const place = { userId, conversationId };
  const { revision } = await services.filters.get(place);
  const { done } = await agent.send({ ...place, messageId: newId(), text, revision });
  const outcome = await done;
  const answer = (await services.conversations.messages(place)).at(-1);
  const notices = (answer?.parts ?? []).flatMap((part) => (part.type === 'notice' ? [Object.values(part.text)] : []));
  const { filter } = await services.filters.get(place);
  return { state: outcome.state, text: outcome.text, answer, notices: notices.flat(), filter };
}

async function begin(): Promise<string> {
  const { services, ownerId: userId } = test.perch;
  return (await services.conversations.open({ userId, fresh: true })).id;
}

/** Something to read, nothing of the server's own words, the filter as it was, and the next turn works. */
async function expectSurvived(conversationId: string, turn: Turn): Promise<void> {
  expect(turn.answer?.role).toBe('assistant');
  expect(turn.notices.length).toBeGreaterThan(0);
  for (const words of turn.notices) expect(words).not.toMatch(/secret|undefined|\[object|Error:|stack|<html/u);
  expect(turn.filter).toEqual({});
  await useAnother();
  reply = () => ({ text: 'I am back.' });
  const next = await say(conversationId, 'and now?');
  expect(next).toMatchObject({ state: 'ended', notices: [] });
  expect(next.text).toContain('I am back.');
}

const circles: Reply = { calls: [{ name: 'get_filters', input: {} }] };
const faults: [string, (asked: Asked) => Reply, RegExp][] = [
  ['401', () => ({ status: 401, body: '{"error":{"message":"secret detail"}}' }), /refused the key/u],
  [
    '429 for a moment',
    () => ({ status: 429, headers: { 'retry-after': '1' }, body: '{}' }),
    /no more requests.*1 seconds/u,
  ],
  ['429 for long', () => ({ status: 429, headers: { 'retry-after': '900' }, body: '{}' }), /900 seconds/u],
  ['500', () => ({ status: 500, body: 'secret stack trace' }), /trouble on its side/u],
  ['a timeout', () => 'hang', /did not answer in time/u],
  [
    'a web page as the answer',
    () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Sign in' }),
    /no language model/u,
  ],
  [
    'an empty body',
    () => ({ status: 200, headers: { 'content-type': 'text/event-stream' }, body: '' }),
    /no language model/u,
  ],
  [
    'no JSON in its stream',
    () => ({ status: 200, headers: { 'content-type': 'text/event-stream' }, body: 'data: {oops\n\n' }),
    /broke off|no language model/u,
  ],
  [
    'bad JSON for a tool',
    () => ({ calls: [{ name: 'set_filter', input: '{"set": skills = Python' }] }),
    /no answer|made no sense/u,
  ],
  ['a tool that does not exist', () => ({ calls: [{ name: 'delete_everything', input: {} }] }), /no answer/u],
  ['an endless circle of tools', () => circles, /no answer/u],
  [
    'an endless circle with other inputs',
    ({ results }) => ({ calls: [{ name: 'count_jobs', input: { filter: { skills: [`Skill ${results.length}`] } } }] }),
    /no answer/u,
  ],
];

describe('a model server with', () => {
  it.each(faults)(
    '%s',
    async (_, misbehave, words) => {
      const conversationId = await begin();
      reply = misbehave;
      const turn = await say(conversationId, VAGUE);
      expect(turn.notices.join(' ')).toMatch(words);
      await expectSurvived(conversationId, turn);
    },
    LONGEST_MS,
  );

  it(
    'nothing that listens',
    async () => {
      const conversationId = await begin();
      await useModel('http://127.0.0.1:9/v1', 'gone');
      const turn = await say(conversationId, VAGUE);
      expect(turn.notices.join(' ')).toMatch(/cannot be reached/u);
      await expectSurvived(conversationId, turn);
    },
    LONGEST_MS,
  );

  const answer = {
    text: 'I count them now. ',
    calls: [{ name: 'count_jobs', input: { filter: { skills: ['Python'] } } }],
  };
  const events = chatCompletions(answer, 'x').length;
  it.each(Array.from({ length: events - 2 }, (_, index) => index))(
    'a line that drops after event %i',
    async (cutAfter) => {
      const conversationId = await begin();
      reply = ({ results }) => (results.length === 0 ? { cutAfter, answer } : { text: 'Counted.' });
      await expectSurvived(conversationId, await say(conversationId, VAGUE));
    },
    LONGEST_MS,
  );
});

describe('a model never does worse than none', () => {
  it.each([
    ['fails', () => 'fail'],
    ['only talks', () => ({ text: 'I have set your filters!' })],
    ['says nothing', () => ({ text: '' })],
    [
      'gives a filter that does not exist',
      ({ results }) =>
        results.length === 0
          ? { calls: [{ name: 'set_filter', input: { set: { countries: ['XX'] } } }] }
          : { text: 'Sorry.' },
    ],
  ] as [string, (asked: Asked) => Reply][])('when it %s, what was understood is done', async (_, misbehave) => {
    const conversationId = await begin();
    reply = misbehave;
    const turn = await say(conversationId, ORDER);
    expect(turn).toMatchObject({
      state: 'ended',
      filter: { workplace: ['remote'], countries: ['DE'], skills: ['Python'] },
    });
    expect(turn.notices.length).toBeGreaterThan(0);
  });

  it.each([
    [
      'printed as text',
      {
        text: 'Sure: ```json\n{"name":"set_filter","arguments":{"set":{"skills":["k8s"],"countries":["Deutschland"]}}}\n```',
      },
    ],
    [
      'under another spelling, with quoted JSON',
      {
        calls: [
          {
            name: 'functions.setFilter',
            input: JSON.stringify(JSON.stringify({ skills: 'k8s', countries: 'germany' })),
          },
        ],
      },
    ],
    [
      'with names for codes',
      {
        calls: [
          {
            name: 'set_filter',
            input: { set: { skills: ['k8s'], countries: ['deutschland'], cities: [], query: null } },
          },
        ],
      },
    ],
  ] as [string, Reply][])('a call %s is understood', async (_, first) => {
    const conversationId = await begin();
    reply = ({ results }) => (results.length === 0 ? first : { text: 'Done.' });
    const turn = await say(conversationId, VAGUE);
    expect(turn).toMatchObject({ state: 'ended', filter: { skills: ['Kubernetes'], countries: ['DE'] }, notices: [] });
    expect(turn.text).toContain('Done.');
  });

  it('hears why a value was refused, and can mend it', async () => {
    const conversationId = await begin();
    const heard: string[] = [];
    reply = ({ results }) => {
      heard.push(...results);
      if (results.length === 0)
        return { calls: [{ name: 'set_filter', input: { set: { countries: ['XX'], skills: ['Go'] } } }] };
      if (results.length === 1)
        return { calls: [{ name: 'set_filter', input: { set: { countries: ['FR'], skills: ['Go'] } } }] };
      return { text: 'France it is.' };
    };
    const turn = await say(conversationId, VAGUE);
    expect(heard.join()).toContain('There is no country with the code XX');
    expect(turn.filter).toEqual({ countries: ['FR'], skills: ['Go'] });
  });

  it('a call that is repeated is done once', async () => {
    const conversationId = await begin();
    const save: Reply = { calls: [{ name: 'show_more', input: {} }] };
    reply = ({ results }) => (results.length < 2 ? save : { text: 'There you are.' });
    const turn = await say(conversationId, VAGUE);
    const rows = (turn.answer?.parts ?? []).filter((part) => part.type === 'action');
    expect(rows).toHaveLength(1);
    expect(turn.text).toContain('There you are.');
  });

  it('is told what was understood already', async () => {
    const conversationId = await begin();
    let block = '';
    reply = ({ text }) => {
      block = text;
      return { text: 'Hm.' };
    };
    await say(conversationId, `${ORDER} with a sea view from the desk`);
    expect(block).toContain('"understood":{"calls":[{"name":"set_filter"');
  });
});

describe('budgets', () => {
  it('say what a turn cost, and when they are used up who answers instead', async () => {
    const { services, usage, ownerId } = test.perch;
    const conversationId = await begin();
    reply = () => ({ text: 'Hm.' });
    const first = await say(conversationId, VAGUE);
    expect(first.answer?.parts).toContainEqual({
      type: 'cost',
      model: `stand-in-${names}`,
      calls: 1,
      inputTokens: 10,
      outputTokens: 5,
    });
    const { calls } = (await usage.read(ownerId)).hour;
    await services.preferences.changeModel(ownerId, { limits: { callsPerHour: calls + 1 } });
    expect((await say(conversationId, VAGUE)).notices).toEqual([]);
    const refused = await say(conversationId, ORDER);
    expect(refused.notices.join(' ')).toMatch(/model calls an hour is used up until/u);
    expect(refused.filter).toMatchObject({ skills: ['Python'] });
    expect(refused.answer?.parts.some((part) => part.type === 'cost')).toBe(false);
    await services.preferences.changeModel(ownerId, { limits: { callsPerHour: 1000 } });
  });

  it('the model can be tried, and says in a sentence what works', async () => {
    const { registry } = test.perch;
    const context = await test.freshContext();
    reply = () => ({ status: 401, body: '{}' });
    expect((await registry.run('test_model', {}, context)).outcome.line.en).toMatch(/refused the key/u);
    await expect(registry.run('test_model', {}, { ...context, by: 'assistant' })).rejects.toMatchObject({
      code: 'needs_approval',
    });
    await expect(registry.run('set_model', { model: null }, { ...context, by: 'assistant' })).rejects.toMatchObject({
      code: 'needs_approval',
    });
  });
});
