/** Notices a model that makes the same calls over and over. */

/** Steps in a row with the very same calls before it is stopped. */
const PATIENCE = 3;

interface Step {
  toolCalls: readonly { toolName: string; input: unknown }[];
}

/** True when the last steps made the same calls and nothing else. A stop condition of the AI SDK. */
export function repeatsItself({ steps }: { steps: readonly Step[] }): boolean {
  const calls = steps.slice(-PATIENCE).map(callsOf);
  return calls.length === PATIENCE && calls[0] !== '[]' && new Set(calls).size === 1;
}

function callsOf({ toolCalls }: Step): string {
  return JSON.stringify(toolCalls.map(({ toolName, input }) => [toolName, input]));
}
