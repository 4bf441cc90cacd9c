/** Configuration: the only reader of the environment. `.env.example` explains each name; a test compares them. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { PerchError } from './errors.ts';

const optional = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional();
/** Origins as browsers write them, separated by commas. */
const origins = z.string().transform((list) =>
  list
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== ''),
);
const origin = z
  .url({ protocol: /^https?$/ })
  .refine(
    (value) => URL.parse(value)?.origin === value,
    'is no origin: write scheme, name and port only, without a slash at the end',
  );
const flag = z.union([z.literal(''), z.stringbool()]).transform((value) => value === true);

export const configSchema = z.object({
  PERCH_DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: optional.pipe(z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PERCH_ORIGIN: optional.pipe(z.url({ protocol: /^https?$/ }).optional()),
  PERCH_EMBED_ORIGINS: origins.pipe(z.array(origin)).default([]),
  PERCH_MODE: z.enum(['personal']).default('personal'),
  PERCH_ROLE: z.enum(['all', 'web', 'worker']).default('all'),
  PERCH_TRUST_NETWORK: flag.default(false),
  PERCH_FETCH: z.enum(['on', 'off']).default('on'),
  PERCH_METRICS_TOKEN: optional.pipe(z.string().min(16, 'use at least 16 characters').optional()),
  PERCH_SECRET: optional.pipe(z.string().min(32, 'use at least 32 characters (openssl rand -hex 32)').optional()),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  LOG_FILE: optional,
  ASSISTANT: z.enum(['auto', 'model', 'builtin']).default('auto'),
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: optional.pipe(z.url({ protocol: /^https?$/ }).optional()),
  ANTHROPIC_API_KEY: optional,
  LLM_MODEL: optional,
  LLM_MODEL_EXTRACTION: optional,
  LLM_MODEL_WRITING: optional,
  EMBEDDER: z.enum(['builtin', 'openai', 'local']).default('builtin'),
  EMBEDDING_MODEL: optional,
  LLM_PATIENCE_SECONDS: z.coerce.number().int().min(1).max(600).default(25),
  ADZUNA_APP_ID: optional,
  ADZUNA_APP_KEY: optional,
  USAJOBS_EMAIL: optional.pipe(z.email().optional()),
  USAJOBS_KEY: optional,
  PERCH_SOURCES_GATEWAY: optional.pipe(z.url({ protocol: /^https?$/ }).optional()),
  HTTP_PROXY: optional.pipe(z.url({ protocol: /^https?$/ }).optional()),
  HTTPS_PROXY: optional.pipe(z.url({ protocol: /^https?$/ }).optional()),
  NO_PROXY: optional,
  SMARTRECRUITERS: z.enum(['on', 'off']).default('off'),
  /** For the browser tests only. */
  CHROMIUM_PATH: optional,
});

type Environment = z.output<typeof configSchema>;

export interface Config {
  dataDir: string;
  databaseUrl: string | undefined;
  host: string;
  port: number;
  origin: string | undefined;
  /** Origins whose pages may have Perch in them. */
  embedOrigins: string[];
  mode: Environment['PERCH_MODE'];
  role: Environment['PERCH_ROLE'];
  trustNetwork: boolean;
  /** Whether live boards are fetched by themselves at the first start. */
  fetchOnStart: boolean;
  secret: string | undefined;
  /** Who carries it may read /metrics; without it only this machine may. */
  metricsToken: string | undefined;
  logLevel: Environment['LOG_LEVEL'];
  logFile: string | undefined;
  assistant: Environment['ASSISTANT'];
  openaiApiKey: string | undefined;
  openaiBaseUrl: string | undefined;
  anthropicApiKey: string | undefined;
  llmModel: string | undefined;
  llmModelExtraction: string | undefined;
  llmModelWriting: string | undefined;
  embedder: Environment['EMBEDDER'];
  embeddingModel: string | undefined;
  /** Milliseconds a model may be silent. */
  llmPatienceMs: number;
  /** Keys of job boards that want one; null where it is missing. */
  sourceKeys: {
    adzuna: { id: string; key: string } | null;
    usajobs: { email: string; key: string } | null;
  };
  /** All boards are asked through this address. */
  sourcesGateway: string | undefined;
  proxy: { http: string | undefined; https: string | undefined; none: string | undefined };
  /** Employers' boards that are asked only because whoever runs Perch says so. */
  boardsOn: ReadonlySet<string>;
}

/** Half a key is none. */
function sourceKeys(values: Environment): Config['sourceKeys'] {
  const { ADZUNA_APP_ID: id, ADZUNA_APP_KEY: adzuna, USAJOBS_EMAIL: email, USAJOBS_KEY: usajobs } = values;
  return {
    adzuna: id === undefined || adzuna === undefined ? null : { id, key: adzuna },
    usajobs: email === undefined || usajobs === undefined ? null : { email, key: usajobs },
  };
}

/** Reads and checks the environment. Throws PerchError invalid naming each variable that is wrong and why. */
export function loadConfig(
  environment: Record<string, string | undefined> = process.env,
  overrides: Partial<Config> = {},
): Config {
  const parsed = configSchema.safeParse(environment);
  if (!parsed.success) {
    const what = z.prettifyError(parsed.error);
    throw new PerchError('invalid', {
      en: `The configuration is wrong:\n${what}\n.env.example explains each variable.`,
      de: `Die Konfiguration stimmt nicht:\n${what}\n.env.example erklärt jede Variable.`,
      uk: `Помилка в налаштуваннях:\n${what}\n.env.example пояснює кожну змінну.`,
    });
  }
  const values = parsed.data;
  const config: Config = {
    dataDir: values.PERCH_DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    host: values.HOST,
    port: values.PORT,
    origin: values.PERCH_ORIGIN,
    embedOrigins: values.PERCH_EMBED_ORIGINS,
    mode: values.PERCH_MODE,
    role: values.PERCH_ROLE,
    trustNetwork: values.PERCH_TRUST_NETWORK,
    fetchOnStart: values.PERCH_FETCH === 'on',
    secret: values.PERCH_SECRET,
    metricsToken: values.PERCH_METRICS_TOKEN,
    logLevel: values.LOG_LEVEL,
    logFile: values.LOG_FILE,
    assistant: values.ASSISTANT,
    openaiApiKey: values.OPENAI_API_KEY,
    openaiBaseUrl: values.OPENAI_BASE_URL,
    anthropicApiKey: values.ANTHROPIC_API_KEY,
    llmModel: values.LLM_MODEL,
    llmModelExtraction: values.LLM_MODEL_EXTRACTION,
    llmModelWriting: values.LLM_MODEL_WRITING,
    embedder: values.EMBEDDER,
    embeddingModel: values.EMBEDDING_MODEL,
    llmPatienceMs: values.LLM_PATIENCE_SECONDS * 1000,
    sourceKeys: sourceKeys(values),
    sourcesGateway: values.PERCH_SOURCES_GATEWAY,
    proxy: { http: values.HTTP_PROXY, https: values.HTTPS_PROXY, none: values.NO_PROXY },
    boardsOn: new Set(values.SMARTRECRUITERS === 'on' ? ['smartrecruiters'] : []),
    ...overrides,
  };
  return { ...config, dataDir: resolve(config.dataDir) };
}

/** Perch's version, from package.json. */
export const version: string = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))).version;
