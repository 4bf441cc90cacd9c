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

async function turn(): Promise<{ tools: TurnTools; chunks: Chunk[]; language(): Promise<string | null> }> {
  const { userId, conversationId, revision } = await test.freshContext();
  const chunks: Chunk[] = [];
  const tools = createTurnTools({
    registry: test.perch.registry,
    context: { userId, conversationId, revision, by: 'assistant' },
    signal: AbortSignal.timeout(20_000),
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
