/** Which embedder the environment names beside the built-in one. */
import type { Config } from '../kernel/config.ts';
import type { Logger } from '../kernel/logger.ts';
import type { SlowEmbedder } from './embedder.ts';
import { createLocalEmbedder } from './local-embedder.ts';
import { PROVIDER_ADDRESSES } from './model-settings.ts';
import { createOpenAiEmbedder } from './openai-embedder.ts';

/** Used where no name is configured; both know many languages, the local one gives 384 numbers. */
const DEFAULT_MODELS = {
  openai: 'text-embedding-3-small',
  local: 'Xenova/paraphrase-multilingual-MiniLM-L12-v2',
} as const;

/** Null for the built-in one alone. A half-made configuration is logged and gives null. */
export function configuredEmbedder(
  config: Pick<Config, 'embedder' | 'embeddingModel' | 'openaiApiKey' | 'openaiBaseUrl'>,
  logger: Pick<Logger, 'warn'>,
): SlowEmbedder | null {
  const { embedder, embeddingModel, openaiApiKey, openaiBaseUrl } = config;
  if (embedder === 'builtin') return null;
  if (embedder === 'local') return createLocalEmbedder({ model: embeddingModel ?? DEFAULT_MODELS.local });
  if (openaiBaseUrl === undefined ? openaiApiKey === undefined : embeddingModel === undefined) {
    logger.warn(
      'EMBEDDER=openai, but it cannot be reached: set OPENAI_API_KEY, or OPENAI_BASE_URL and EMBEDDING_MODEL. The built-in embedder ranks.',
    );
    return null;
  }
  return createOpenAiEmbedder({
    address: openaiBaseUrl ?? PROVIDER_ADDRESSES.openai,
    key: openaiApiKey ?? null,
    model: embeddingModel ?? DEFAULT_MODELS.openai,
  });
}
