/**
 * Resolves the configured language model: none; OpenAI itself when only a key is set; any server that speaks
 * chat completions (Ollama, vLLM, LM Studio) when a base address and a model name are set.
 */
import { createOpenAI } from '@ai-sdk/openai';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Config } from '../kernel/config.ts';
import type { Logger } from '../kernel/logger.ts';

/** Used when `LLM_MODEL` names none. */
const DEFAULT_MODEL = 'gpt-5-mini';

export interface Models {
  /** The configured model; null when there is none and the built-in assistant answers everything. */
  chat: LanguageModelV4 | null;
  /** What `hello` and the records of a turn call it; "builtin" without a model. */
  name: string;
}

/** How a call to a model is bounded; spread into `ToolLoopAgent` and its calls. */
export const modelLimits = {
  /** One retry: a person is waiting. */
  maxRetries: 1,
  timeout: { totalMs: 180_000, firstChunkMs: 60_000, chunkMs: 30_000 },
} as const;

type ModelConfig = Pick<Config, 'assistant' | 'openaiApiKey' | 'openaiBaseUrl' | 'llmModel'>;

/** The models of this process. A half-made configuration is logged and leaves the built-in assistant. */
export function createModels(config: ModelConfig, logger: Pick<Logger, 'warn'>): Models {
  const none: Models = { chat: null, name: 'builtin' };
  if (config.assistant === 'builtin') return none;
  if (config.openaiBaseUrl !== undefined) {
    if (config.llmModel === undefined) {
      logger.warn(
        'OPENAI_BASE_URL is set but LLM_MODEL is not: name the model of that server. The built-in assistant answers.',
      );
      return none;
    }
    // Servers of one's own often want no key, the client always does.
    const openai = createOpenAI({ baseURL: config.openaiBaseUrl, apiKey: config.openaiApiKey ?? 'none' });
    return { chat: openai.chat(config.llmModel), name: config.llmModel };
  }
  if (config.openaiApiKey === undefined) {
    if (config.assistant === 'model')
      logger.warn(
        'ASSISTANT=model, but no model is configured: set OPENAI_API_KEY, or OPENAI_BASE_URL and LLM_MODEL. The built-in assistant answers.',
      );
    return none;
  }
  const name = config.llmModel ?? DEFAULT_MODEL;
  // The base address is written out: the client would otherwise read OPENAI_BASE_URL from the environment itself.
  return {
    chat: createOpenAI({ apiKey: config.openaiApiKey, baseURL: 'https://api.openai.com/v1' }).responses(name),
    name,
  };
}
