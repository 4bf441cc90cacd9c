import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestPerch, type TestPerch } from '../server/testing.ts';

let test: TestPerch;
beforeAll(async () => {
  test = await openTestPerch({}, { ASSISTANT: 'auto' });
}, 120_000);
afterAll(async () => await test.close());

const model = { provider: 'compatible', address: 'http://127.0.0.1:9/v1', chat: 'llama' };

describe('the settings', () => {
  it('set_preferences changes what is named and leaves the rest, and knows countries and boards by name', async () => {
    const { registry } = test.perch;
    const context = await test.freshContext();
    const first = await registry.run('set_preferences', { homeCountry: 'Ukraine', turnOff: ['arbeitnow'] }, context);
    expect(first.data).toMatchObject({ homeCountry: 'UA', sourcesOff: ['arbeitnow'], theme: null });
    const listed = await registry.run('list_sources', {}, context);
    expect(JSON.stringify(listed.outcome)).toContain('Not asked yet; turned off by you');
    const second = await registry.run('set_preferences', { theme: 'dark', turnOn: ['arbeitnow'] }, context);
    expect(second.data).toMatchObject({ homeCountry: 'UA', sourcesOff: [], theme: 'dark' });
    await expect(registry.run('set_preferences', { turnOff: ['nowhere'] }, context)).rejects.toThrow(/arbeitnow/u);
    await expect(registry.run('set_preferences', {}, context)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('set_model says who answers and never the key; only a click does it', async () => {
    const { registry } = test.perch;
    const context = await test.freshContext();
    const result = await registry.run('set_model', { model, key: 'nobody-may-see-this' }, context);
    expect(result.outcome.line.en).toBe('Saved: llama answers');
    expect(result.data).toMatchObject({ hasModelKey: true });
    expect(JSON.stringify(result)).not.toContain('nobody-may-see-this');
    await expect(registry.run('set_model', { model: null }, { ...context, by: 'assistant' })).rejects.toMatchObject({
      code: 'needs_approval',
    });
  });

  it('test_model says in a sentence what works', async () => {
    const { registry } = test.perch;
    const context = await test.freshContext();
    await registry.run('set_model', { model }, context);
    expect((await registry.run('test_model', {}, context)).outcome.line.en).toMatch(/^llama: .*cannot be reached/u);
    await registry.run('set_model', { model: null }, context);
    expect((await registry.run('test_model', {}, context)).outcome.line.en).toMatch(/No language model is set up/u);
  });
});
