/** One run of the AI SDK's tool loop, its stream turned into Perch's chunks. */
import { isStepCount, type ModelMessage, ToolLoopAgent, type ToolSet } from 'ai';
import type { Chunk } from '../conversations/message.ts';
import type { ChosenAssistant } from './assistants.ts';
import { repeatsItself } from './repeats.ts';
import { createTextJoiner, type TextJoiner } from './whole-characters.ts';

/** Model calls in one turn; enough for clear, set, fetch, count and an answer. */
const MAX_STEPS = 8;
/** The last of them has no tools: a model that goes round in circles is made to answer. */
const LAST_STEP = MAX_STEPS - 1;
/** An answer that trickles for longer than this is ended; silence is noticed much earlier, by the guarded model. */
const LONGEST_MS = 180_000;

/**
 * Runs the loop until the model has answered. Rejects when the model fails, hangs or is stopped by `signal`;
 * what was pushed until then stays pushed.
 */
export async function runModelLoop(options: {
  who: ChosenAssistant;
  messages: ModelMessage[];
  tools: ToolSet;
  isModel: boolean;
  signal: AbortSignal;
  now(): Date;
  push(chunk: Chunk): void;
}): Promise<void> {
  const { signal, who } = options;
  const agent = new ToolLoopAgent({
    model: who.model,
    instructions: who.instructions,
    tools: options.tools,
    stopWhen: options.isModel ? [isStepCount(MAX_STEPS), repeatsItself] : isStepCount(MAX_STEPS),
    ...(who.maxOutputTokens === null ? {} : { maxOutputTokens: who.maxOutputTokens }),
    prepareStep: ({ stepNumber }) => (options.isModel && stepNumber >= LAST_STEP ? { activeTools: [] } : {}),
    // The guarded model tries again itself, where nothing was said or done yet.
    maxRetries: 0,
    // The error is thrown below; the SDK's own way is to print it, with all that people wrote.
    onError: () => undefined,
    timeout: { totalMs: LONGEST_MS },
  });
  const result = await agent.stream({ messages: options.messages, abortSignal: signal });
  const texts = new Map<string, TextJoiner>();
  let step = 0;
  for await (const part of result.stream) {
    signal.throwIfAborted();
    // A model may use one text id in every step; ours are unique in the message.
    const textId = 'id' in part ? `${options.isModel ? 'model' : 'builtin'}-${step}-${part.id}` : '';
    switch (part.type) {
      case 'start-step':
        step += 1;
        break;
      case 'text-start':
        break;
      case 'text-delta':
        pushText(texts, textId, part.text, options.push);
        break;
      case 'text-end':
        if (texts.has(textId)) options.push({ type: 'text-end', id: textId });
        break;
      case 'tool-error':
        pushRefusedCall(part, options.now(), options.push);
        break;
      case 'error':
        throw part.error;
      case 'abort':
        signal.throwIfAborted();
        break;
      default:
        break;
    }
  }
  signal.throwIfAborted();
}

/** Pushes the whole characters of a piece of text; the first piece begins it. */
function pushText(texts: Map<string, TextJoiner>, id: string, piece: string, push: (chunk: Chunk) => void): void {
  const joiner = texts.get(id) ?? createTextJoiner();
  const delta = joiner.take(piece);
  if (!texts.has(id) && piece !== '') {
    texts.set(id, joiner);
    push({ type: 'text-start', id });
  }
  if (delta !== '') push({ type: 'text-delta', id, delta });
}

/** A call that never reached the registry (unknown name, malformed input) is shown, too; the model hears why. */
function pushRefusedCall(
  part: { toolCallId: string; toolName: string; input: unknown },
  now: Date,
  push: (chunk: Chunk) => void,
): void {
  const { toolCallId, toolName } = part;
  push({ type: 'tool-input-available', toolCallId, toolName, input: part.input ?? null, at: now.toISOString() });
  push({
    type: 'tool-output-error',
    toolCallId,
    error: {
      en: 'The model asked for something that does not exist or made no sense. Nothing was changed.',
      de: 'Das Modell wollte etwas, das es nicht gibt oder keinen Sinn ergab. Nichts wurde geändert.',
      uk: 'Модель попросила те, чого немає або що не має сенсу. Нічого не змінено.',
    },
    elapsedMs: 0,
  });
}
