import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chunk } from '../conversations/message.ts';
import { createLogger } from '../kernel/logger.ts';
import { openTestPerch, type TestPerch } from '../testing.ts';
import { createTurnTools, type TurnTools } from './turn-tools.ts';

let test: TestPerch;
beforeAll(async () => {
  test = await openTestPerch();
}, 120_000);
afterAll(async () => await test.close());

async function turn(
  mayReadCv = false,
): Promise<{ tools: TurnTools; chunks: Chunk[]; language(): Promise<string | null> }> {
  const { userId, conversationId, revision } = await test.freshContext();
  const chunks: Chunk[] = [];
  const tools = createTurnTools({
    registry: test.perch.registry,
    context: { userId, conversationId, revision, by: 'assistant' },
    signal: AbortSignal.timeout(20_000),
    mayReadCv: async () => await Promise.resolve(mayReadCv),
    clock: () => new Date(),
    logger: createLogger({ level: 'fatal' }),
    push: (chunk) => chunks.push(chunk),
  });
  return { tools, chunks, language: async () => (await test.perch.services.preferences.read(userId)).language };
}

describe('whose call it is', () => {
  const call = { toolCallId: 'one', messages: [], context: undefined };

  it('does what the built-in assistant read in the person’s own words, settings as well', async () => {
    const { tools, chunks, language } = await turn();
    await tools.forBuiltin['set_preferences']?.execute?.({ language: 'de' }, call);
    expect(await language()).toBe('de');
    expect(chunks.map(({ type }) => type)).toEqual(['tool-input-available', 'tool-output-available']);
  });

  it('asks before a model that has read postings changes settings or fetches an address', async () => {
    const { tools, chunks, language } = await turn();
    const before = await language();
    await tools.forModel['set_preferences']?.execute?.({ language: 'uk' }, call);
    await tools.forModel['add_job']?.execute?.(
      { url: 'https://jobs.example.com/one/1' },
      { ...call, toolCallId: 'two' },
    );
    expect(await language()).toBe(before);
    expect(chunks.filter(({ type }) => type === 'tool-approval-request')).toHaveLength(2);
    expect(tools.hasAsked()).toBe(true);
  });
});

describe('what a model hears of the CV', () => {
  const call = { toolCallId: 'one', messages: [], context: undefined };

  it('is nothing until the person agreed to who reads it; the built-in assistant stays on this machine', async () => {
    const bytes = new TextEncoder().encode('Ana Petrova\nBackend Engineer\n\nSkills\nPython, Kubernetes');
    const { userId } = await test.freshContext();
    const { id } = await test.perch.services.cvs.add({ userId, bytes, name: 'cv.txt' });
    const text = 'Platform Engineer\n\nRequirements\n- Kubernetes\n- Terraform';
    for (const [name, input] of [
      ['show_profile', {}],
      ['analyze_cv', { text }],
    ] as const) {
      const heard = async (mayReadCv: boolean): Promise<string> =>
        JSON.stringify(await (await turn(mayReadCv)).tools.forModel[name]?.execute?.(input, call));
      expect(await heard(false), name).toContain('has not agreed');
      expect(await heard(false), name).not.toContain('Kubernetes');
      expect(await heard(true), name).toContain('Kubernetes');
      const builtin: unknown = await (await turn()).tools.forBuiltin[name]?.execute?.(input, call);
      expect(JSON.stringify(builtin), name).toContain('Kubernetes');
    }
    const { preferences, models } = test.perch.services;
    expect(await models.mayReadCv(userId)).toBe(false);
    const model = { provider: 'openai' as const, address: null, chat: 'any', extraction: null, writing: null };
    await preferences.changeModel(userId, { model });
    await preferences.change(userId, { cvGoesTo: 'api.openai.com' });
    // Tests run without models: nobody is asked, so nobody may read.
    expect(await models.mayReadCv(userId)).toBe(false);
    await preferences.changeModel(userId, { model: null });
    await preferences.change(userId, { cvGoesTo: null });
    await test.perch.services.cvs.remove({ userId, cvId: id });
  });
});
