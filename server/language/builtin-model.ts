/**
 * The built-in assistant as a language model: a pure function of the prompt. Each step either makes the next
 * call of what the sentence means, or, when all is done, answers from the results. It goes through the same agent
 * loop as any other model, costs nothing and needs no network.
 */
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4FinishReason,
  LanguageModelV4StreamPart,
  LanguageModelV4Usage,
} from '@ai-sdk/provider';
import { answer } from './answers/answers.ts';
import { readPrompt } from './builtin-prompt.ts';
import type { Language } from '../kernel/text.ts';
import { gloss } from './gloss/gloss.ts';
import type { Call } from './meaning.ts';
import { clean } from './normalise.ts';
import { failureSchema } from './answers/results.ts';
import { understand } from './understand.ts';

/** More calls than this are not made for one sentence; the agent's step limit lies above it. */
const MOST_CALLS = 6;

interface Step {
  text: string | null;
  call: (Call & { id: string }) | null;
}

/** Resolves when the next word may be said, and at once when the turn is aborted. */
export type BeforeWord = (signal: AbortSignal | undefined) => Promise<void>;

export interface BuiltinModelOptions {
  /** Each word of an answer waits for it; without it they stream as fast as they are read. An abort ends the wait. */
  beforeWord?: BeforeWord;
}

/** Creates the model. Never throws for any prompt; an abort ends the stream with the signal's reason. */
export function createBuiltinModel(options: BuiltinModelOptions = {}): LanguageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'perch',
    modelId: 'builtin',
    supportedUrls: {},
    doGenerate: async (call) => {
      call.abortSignal?.throwIfAborted();
      const step = nextStep(call);
      return { content: contentOf(step), finishReason: finishOf(step), usage: NOTHING_USED, warnings: [] };
    },
    doStream: async (call) => ({ stream: streamOf(partsOf(nextStep(call)), options.beforeWord, call.abortSignal) }),
  };
}

/** What the assistant does next, given everything that was said and done in the turn. */
function nextStep(call: LanguageModelV4CallOptions): Step {
  const offered = new Set(call.toolChoice?.type === 'none' ? [] : (call.tools ?? []).map((tool) => tool.name));
  const { data, words, done, told, asked } = readPrompt(call.prompt);
  const { filter, today = '', onScreen, spokenOf } = data;
  const meaning = understand(words, { filter, today, onScreen, spokenOf });
  const wanted = meaning.calls.filter((one) => offered.has(one.name)).slice(0, MOST_CALLS);
  const refused =
    offered.size === 0 && done.length > 0
      ? []
      : meaning.calls.filter((one) => !offered.has(one.name)).map((one) => one.name);
  // A page is English unless the person chose; then the conversation so far tells more.
  const spoken = data.language === 'en' ? languageOf(asked) : null;
  const language = meaning.language ?? spoken ?? data.language;
  const failed = done.some((one) => failureSchema.safeParse(one.output).success);
  const next = failed ? undefined : wanted[done.length];
  // One call a step: what comes later ("and export them") must see what came before.
  if (next !== undefined)
    return { text: null, call: { ...next, id: `builtin-${done.length + 1}-${fingerprint(words)}` } };
  return {
    text: answer(meaning, done, refused, language, told),
    call: null,
  };
}

/** The language of the conversation so far, for a message whose words tell none. */
function languageOf(asked: readonly string[]): Language | null {
  for (const text of asked) {
    const { language } = gloss(clean(text));
    if (language !== null) return language;
  }
  return null;
}

const NOTHING_USED: LanguageModelV4Usage = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
};

function finishOf(step: Step): LanguageModelV4FinishReason {
  return { unified: step.call === null ? 'stop' : 'tool-calls', raw: undefined };
}

function contentOf(step: Step): LanguageModelV4Content[] {
  if (step.call !== null)
    return [
      { type: 'tool-call', toolCallId: step.call.id, toolName: step.call.name, input: JSON.stringify(step.call.input) },
    ];
  return [{ type: 'text', text: step.text ?? '' }];
}

function partsOf(step: Step): LanguageModelV4StreamPart[] {
  const parts: LanguageModelV4StreamPart[] = [{ type: 'stream-start', warnings: [] }];
  if (step.call !== null) {
    const { id, name } = step.call;
    const input = JSON.stringify(step.call.input);
    parts.push({ type: 'tool-input-start', id, toolName: name });
    for (const delta of input.match(/[^]{1,40}/gu) ?? []) parts.push({ type: 'tool-input-delta', id, delta });
    parts.push({ type: 'tool-input-end', id }, { type: 'tool-call', toolCallId: id, toolName: name, input });
  } else {
    const id = 'answer';
    parts.push({ type: 'text-start', id });
    for (const delta of (step.text ?? '').match(/\s*\S+/g) ?? []) parts.push({ type: 'text-delta', id, delta });
    parts.push({ type: 'text-end', id });
  }
  parts.push({ type: 'finish', finishReason: finishOf(step), usage: NOTHING_USED });
  return parts;
}

function streamOf(
  parts: readonly LanguageModelV4StreamPart[],
  beforeWord: BeforeWord | undefined,
  signal: AbortSignal | undefined,
): ReadableStream<LanguageModelV4StreamPart> {
  let index = 0;
  return new ReadableStream<LanguageModelV4StreamPart>({
    async pull(controller) {
      const part = parts[index];
      if (part?.type === 'text-delta') await beforeWord?.(signal);
      if (signal?.aborted === true) {
        controller.error(signal.reason);
        return;
      }
      if (part === undefined) {
        controller.close();
        return;
      }
      index += 1;
      controller.enqueue(part);
    },
  });
}

/** A short number of the words, so that call ids differ between turns and repeat for the same prompt. */
function fingerprint(words: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < words.length; index += 1)
    hash = Math.imul(hash ^ words.charCodeAt(index), 0x01000193) >>> 0;
  return hash.toString(36);
}
