/** The stand-in must be believable: the real client of the product reads both of its dialects. */
import { createOpenAI } from '@ai-sdk/openai';
import { isStepCount, streamText, tool } from 'ai';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startStandInModel, type StandInModel } from './stand-in-model.ts';

let server: StandInModel | undefined;
afterEach(async () => await server?.close());

describe.each(['chat', 'responses'] as const)('the stand-in model speaking %s', (dialect) => {
  it('calls a tool and answers from its result', async () => {
    server = await startStandInModel(({ results }) =>
      results.length === 0
        ? { text: 'One moment. ', calls: [{ name: 'set_filter', input: { set: { skills: ['Python'] } } }] }
        : { text: `It said ${results.join()}` },
    );
    const openai = createOpenAI({ baseURL: server.url, apiKey: 'none' });
    const inputs: unknown[] = [];
    const result = streamText({
      model: dialect === 'chat' ? openai.chat('stand-in') : openai('stand-in'),
      prompt: 'Python jobs',
      stopWhen: isStepCount(3),
      tools: {
        set_filter: tool({
          inputSchema: z.object({ set: z.unknown() }),
          execute: (input) => {
            inputs.push(input);
            return 'forty-four';
          },
        }),
      },
    });
    expect(await result.text).toContain('forty-four');
    expect(inputs).toEqual([{ set: { skills: ['Python'] } }]);
    expect(server.asked.map((asked) => [asked.dialect, asked.text, asked.tools])).toEqual([
      [dialect, 'Python jobs', ['set_filter']],
      [dialect, 'Python jobs', ['set_filter']],
    ]);
  });

  it.each(['fail', 'cut'] as const)('can %s', async (way) => {
    server = await startStandInModel(() => way);
    const openai = createOpenAI({ baseURL: server.url, apiKey: 'none' });
    const result = streamText({
      model: dialect === 'chat' ? openai.chat('stand-in') : openai('stand-in'),
      prompt: 'Python jobs',
      maxRetries: 0,
      onError: () => undefined,
    });
    // A dropped line shows as an error part or as a stream that throws, depending on when it drops.
    const kinds: string[] = [];
    const read = async (): Promise<void> => {
      for await (const part of result.stream) kinds.push(part.type);
    };
    await read().catch(() => kinds.push('error'));
    expect(kinds).toContain('error');
    expect(kinds).not.toContain('tool-call');
  });
});
