/** One run of the AI SDK's tool loop, its stream turned into Perch's chunks. */
import { isStepCount, type LanguageModel, type ModelMessage, ToolLoopAgent } from 'ai';
import type { Chunk } from '../conversations/message.ts';
import { modelLimits } from '../llm/models.ts';
import type { TurnTools } from './turn-tools.ts';
import { createTextJoiner, type TextJoiner } from './whole-characters.ts';

/** Model calls in one turn; enough for clear, set, fetch, count and an answer. */
const MAX_STEPS = 8;

/**
 * Runs the loop until the model has answered. Rejects when the model fails, hangs or is stopped by `signal`;
 * what was pushed until then stays pushed.
 */
export async function runModelLoop(options: {
  model: LanguageModel;
  instructions: string;
  messages: ModelMessage[];
  tools: TurnTools;
  signal: AbortSignal;
  now(): Date;
  push(chunk: Chunk): void;
}): Promise<void> {
  const { signal } = options;
  const agent = new ToolLoopAgent({
    model: options.model,
    instructions: options.instructions,
    tools: options.tools.tools,
    stopWhen: isStepCount(MAX_STEPS),
    ...modelLimits,
  });
  const result = await agent.stream({ messages: options.messages, abortSignal: signal });
  const texts = new Map<string, TextJoiner>();
  let step = 0;
  for await (const part of result.stream) {
    signal.throwIfAborted();
    // A model may use one text id in every step; ours are unique in the message.
    const textId = 'id' in part ? `${step}-${part.id}` : '';
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
