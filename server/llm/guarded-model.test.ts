import { streamText } from 'ai';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { PerchError } from '../kernel/errors.ts';
import { createCircuit } from './circuit.ts';
import { guardModel } from './guarded-model.ts';
import { readModelError } from './model-errors.ts';
import { openModel } from './models.ts';
import { serveModel, spoken, type TestServer } from './testing.ts';

let server: TestServer | undefined;
afterEach(() => server?.close());

interface Asked {
  text: string;
  error: unknown;
  calls: number;
  tokens: number;
}

/** Asks once through the guard; each request is answered by the next of `replies`, the last one again and again. */
async function ask(
  replies: ((response: ServerResponse, request: IncomingMessage) => void)[],
  options: { patienceMs?: number; budget?: number; circuit?: ReturnType<typeof createCircuit> } = {},
): Promise<Asked> {
  let requests = 0;
  server = await serveModel((request, response) => {
    const reply = replies[Math.min(requests, replies.length - 1)];
    requests += 1;
    reply?.(response, request);
  });
  const asked: Asked = { text: '', error: null, calls: 0, tokens: 0 };
  const models = { chat: 'm', extraction: null, writing: null };
  const model = guardModel(openModel({ provider: 'compatible', address: server.address, key: null, models }, 'chat'), {
    circuit: options.circuit ?? createCircuit(() => new Date()),
    patienceMs: options.patienceMs ?? 5000,
    meter: {
      async begin() {
        asked.calls += 1;
        if (asked.calls > (options.budget ?? 99)) throw new PerchError('too_many', { en: 'budget', de: '', uk: '' });
      },
      used: async ({ input, output }) => void (asked.tokens += input + output),
    },
  });
  const run = streamText({ model, prompt: 'hi', maxRetries: 0, onError: () => undefined });
  try {
    for await (const part of run.stream) {
      if (part.type === 'text-delta') asked.text += part.text;
      if (part.type === 'error') asked.error = part.error;
    }
  } catch (error) {
    asked.error = error;
  }
  return asked;
}

const status =
  (code: number, headers: Record<string, string> = {}, body = '{}') =>
  (response: ServerResponse): void =>
    void response.writeHead(code, { 'content-type': 'application/json', ...headers }).end(body);
const says =
  (text: string) =>
  (response: ServerResponse): void =>
    void response.writeHead(200, { 'content-type': 'text/event-stream' }).end(spoken(text));
const silent = (): void => undefined;

describe('a guarded model', () => {
  it('answers, and its tokens are counted', async () => {
    expect(await ask([says('Hello there.')])).toEqual({ text: 'Hello there.', error: null, calls: 1, tokens: 15 });
  });

  it.each([
    [401, {}, '{}', 'key', null, 1],
    [429, { 'retry-after': '17' }, '{}', 'limit', 17, 1],
    [429, {}, '{"error":{"code":"insufficient_quota","message":"x"}}', 'quota', null, 1],
    [404, {}, '{}', 'model', null, 1],
    [400, {}, '{}', 'request', null, 1],
    [500, {}, 'secret stack trace', 'down', null, 2],
    [503, { 'retry-after': '60' }, '{}', 'down', 60, 1],
  ] as const)('status %i %j %s is told from others', async (code, headers, body, kind, seconds, calls) => {
    const asked = await ask([status(code, headers, body)]);
    const read = readModelError(asked.error);
    expect(read).toMatchObject({ kind, retryAfterSeconds: seconds });
    expect(asked.calls).toBe(calls);
    for (const text of Object.values(read.text)) expect(text).not.toContain('secret');
    if (seconds !== null) expect(read.text.de).toContain(String(seconds));
  });

  it('tries once more after a hiccup, also when it is asked to wait for a moment', async () => {
    expect(await ask([status(500), says('Hello.')])).toMatchObject({ text: 'Hello.', calls: 2, error: null });
    expect(await ask([status(429, { 'retry-after': '1' }), says('Hello.')])).toMatchObject({
      text: 'Hello.',
      calls: 2,
    });
  });

  it('does not try again once something was said', async () => {
    const cut = (response: ServerResponse): void => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(spoken('Four score and').slice(0, 400));
      setTimeout(() => response.destroy(), 20);
    };
    const asked = await ask([cut]);
    expect(asked).toMatchObject({ calls: 1 });
    expect(asked.text).toContain('Four');
    expect(readModelError(asked.error).kind).toBe('cut');
  });

  it('ends every wait: for the first word, and between two', async () => {
    expect(readModelError((await ask([silent], { patienceMs: 100 })).error).kind).toBe('timeout');
    const stalls = (response: ServerResponse): void => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(spoken('Four score').slice(0, 300));
    };
    expect(readModelError((await ask([stalls], { patienceMs: 100 })).error).kind).toBe('timeout');
  });

  it('knows a web page and an empty stream for what they are', async () => {
    const page = (response: ServerResponse): void =>
      void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>');
    const empty = (response: ServerResponse): void =>
      void response.writeHead(200, { 'content-type': 'text/event-stream' }).end('data: [DONE]\n\n');
    for (const reply of [page, empty]) expect(readModelError((await ask([reply])).error).kind).toBe('nonsense');
  });

  it('a server that is not there, and anything else that is thrown', async () => {
    const gone = guardModel(
      openModel(
        {
          provider: 'compatible',
          address: 'http://127.0.0.1:9/v1',
          key: null,
          models: { chat: 'm', extraction: null, writing: null },
        },
        'chat',
      ),
      {
        circuit: createCircuit(() => new Date()),
        patienceMs: 5000,
        meter: { begin: async () => undefined, used: async () => undefined },
      },
    );
    const run = streamText({ model: gone, prompt: 'hi', maxRetries: 0, onError: () => undefined });
    const errors: unknown[] = [];
    for await (const part of run.stream) if (part.type === 'error') errors.push(part.error);
    expect(errors.map((error) => readModelError(error).kind)).toEqual(['unreachable']);
    expect(readModelError('what').kind).toBe('cut');
  });

  it('asks nothing beyond the budget', async () => {
    const asked = await ask([says('Hello.')], { budget: 0 });
    expect(asked).toMatchObject({ text: '', error: expect.objectContaining({ code: 'too_many' }) });
  });

  it('leaves a server alone that failed again and again', async () => {
    const circuit = createCircuit(() => new Date());
    await ask([status(500)], { circuit });
    await ask([status(500)], { circuit });
    await ask([status(500)], { circuit });
    const asked = await ask([says('Hello.')], { circuit });
    expect(asked).toMatchObject({ calls: 0, error: expect.objectContaining({ code: 'unavailable' }) });
  });
});
