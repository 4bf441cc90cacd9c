import { generateText } from 'ai';
import { afterEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../kernel/config.ts';
import type { ModelSettings } from './model-settings.ts';
import { configuredModel, openModel } from './models.ts';
import { serveModel, type TestServer } from './testing.ts';

const warnings: string[] = [];
const logger = { warn: (words: unknown) => void warnings.push(String(words)) };
const configured = (environment: Record<string, string>): ModelSettings | null =>
  configuredModel(loadConfig(environment), logger);

let server: TestServer | undefined;
afterEach(() => {
  server?.close();
  warnings.length = 0;
});

describe('which model the environment names', () => {
  it('none without configuration, and none when the built-in one is asked for', () => {
    expect(configured({})).toBeNull();
    expect(configured({ ASSISTANT: 'builtin', OPENAI_API_KEY: 'some-key' })).toBeNull();
    expect(warnings).toEqual([]);
  });

  it('says what is missing in a half-made configuration', () => {
    expect(configured({ OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1' })).toBeNull();
    expect(configured({ ASSISTANT: 'model' })).toBeNull();
    expect(warnings.join()).toMatch(/LLM_MODEL.*OPENAI_API_KEY/s);
  });

  it('a key alone is enough, OpenAI before Anthropic', () => {
    expect(configured({ OPENAI_API_KEY: 'some-key', ANTHROPIC_API_KEY: 'other-key' })).toMatchObject({
      provider: 'openai',
      key: 'some-key',
      models: { chat: 'gpt-5-mini', extraction: null },
    });
    expect(configured({ ANTHROPIC_API_KEY: 'other-key', LLM_MODEL_WRITING: 'big' })).toMatchObject({
      provider: 'anthropic',
      models: { chat: 'claude-haiku-4-5', writing: 'big' },
    });
  });
});

describe('a model is reached', () => {
  const settings = (provider: ModelSettings['provider'], address: string): ModelSettings => ({
    provider,
    address,
    key: provider === 'compatible' ? null : 'some-key',
    models: { chat: 'small', extraction: null, writing: 'large' },
  });

  it.each([
    ['openai', '/v1/responses', 'Bearer some-key'],
    ['compatible', '/v1/chat/completions', 'Bearer none'],
    ['anthropic', '/v1/messages', 'some-key'],
  ] as const)('of %s at %s, with the name for the purpose', async (provider, path, key) => {
    const seen: unknown[] = [];
    server = await serveModel(({ url, headers }, response, body) => {
      seen.push([url, headers.authorization ?? headers['x-api-key'], body]);
      response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":{"message":"x","type":"x"}}');
    });
    for (const [purpose, name] of [
      ['chat', 'small'],
      ['extraction', 'small'],
      ['writing', 'large'],
    ] as const) {
      const model = openModel(settings(provider, server.address), purpose);
      await expect(generateText({ model, prompt: 'hi', maxRetries: 0 })).rejects.toThrow();
      expect(seen.pop()).toEqual([path, key, expect.objectContaining({ model: name })]);
    }
  });
});
