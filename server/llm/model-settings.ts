/** How a language model is reached, as a value: who provides it, where, with which key, and its names by purpose. */

/** openai: OpenAI itself · anthropic: Anthropic itself · compatible: any server that speaks chat completions. */
export const PROVIDERS = ['openai', 'anthropic', 'compatible'] as const;
export type Provider = (typeof PROVIDERS)[number];

/** What a model is for: talking, reading documents, writing texts. */
export const PURPOSES = ['chat', 'extraction', 'writing'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Where the two providers with one address answer; the SDK's own defaults (@ai-sdk/openai, @ai-sdk/anthropic). */
export const PROVIDER_ADDRESSES = {
  openai: 'https://api.openai.com/v1',
  anthropic: 'https://api.anthropic.com/v1',
} as const satisfies Partial<Record<Provider, string>>;

export interface ModelSettings {
  provider: Provider;
  /** Without a slash at the end, /v1 included. */
  address: string;
  key: string | null;
  /** The chat model's name stands in for the others where they are null. */
  models: { chat: string } & Record<Exclude<Purpose, 'chat'>, string | null>;
}
