/** How sources have been doing: their state, from when they may be asked again, what went missing, their last runs. Pure. */
import { z } from 'zod';
import { budgetOf } from './request-budget.ts';
import type { RunRow } from './source-run-repository.ts';
import { sourceStateSchema } from './source-state.ts';
import type { SourceState } from './source-state.ts';
import { type Source, sourceKey } from './sources/source.ts';

const pastRun = z.object({
  state: z.enum(['done', 'failed']),
  endedAt: z.iso.datetime(),
  /** Items that the board listed, readable or not; null when it was not noted. */
  items: z.number().int().nullable(),
  added: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  closed: z.number().int(),
  refused: z.number().int(),
  /** Fields were missing that used to be there. */
  drifted: z.boolean(),
});

export const sourceHealthSchema = sourceStateSchema.extend({
  attribution: z.string(),
  nextAllowedAt: z.iso.datetime().nullable(),
  /** Shares between 0 and 1: how often the field is filled usually, and in the last run. */
  drift: z.array(z.object({ field: z.string(), usual: z.number(), now: z.number() })),
  /** What the operator's key has asked in 24 hours, and may ask; null where there is no limit. */
  budget: z.object({ requests: z.number().int(), perDay: z.number().int() }).nullable(),
  /** The last runs, newest first. */
  history: z.array(pastRun),
});
export type SourceHealth = z.infer<typeof sourceHealthSchema>;

/** Joins what is known of each source. */
export function describeHealth(
  sources: readonly Source[],
  states: readonly SourceState[],
  runs: readonly RunRow[],
  spent: Parameters<typeof budgetOf>[1],
): SourceHealth[] {
  return sources.flatMap((source) => {
    const key = sourceKey(source);
    const state = states.find((one) => one.source === key);
    if (state === undefined) return [];
    const own = runs.filter((run) => run.source === key);
    const budget = budgetOf(source, spent);
    return [
      {
        ...state,
        attribution: source.policy.attribution,
        budget: budget === null ? null : { requests: budget.requests, perDay: budget.perDay },
        nextAllowedAt: own[0]?.nextAllowedAt ?? null,
        drift: own.find(({ state: ended }) => ended === 'done')?.drift ?? [],
        history: own.flatMap((run) =>
          run.state === 'running' || run.endedAt === null
            ? []
            : [
                {
                  state: run.state,
                  endedAt: run.endedAt,
                  items: run.items,
                  added: run.added,
                  updated: run.updated,
                  unchanged: run.unchanged,
                  closed: run.closed,
                  refused: run.refused,
                  drifted: run.drift.length > 0,
                },
              ],
        ),
      },
    ];
  });
}
