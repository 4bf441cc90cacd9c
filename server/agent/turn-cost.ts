/** Adds up what the calls to a model have cost in one turn. */
import type { Spent } from '../accounts/model-service.ts';

export interface TurnCost {
  add(model: string, spent: Spent): void;
  /** Null when no model was asked. */
  total(): (Spent & { model: string }) | null;
}

export function createTurnCost(): TurnCost {
  let asked = '';
  let sum: Spent = { calls: 0, inputTokens: 0, outputTokens: 0 };
  return {
    add(model, { calls, inputTokens, outputTokens }) {
      asked = model;
      sum = {
        calls: sum.calls + calls,
        inputTokens: sum.inputTokens + inputTokens,
        outputTokens: sum.outputTokens + outputTokens,
      };
    },
    total: () => (sum.calls === 0 ? null : { model: asked, ...sum }),
  };
}
