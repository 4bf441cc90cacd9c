import { generateText, streamText } from 'ai';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { readModelError } from './model-errors.ts';
import { createModels } from './models.ts';

const warnings: string[] = [];
const logger = { warn: (words: unknown) => void warnings.push(String(words)) };
const nothing = { assistant: 'auto' as const, openaiApiKey: undefined, openaiBaseUrl: undefined, llmModel: undefined };

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  warnings.length = 0;
});

/** A server that answers each request as `reply` says; gives its base address. */
async function serve(reply: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const made = createServer((request, response) => {
    request.resume();
    request.on('end', () => reply(request, response));
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  const address = made.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/v1`;
}

describe('which model answers', () => {
  it('none without configuration, and none when the built-in one is asked for', () => {
    expect(createModels(nothing, logger)).toEqual({ chat: null, name: 'builtin' });
    expect(createModels({ ...nothing, assistant: 'builtin', openaiApiKey: 'sk-x' }, logger).chat).toBeNull();
    expect(warnings).toEqual([]);
  });

  it('says what is missing in a half-made configuration', () => {
    expect(createModels({ ...nothing, openaiBaseUrl: 'http://127.0.0.1:11434/v1' }, logger).chat).toBeNull();
    expect(createModels({ ...nothing, assistant: 'model' }, logger).chat).toBeNull();
    expect(warnings.join()).toMatch(/LLM_MODEL.*OPENAI_API_KEY/s);
  });

  it('OpenAI by responses with a key alone', () => {
    const models = createModels({ ...nothing, openaiApiKey: 'sk-x' }, logger);
    expect(models.chat).toMatchObject({ provider: 'openai.responses', modelId: models.name });
  });

  it('any server by chat completions, without a key too', async () => {
    const seen: string[] = [];
    const base = await serve((request, response) => {
      seen.push(`${request.url} ${request.headers.authorization}`);
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({
          id: 'x',
          object: 'chat.completion',
          created: 1,
          model: 'llama',
          choices: [{ index: 0, message: { role: 'assistant', content: 'Hello.' }, finish_reason: 'stop' }],
          usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
        }),
      );
    });
    const { chat, name } = createModels({ ...nothing, openaiBaseUrl: base, llmModel: 'llama' }, logger);
    if (chat === null) throw new Error('no model');
    expect(name).toBe('llama');
    expect((await generateText({ model: chat, prompt: 'hi' })).text).toBe('Hello.');
    expect(seen).toEqual(['/v1/chat/completions Bearer none']);
  });
});

describe('when the model fails', () => {
  /** The error of a streamed call, as the agent sees it. */
  async function failure(base: string): Promise<unknown> {
    const { chat } = createModels({ ...nothing, openaiBaseUrl: base, llmModel: 'm' }, logger);
    if (chat === null) throw new Error('no model');
    const run = streamText({ model: chat, prompt: 'hi', maxRetries: 0, onError: () => undefined });
    try {
      for await (const part of run.stream) if (part.type === 'error') return part.error;
    } catch (error) {
      // A stream cut below the protocol ends the iteration itself.
      return error;
    }
    return null;
  }

  it.each([
    [401, {}, '{}', 'key', null],
    [429, { 'retry-after': '17' }, '{}', 'limit', 17],
    [429, {}, '{"error":{"code":"insufficient_quota","message":"x"}}', 'quota', null],
    [404, {}, '{}', 'model', null],
    [400, {}, '{}', 'request', null],
    [500, {}, 'secret stack trace', 'down', null],
    [503, {}, '{}', 'down', null],
  ] as const)('status %i %j %s', async (status, headers, body, kind, seconds) => {
    const base = await serve((_, response) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body),
    );
    const read = readModelError(await failure(base));
    expect(read).toMatchObject({ kind, retryAfterSeconds: seconds });
    for (const text of Object.values(read.text)) expect(text).not.toContain('secret');
    if (seconds !== null) expect(read.text.de).toContain('17');
  });

  it('a server that is not there', async () => {
    expect(readModelError(await failure('http://127.0.0.1:9/v1')).kind).toBe('unreachable');
  });

  it('a stream that is cut', async () => {
    const base = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(
        `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta: { role: 'assistant', content: 'Fou' }, finish_reason: null }] })}\n\n`,
      );
      setTimeout(() => response.destroy(), 20);
    });
    expect(readModelError(await failure(base)).kind).toBe('cut');
  });

  it('a timeout, and anything else that is thrown', () => {
    expect(readModelError(new DOMException('The operation timed out.', 'TimeoutError')).kind).toBe('timeout');
    expect(readModelError('what').kind).toBe('cut');
  });
});
