/** Embedders beside the built-in one: a server on this machine, and a module of the shape of the package. */
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadConfig } from '../kernel/config.ts';
import { configuredEmbedder } from './configured-embedder.ts';
import { DIMENSIONS, type SlowEmbedder } from './embedder.ts';
import { createLocalEmbedder } from './local-embedder.ts';
import { createOpenAiEmbedder } from './openai-embedder.ts';
import { serveModel, type TestServer } from './testing.ts';

const bodySchema = z.object({ model: z.string(), input: z.array(z.string()), dimensions: z.number().optional() });
const signal = new AbortController().signal;
const length = (vector: Float32Array | undefined): number => Math.hypot(...(vector ?? []));
let server: TestServer | undefined;
afterEach(() => server?.close());

describe('an embedder of the protocol of OpenAI', () => {
  const asked: z.output<typeof bodySchema>[] = [];
  /** Answers with vectors of so many numbers. */
  async function serve(numbers: number): Promise<string> {
    server = await serveModel((_request, response, body) => {
      const parsed = bodySchema.parse(body);
      asked.push(parsed);
      const data = parsed.input.map((text, index) => ({
        object: 'embedding',
        index,
        embedding: Array.from({ length: numbers }, (_, at) => (at === text.length ? 3 : 0.5)),
      }));
      response.setHeader('content-type', 'application/json');
      response.end(
        JSON.stringify({ object: 'list', data, model: parsed.model, usage: { prompt_tokens: 1, total_tokens: 1 } }),
      );
    });
    return server.address;
  }

  it('asks for 384 numbers where the model can give them, and keeps the order of the texts', async () => {
    const embedder = createOpenAiEmbedder({ address: await serve(384), key: null, model: 'text-embedding-3-small' });
    const [one, three] = await embedder.embedAll(['a', 'abc'], signal);
    expect(asked.at(-1)).toEqual({
      model: 'text-embedding-3-small',
      input: ['a', 'abc'],
      dimensions: 384,
    });
    expect(one?.indexOf(Math.max(...one))).toBe(1);
    expect(three?.indexOf(Math.max(...three))).toBe(3);
    expect(length(one)).toBeCloseTo(1, 5);
  });

  it('makes 384 numbers of any other count', async () => {
    for (const numbers of [3, 768]) {
      const embedder = createOpenAiEmbedder({ address: await serve(numbers), key: null, model: 'some-other' });
      const [vector] = await embedder.embedAll(['ab'], signal);
      expect(asked.at(-1)).not.toHaveProperty('dimensions');
      expect(vector).toHaveLength(DIMENSIONS);
      expect(length(vector)).toBeCloseTo(1, 5);
      server?.close();
    }
  });

  it('is only there when it can be reached, and says what is missing', () => {
    const warnings: string[] = [];
    const configured = (environment: Record<string, string>): SlowEmbedder | null =>
      configuredEmbedder(loadConfig(environment), { warn: (words: unknown) => void warnings.push(String(words)) });
    expect(configured({ OPENAI_API_KEY: 'some-key' })).toBeNull();
    expect(warnings).toEqual([]);
    expect(configured({ EMBEDDER: 'openai' })).toBeNull();
    expect(configured({ EMBEDDER: 'openai', OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1' })).toBeNull();
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toMatch(/OPENAI_API_KEY.*EMBEDDING_MODEL/u);
    expect(configured({ EMBEDDER: 'openai', OPENAI_API_KEY: 'some-key' })?.model).toContain('text-embedding-3-small');
    expect(configured({ EMBEDDER: 'local', EMBEDDING_MODEL: 'my/model' })?.model).toBe('local my/model');
  });
});

describe('a local embedder', () => {
  it('opens the model once, and asks for a mean of length one', async () => {
    const opened: string[][] = [];
    const wanted: unknown[] = [];
    const fake = {
      pipeline: async (...task: string[]) => {
        opened.push(task);
        return async (texts: string[], options: object) => {
          wanted.push(options);
          return { dims: [texts.length, 384], tolist: () => texts.map((text) => [text.length, 4, 0]) };
        };
      },
    };
    const embedder = createLocalEmbedder({ model: 'some/model', load: async () => await Promise.resolve(fake) });
    expect(opened).toEqual([]);
    const [vector] = await embedder.embedAll(['abc'], signal);
    await embedder.embedAll(['d'], signal);
    expect([...(vector ?? [])].slice(0, 3).map((value) => Math.round(value * 10))).toEqual([6, 8, 0]);
    expect(opened).toEqual([['feature-extraction', 'some/model']]);
    expect(wanted[0]).toEqual({ pooling: 'mean', normalize: true });
  });

  it('says the command when the package is not there, and looks again next time', async () => {
    let tries = 0;
    const load = async (): Promise<unknown> => {
      tries += 1;
      return await Promise.reject(new Error('Cannot find package'));
    };
    const embedder = createLocalEmbedder({ model: 'some/model', load });
    for (const expected of [1, 2]) {
      await expect(embedder.embedAll(['abc'], signal)).rejects.toThrow(
        'npm install --no-save @huggingface/transformers',
      );
      expect(tries).toBe(expected);
    }
  });

  it('refuses an answer of another shape', async () => {
    const fake = { pipeline: async () => async () => ({ tolist: () => [[1], [2]] }) };
    const embedder = createLocalEmbedder({ model: 'm', load: async () => await Promise.resolve(fake) });
    await expect(embedder.embedAll(['one text'], signal)).rejects.toThrow();
  });
});
