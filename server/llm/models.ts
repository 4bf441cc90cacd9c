/**
 * Which language model answers, and how it is reached: OpenAI itself by responses, Anthropic by its own protocol, any
 * other server (Ollama, vLLM, LM Studio) by chat completions. A model and a limit for each purpose.
 */
import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAI } from '@ai-sdk/openai';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Config } from '../kernel/config.ts';
import type { Logger } from '../kernel/logger.ts';
import { type ModelSettings, PROVIDER_ADDRESSES, type Purpose } from './model-settings.ts';

/** A model object, of whatever provider. */
export type Model = LanguageModelV4;

/** What one answer may cost, in tokens; thinking counts with most providers. */
export const OUTPUT_TOKENS: Record<Purpose, number> = { chat: 8000, extraction: 8000, writing: 16_000 };

/** Used where no name is configured. */
const DEFAULT_MODELS = { openai: 'gpt-5-mini', anthropic: 'claude-haiku-4-5' } as const;

/** Opens a model. Calls go out only when it is used. */
export function openModel(settings: ModelSettings, purpose: Purpose): Model {
  const { provider, address, key } = settings;
  const name = settings.models[purpose] ?? settings.models.chat;
  // Addresses are always written out: the clients would otherwise read them from the environment themselves.
  switch (provider) {
    case 'openai':
      return createOpenAI({ apiKey: key ?? 'none', baseURL: address }).responses(name);
    case 'anthropic':
      return createAnthropic({ apiKey: key ?? 'none', baseURL: address })(name);
    case 'compatible':
      // Servers of one's own often want no key, the client always does.
      return createOpenAI({ apiKey: key ?? 'none', baseURL: address }).chat(name);
  }
}

type ModelConfig = Pick<
  Config,
  | 'assistant'
  | 'openaiApiKey'
  | 'openaiBaseUrl'
  | 'anthropicApiKey'
  | 'llmModel'
  | 'llmModelExtraction'
  | 'llmModelWriting'
>;

/** What the environment says; null without a model. A half-made configuration is logged and gives null. */
export function configuredModel(config: ModelConfig, logger: Pick<Logger, 'warn'>): ModelSettings | null {
  const { assistant, openaiApiKey, openaiBaseUrl, anthropicApiKey, llmModel } = config;
  if (assistant === 'builtin') return null;
  const others = { extraction: config.llmModelExtraction ?? null, writing: config.llmModelWriting ?? null };
  if (openaiBaseUrl !== undefined) {
    if (llmModel !== undefined) {
      const key = openaiApiKey ?? null;
      return { provider: 'compatible', address: openaiBaseUrl, key, models: { chat: llmModel, ...others } };
    }
    logger.warn(
      'OPENAI_BASE_URL is set but LLM_MODEL is not: name the model of that server. The built-in assistant answers.',
    );
    return null;
  }
  for (const [provider, key] of [
    ['openai', openaiApiKey],
    ['anthropic', anthropicApiKey],
  ] as const) {
    if (key === undefined) continue;
    const models = { chat: llmModel ?? DEFAULT_MODELS[provider], ...others };
    return { provider, address: PROVIDER_ADDRESSES[provider], key, models };
  }
  if (assistant === 'model')
    logger.warn(
      'ASSISTANT=model, but no model is configured: set OPENAI_API_KEY or ANTHROPIC_API_KEY, or OPENAI_BASE_URL and LLM_MODEL, or choose one in the settings. The built-in assistant answers.',
    );
  return null;
}
