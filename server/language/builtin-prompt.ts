/** Reads the prompt of a model call: the data block, the person's last words, and what this turn has done so far. */
import type { LanguageModelV4Message, LanguageModelV4ToolResultPart } from '@ai-sdk/provider';
import { z } from 'zod';
import { type DataBlock, parseDataBlock } from './data-block.ts';
import type { Done } from './answers/results.ts';

export interface TurnState {
  data: DataBlock;
  words: string;
  done: Done[];
  /** What was answered in earlier turns. */
  told: string[];
  /** What the person wrote in earlier turns, the latest first. */
  asked: string[];
}

const NO_DATA: DataBlock = { filter: {}, revision: 0, counts: null, onScreen: [], language: 'en' };
const inputSchema = z.record(z.string(), z.unknown());

/**
 * The state of the turn. The first data block of the turn counts; whatever looks like one in the person's own
 * words is words. Tool results after the last user message are what the turn has done.
 */
export function readPrompt(prompt: readonly LanguageModelV4Message[]): TurnState {
  const last = prompt.findLastIndex((message) => message.role === 'user');
  let first = last;
  while (first > 0 && prompt[first - 1]?.role === 'user') first -= 1;
  let data: DataBlock | null = null;
  const texts: string[] = [];
  for (const message of prompt.slice(Math.max(0, first), last + 1)) {
    if (message.role !== 'user') continue;
    for (const part of message.content) {
      if (part.type !== 'text') continue;
      const block: ReturnType<typeof parseDataBlock> = data === null ? parseDataBlock(part.text) : null;
      if (block === null) texts.push(part.text);
      else {
        data = block.data;
        if (block.rest.trim() !== '') texts.push(block.rest);
      }
    }
  }
  return {
    data: data ?? NO_DATA,
    words: texts.at(-1) ?? '',
    done: readDone(prompt.slice(last + 1)),
    told: readTold(prompt.slice(0, last)),
    asked: readAsked(prompt.slice(0, Math.max(0, first))),
  };
}

/** As many earlier messages tell the language of a conversation. */
const MOST_ASKED = 4;

function readAsked(messages: readonly LanguageModelV4Message[]): string[] {
  return messages
    .flatMap((message) =>
      message.role === 'user' ? message.content.flatMap((part) => (part.type === 'text' ? [part.text] : [])) : [],
    )
    .toReversed()
    .slice(0, MOST_ASKED);
}

function readTold(messages: readonly LanguageModelV4Message[]): string[] {
  return messages.flatMap((message) =>
    message.role === 'assistant' ? message.content.flatMap((part) => (part.type === 'text' ? [part.text] : [])) : [],
  );
}

function readDone(messages: readonly LanguageModelV4Message[]): Done[] {
  const inputs = new Map<string, Record<string, unknown>>();
  const done: Done[] = [];
  for (const message of messages) {
    if (message.role !== 'assistant' && message.role !== 'tool') continue;
    for (const part of message.content) {
      if (part.type === 'tool-call') {
        const input = inputSchema.safeParse(part.input);
        inputs.set(part.toolCallId, input.success ? input.data : {});
      }
      if (part.type === 'tool-result')
        done.push({ name: part.toolName, input: inputs.get(part.toolCallId) ?? {}, output: readOutput(part.output) });
    }
  }
  return done;
}

function readOutput(output: LanguageModelV4ToolResultPart['output']): unknown {
  switch (output.type) {
    case 'json':
    case 'error-json':
      return output.value;
    case 'text':
      return output.value;
    case 'error-text':
      return { error: output.value };
    case 'execution-denied':
      return { error: output.reason ?? 'not allowed' };
    case 'content':
      return null;
  }
}
