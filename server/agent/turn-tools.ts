/**
 * The registry as the tools of one turn. Calls run one after another in the order the model made them, although
 * the AI SDK starts a step's calls together: "clear, then set" must not race.
 */
import { asSchema, jsonSchema, type ToolSet, tool } from 'ai';
import type { Registry } from '../../tools/registry.ts';
import type { ActionContext } from '../../tools/action.ts';
import type { Chunk } from '../conversations/message.ts';
import type { Clock } from '../kernel/clock.ts';
import { PerchError, toLocalized } from '../kernel/errors.ts';
import type { Logger } from '../kernel/logger.ts';

export interface CalledTool {
  name: string;
  /** As it was said, before anything was resolved. */
  input: unknown;
}

export interface TurnTools {
  forBuiltin: ToolSet;
  /** The same; what was called in an earlier step with the same input is not done again. */
  forModel: ToolSet;
  /** Every call so far, in order, also those that failed. */
  called: CalledTool[];
  /** True once an action that changes something has run. */
  hasActed(): boolean;
  /** True once something waits for the person's approval. */
  hasAsked(): boolean;
  /** How many calls have done what they were for. */
  succeeded(): number;
}

export function createTurnTools(options: {
  registry: Registry;
  context: Omit<ActionContext, 'progress' | 'signal' | 'tainted'>;
  signal: AbortSignal;
  /** Whether a model may hear what the CV says. */
  mayReadCv(): Promise<boolean>;
  clock: Clock;
  logger: Logger;
  push(chunk: Chunk): void;
}): TurnTools {
  const { registry, clock, push } = options;
  const called: CalledTool[] = [];
  const results = new Map<string, { step: number; result: unknown }>();
  let acted = false;
  let asked = false;
  let succeeded = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const run = async (name: string, input: unknown, toolCallId: string, isModel: boolean): Promise<unknown> => {
    const started = clock();
    const elapsed = (): number => clock().getTime() - started.getTime();
    push({ type: 'tool-input-available', toolCallId, toolName: name, input, at: started.toISOString() });
    try {
      options.signal.throwIfAborted();
      const result = await registry.run(name, input, {
        ...options.context,
        // A model has read titles and companies of postings, which are other people's words. The built-in assistant
        // makes its calls from the message alone, and guarded ones only when the whole message is that order.
        tainted: isModel,
        signal: options.signal,
        progress: (outcome) => push({ type: 'tool-progress', toolCallId, outcome }),
      });
      acted ||= registry.find(name)?.effect !== 'read';
      succeeded += 1;
      push({ type: 'tool-output-available', toolCallId, outcome: result.outcome, elapsedMs: elapsed() });
      return result.forModel;
    } catch (error) {
      if (!(error instanceof PerchError)) options.logger.error({ error, action: name }, 'an action failed');
      const text = toLocalized(error);
      if (error instanceof PerchError && error.code === 'needs_approval') {
        asked = true;
        push({ type: 'tool-approval-request', toolCallId, text });
        return { error: `${text.en} ${ASKED}`, say: text, code: error.code };
      }
      push({ type: 'tool-output-error', toolCallId, error: text, elapsedMs: elapsed() });
      // The built-in assistant answers with the sentence itself; a model writes its own.
      return { error: text.en, say: text, code: error instanceof PerchError ? error.code : undefined };
    }
  };

  /** `step` is the number of messages that the call answers to: it grows with each step. */
  const once = async (name: string, input: unknown, toolCallId: string, step: number): Promise<unknown> => {
    const key = JSON.stringify([name, input]);
    const known = results.get(key);
    if (known !== undefined && known.step < step) return { error: ALREADY_DONE, result: known.result };
    const result = await run(name, input, toolCallId, true);
    // What failed may work after something else was mended.
    if (isFailure(result)) {
      if (result.code === 'needs_approval') results.set(key, { step, result: result.error });
      return { error: result.error };
    }
    const heard = registry.find(name)?.tellsOfCv === true && !(await options.mayReadCv()) ? CV_IS_PRIVATE : result;
    results.set(key, { step, result: heard });
    return heard;
  };

  const toolsFor = (isModel: boolean): ToolSet =>
    Object.fromEntries(
      registry.actions.map(({ name, description, input: schema }) => [
        name,
        tool({
          description,
          // Described to the model as it is, but checked by the registry, which first reads names into codes.
          inputSchema: jsonSchema(() => asSchema(schema).jsonSchema, {
            validate: (value) => ({ success: true, value }),
          }),
          execute: async (input: unknown, { toolCallId, messages }) => {
            called.push({ name, input });
            const result = queue.then(
              async () =>
                await (isModel ? once(name, input, toolCallId, messages.length) : run(name, input, toolCallId, false)),
            );
            queue = result;
            return await result;
          },
        }),
      ]),
    );
  return {
    forBuiltin: toolsFor(false),
    forModel: toolsFor(true),
    called,
    hasActed: () => acted,
    hasAsked: () => asked,
    succeeded: () => succeeded,
  };
}

/** What a model hears instead of words of the CV. */
const CV_IS_PRIVATE = {
  done: true,
  note: 'It was done, and the person sees the result on the page. You do not see it: the person has not agreed that this model may read their CV. They can allow it under “My CV”.',
};
const ALREADY_DONE =
  'This was called before in this turn with the same input and was not done again; the result of then is below. Answer now.';

const ASKED =
  'The page shows buttons to approve or deny it under your answer. It is not done yet: say so, and do not call it again.';

function isFailure(result: unknown): result is { error: unknown; code?: unknown } {
  return typeof result === 'object' && result !== null && 'error' in result;
}
