/** Embeddings of OpenAI, or of any server that answers POST /embeddings as OpenAI does (Ollama, vLLM, LM Studio). */
import { createOpenAI } from '@ai-sdk/openai';
import { embedMany } from 'ai';
import { DIMENSIONS, type SlowEmbedder, toMeaning } from './embedder.ts';

/** Models that can be told how many numbers to give; others would refuse the wish. */
const CAN_BE_SHORTENED = /^text-embedding-3/u;
const TRIES = 2;

/** `address` ends in /v1; `model` is the server's name for it. */
export function createOpenAiEmbedder(options: { address: string; key: string | null; model: string }): SlowEmbedder {
  const { address, key, model } = options;
  // The address is always written out: the client would otherwise read it from the environment itself.
  const opened = createOpenAI({ apiKey: key ?? 'none', baseURL: address }).embedding(model);
  return {
    model: `openai ${address} ${model}`,
    async embedAll(texts, signal) {
      const { embeddings } = await embedMany({
        model: opened,
        values: [...texts],
        maxRetries: TRIES - 1,
        abortSignal: signal,
        ...(CAN_BE_SHORTENED.test(model) ? { providerOptions: { openai: { dimensions: DIMENSIONS } } } : {}),
      });
      return embeddings.map(toMeaning);
    },
  };
}
