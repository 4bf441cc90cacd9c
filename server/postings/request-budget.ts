/** What is left of the requests that a board allows the operator's key in 24 hours. Pure. */
import { type Source, sourceKey } from './sources/source.ts';

export const BUDGET_MS = 86_400_000;

/** `nextAt`: when the first of what was asked no longer counts; null while nothing was. */
export type RequestBudget = { requests: number; perDay: number; nextAt: string | null };

/** Null for a source without such a limit. `spent` is what each source asked in the last 24 hours. */
export function budgetOf(
  source: Source,
  spent: readonly { source: string; requests: number; first: string }[],
): RequestBudget | null {
  const { requestsPerDay } = source.policy;
  if (requestsPerDay === undefined) return null;
  const own = spent.find((row) => row.source === sourceKey(source));
  const nextAt = own === undefined ? null : new Date(Date.parse(own.first) + BUDGET_MS).toISOString();
  return { requests: own?.requests ?? 0, perDay: requestsPerDay, nextAt };
}
