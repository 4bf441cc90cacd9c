/**
 * A model whose tool calls are mended before they are run: calls printed as text become calls, names and JSON that
 * are nearly right become right. What cannot be mended goes on as it is, and the model hears what was wrong.
 */
import type { LanguageModelV4StreamPart, LanguageModelV4ToolCall } from '@ai-sdk/provider';
import { newId } from '../kernel/ids.ts';
import { knownName, type ReadCall } from './call-shapes.ts';
import { parseLenient } from './lenient-json.ts';
import type { Model } from './models.ts';
import { createPrintedCallReader, type Piece, type PrintedCallReader } from './printed-calls.ts';

type Part = LanguageModelV4StreamPart;

/** Streams only are mended; whole answers are taken as they are. */
export function mendModel(model: Model): Model {
  return {
    specificationVersion: 'v4',
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,
    doGenerate: async (options) => await model.doGenerate(options),
    async doStream(options) {
      const names = (options.tools ?? []).map(({ name }) => name);
      const result = await model.doStream(options);
      return names.length === 0 ? result : { ...result, stream: result.stream.pipeThrough(mender(names)) };
    },
  };
}

function mender(names: readonly string[]): TransformStream<Part, Part> {
  const readers = new Map<string, PrintedCallReader>();
  let printed: ReadCall[] = [];
  const pass = (id: string, pieces: readonly Piece[], controller: TransformStreamDefaultController<Part>): void => {
    for (const piece of pieces) {
      if ('call' in piece) printed.push(piece.call);
      // Line ends around a call that was taken out would stand alone.
      else if (printed.length === 0 || piece.text.trim() !== '')
        controller.enqueue({ type: 'text-delta', id, delta: piece.text });
    }
  };
  return new TransformStream<Part, Part>({
    transform(part, controller) {
      switch (part.type) {
        case 'text-start':
          readers.set(part.id, createPrintedCallReader(names));
          controller.enqueue(part);
          break;
        case 'text-delta':
          pass(part.id, readers.get(part.id)?.take(part.delta) ?? [{ text: part.delta }], controller);
          break;
        case 'text-end':
          pass(part.id, readers.get(part.id)?.end() ?? [], controller);
          controller.enqueue(part);
          break;
        case 'tool-call':
          controller.enqueue(mendCall(part, names));
          break;
        case 'finish': {
          for (const { name, input } of printed)
            controller.enqueue({
              type: 'tool-call',
              toolCallId: newId(),
              toolName: name,
              input: JSON.stringify(input),
            });
          const called = printed.length > 0;
          printed = [];
          controller.enqueue(called ? { ...part, finishReason: { unified: 'tool-calls', raw: undefined } } : part);
          break;
        }
        default:
          controller.enqueue(part);
      }
    },
  });
}

function mendCall(call: LanguageModelV4ToolCall, names: readonly string[]): LanguageModelV4ToolCall {
  const input = parseLenient(call.input === '' ? '{}' : call.input);
  return {
    ...call,
    toolName: knownName(call.toolName, names) ?? call.toolName,
    input: input === undefined ? call.input : JSON.stringify(input),
  };
}
