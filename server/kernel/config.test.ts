import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configSchema, loadConfig, version } from './config.ts';
import { PerchError } from './errors.ts';

const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
const lines = [...example.matchAll(/^#([A-Z][A-Z_]*)=(.*)$/gm)].map(([, name = '', value = '']) => ({ name, value }));

const refusal = (environment: Record<string, string>): PerchError => {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof PerchError) return error;
    throw error;
  }
  throw new Error('it was accepted');
};

describe('.env.example', () => {
  it('explains exactly the variables that are read', () => {
    expect(lines.map(({ name }) => name).toSorted()).toEqual(Object.keys(configSchema.shape).toSorted());
  });

  it('explains each in words right above it', () => {
    const rows = example.split('\n');
    for (const { name } of lines) {
      const above = rows[rows.findIndex((row) => row.startsWith(`#${name}=`)) - 1];
      expect(above, name).toMatch(/^# \S/);
    }
  });

  it('shows values that are accepted as they stand', () => {
    const environment = Object.fromEntries(lines.map(({ name, value }) => [name, value]));
    expect(loadConfig(environment)).toMatchObject({ port: 3000, role: 'all', fetchOnStart: true, trustNetwork: false });
  });

  it('names every default as it is', () => {
    const shown = Object.fromEntries(lines.map(({ name, value }) => [name, value]));
    const defaults = loadConfig({});
    expect(resolve(shown['PERCH_DATA_DIR'] ?? '')).toBe(defaults.dataDir);
    expect(shown).toMatchObject({
      HOST: defaults.host,
      PORT: String(defaults.port),
      PERCH_MODE: defaults.mode,
      PERCH_ROLE: defaults.role,
      ASSISTANT: defaults.assistant,
      LOG_LEVEL: defaults.logLevel,
    });
  });
});

describe('the configuration', () => {
  it('takes an empty variable for one that is not set', () => {
    const config = loadConfig({ DATABASE_URL: '', OPENAI_API_KEY: ' ', PERCH_TRUST_NETWORK: '', LOG_FILE: '' });
    expect(config).toMatchObject({ trustNetwork: false });
    for (const key of ['databaseUrl', 'openaiApiKey', 'logFile'] as const) expect(config[key]).toBeUndefined();
  });

  it('names each variable that is wrong, and none of their values', () => {
    const error = refusal({ PORT: 'eighty', DATABASE_URL: 'mysql://u:hunter2@h/d', PERCH_SECRET: 'hunter2' });
    expect(error.code).toBe('invalid');
    for (const text of Object.values(error.text)) {
      expect(text).toMatch(/PORT/);
      expect(text).toMatch(/DATABASE_URL/);
      expect(text).toMatch(/PERCH_SECRET/);
      expect(text).not.toContain('hunter2');
    }
  });

  it('lets flags win over the environment', () => {
    expect(loadConfig({ PERCH_DATA_DIR: '/a' }, { dataDir: '/b' }).dataDir).toBe('/b');
  });

  it('knows its version', () => {
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
  });
});
