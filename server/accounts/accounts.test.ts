import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createEvents } from '../kernel/events.ts';
import { createLogger } from '../kernel/logger.ts';
import { createSeal } from '../kernel/seal.ts';
import { openTestStore, type TestStore } from '../store/testing.ts';
import type { AccountEvents } from './account-events.ts';
import { createPreferenceService, type PreferenceService } from './preference-service.ts';
import type { ChosenModel } from './preferences.ts';
import { createUsageService } from './usage-service.ts';

const KEY = 'a-key-nobody-may-see';
const own: ChosenModel = {
  provider: 'compatible',
  address: 'http://127.0.0.1:11434/v1/',
  chat: 'llama',
  extraction: null,
  writing: null,
};

let test: TestStore;
let told: unknown[] = [];
let now = new Date('2026-03-01T10:15:00Z');
const events = createEvents<AccountEvents>(createLogger({ level: 'fatal' }));
events.on('preferences-changed', (event) => told.push(event));
events.on('usage-changed', (event) => told.push(event));
const clock = (): Date => now;
const preferencesWith = (secret: string, mayUseModels = true): PreferenceService =>
  createPreferenceService({
    embedderName: null,
    store: test.store,
    clock,
    events,
    seal: createSeal(secret),
    configured: {
      provider: 'openai',
      address: 'https://api.example',
      key: 'k',
      models: { chat: 'from-environment', extraction: null, writing: null },
    },
    mayUseModels,
  });

beforeAll(async () => {
  test = await openTestStore();
}, 60_000);
afterAll(async () => await test.close());
afterEach(() => {
  told = [];
});

describe('preferences', () => {
  it('are nothing at first, then what was chosen, and everybody’s own', async () => {
    const service = preferencesWith('one secret');
    expect(await service.read(test.userId)).toMatchObject({
      homeCountry: null,
      limits: { callsPerHour: 1000, tokensPerDay: null },
      assistant: { kind: 'model', name: 'from-environment' },
    });
    await service.change(test.userId, { homeCountry: 'UA', theme: 'dark' });
    await service.change(test.userId, { language: 'uk' });
    expect(await service.read(test.userId)).toMatchObject({ homeCountry: 'UA', theme: 'dark', language: 'uk' });
    expect(await service.read(test.strangerId)).toMatchObject({ homeCountry: null, theme: null });
    expect(told).toMatchObject([{ userId: test.userId }, { userId: test.userId, preferences: { language: 'uk' } }]);
  });

  it('the key of a model goes in and never comes out', async () => {
    const service = preferencesWith('one secret');
    const shown = await service.changeModel(test.userId, { model: own, key: KEY });
    expect(shown).toMatchObject({ hasModelKey: true, assistant: { name: 'llama' } });
    expect(JSON.stringify([shown, await service.read(test.userId), told])).not.toContain(KEY);
    expect(await service.modelSettings(test.userId)).toMatchObject({ address: 'http://127.0.0.1:11434/v1', key: KEY });
    expect(await service.modelSettings(test.strangerId)).toMatchObject({ models: { chat: 'from-environment' } });

    const { rows } = await test.store.pool.query('select sealed_model_key from person_preference');
    expect(JSON.stringify(rows)).not.toContain(KEY);
    await expect(preferencesWith('another secret').modelSettings(test.userId)).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('a key goes only to the server it was entered for', async () => {
    const service = preferencesWith('one secret');
    await service.changeModel(test.userId, { model: own, key: KEY });
    expect(await service.changeModel(test.userId, { model: { ...own, chat: 'other' } })).toMatchObject({
      hasModelKey: true,
    });
    expect(await service.changeModel(test.userId, { limits: { callsPerDay: 5 } })).toMatchObject({
      hasModelKey: true,
      limits: { callsPerHour: 1000, callsPerDay: 5 },
    });
    const moved = { ...own, address: 'http://somewhere.example/v1' };
    expect(await service.changeModel(test.userId, { model: moved })).toMatchObject({ hasModelKey: false });
    await service.changeModel(test.userId, { model: own, key: KEY });
    expect(await service.changeModel(test.userId, { key: '' })).toMatchObject({ hasModelKey: false });
    expect(await service.changeModel(test.userId, { model: null })).toMatchObject({
      assistant: { name: 'from-environment' },
    });
    await expect(service.changeModel(test.userId, { key: KEY })).rejects.toMatchObject({ code: 'invalid' });
    await expect(service.changeModel(test.userId, { model: { ...own, address: null } })).rejects.toThrow(
      /needs its address/u,
    );
  });

  it('no model at all where whoever runs Perch wants none', async () => {
    const service = preferencesWith('one secret', false);
    await service.changeModel(test.userId, { model: own });
    expect(await service.modelSettings(test.userId)).toBeNull();
    expect(await service.read(test.userId)).toMatchObject({ assistant: { kind: 'builtin' } });
  });
});

describe('budgets', () => {
  it('count calls and tokens by hour and day, of one person', async () => {
    const usage = createUsageService({ store: test.store, clock, events });
    const meter = usage.meter(test.userId);
    await meter.begin();
    await meter.used({ input: 100, output: 20 });
    now = new Date('2026-03-01T11:00:00Z');
    await meter.begin();
    expect(await usage.read(test.userId)).toEqual({
      hour: { calls: 1, tokens: 0, resetsAt: '2026-03-01T12:00:00.000Z' },
      day: { calls: 2, tokens: 120, resetsAt: '2026-03-02T00:00:00.000Z' },
    });
    expect((await usage.read(test.strangerId)).day.calls).toBe(0);
    expect(told).toMatchObject([{ userId: test.userId, usage: { day: { tokens: 120 } } }]);
  });

  it.each([
    ['callsPerHour', /3 model calls an hour .* until 13:00/u],
    ['callsPerDay', /3 model calls a day .* until 00:00/u],
  ] as const)('%s: as many as allowed, not one more, however many at once', async (kind, words) => {
    now = new Date('2026-03-02T12:30:00Z');
    const userId = kind === 'callsPerDay' ? test.userId : test.strangerId;
    const service = preferencesWith('one secret');
    await service.changeModel(userId, { limits: { callsPerHour: null, callsPerDay: null, [kind]: 3 } });
    const meter = createUsageService({ store: test.store, clock, events }).meter(userId);
    const results = await Promise.allSettled(Array.from({ length: 8 }, async () => await meter.begin()));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    await expect(meter.begin()).rejects.toThrow(words);
    now = new Date('2026-03-03T12:30:00Z');
    await meter.begin();
  });

  it('tokens: the call that goes over is the last', async () => {
    now = new Date('2026-03-05T12:30:00Z');
    const service = preferencesWith('one secret');
    await service.changeModel(test.userId, { limits: { callsPerDay: null, tokensPerHour: 50 } });
    const meter = createUsageService({ store: test.store, clock, events }).meter(test.userId);
    await meter.begin();
    await meter.used({ input: 40, output: 10 });
    await expect(meter.begin()).rejects.toMatchObject({ code: 'too_many' });
  });
});
