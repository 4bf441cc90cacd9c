/**
 * The registry as the tools of one turn. Calls run one after another in the order the model made them, although
 * the AI SDK starts a step's calls together: "clear, then set" must not race.
 */
import { type ToolSet, tool } from 'ai';
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
  tools: ToolSet;
  /** Every call so far, in order, also those that failed. */
  called: CalledTool[];
  /** True once an action that changes something has run. */
  hasActed(): boolean;
}

export function createTurnTools(options: {
  registry: Registry;
  context: Omit<ActionContext, 'progress' | 'signal'>;
  signal: AbortSignal;
  clock: Clock;
  logger: Logger;
  push(chunk: Chunk): void;
}): TurnTools {
  const { registry, clock, push } = options;
  const called: CalledTool[] = [];
  let acted = false;
  let queue: Promise<unknown> = Promise.resolve();

  const run = async (name: string, input: unknown, toolCallId: string): Promise<unknown> => {
    const started = clock();
    const elapsed = (): number => clock().getTime() - started.getTime();
    push({ type: 'tool-input-available', toolCallId, toolName: name, input, at: started.toISOString() });
    try {
      options.signal.throwIfAborted();
      const result = await registry.run(name, input, {
        ...options.context,
        signal: options.signal,
        progress: (outcome) => push({ type: 'tool-progress', toolCallId, outcome }),
      });
      acted ||= registry.find(name)?.effect !== 'read';
      push({ type: 'tool-output-available', toolCallId, outcome: result.outcome, elapsedMs: elapsed() });
      return result.forModel;
    } catch (error) {
      if (!(error instanceof PerchError)) options.logger.error({ error, action: name }, 'an action failed');
      const text = toLocalized(error);
      push({ type: 'tool-output-error', toolCallId, error: text, elapsedMs: elapsed() });
      return { error: text.en };
    }
  };

  const tools: ToolSet = {};
  for (const action of registry.actions) {
    tools[action.name] = tool({
      description: action.description,
      inputSchema: action.input,
      execute: async (input: unknown, { toolCallId }) => {
        called.push({ name: action.name, input });
        const result = queue.then(async () => await run(action.name, input, toolCallId));
        queue = result;
        return await result;
      },
    });
  }
  return { tools, called, hasActed: () => acted };
}
