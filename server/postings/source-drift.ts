/**
 * What a fetch's items miss, measured against how this very source usually is: its last good runs, and before there are
 * enough of them what was recorded when the adapter was written. Pure.
 */
import { type Drift, type FieldShares, findDrift, FEWEST_ITEMS } from './sources/drift.ts';
import type { FetchReport } from './sources/source.ts';

/** A run that ended well, newest first where there are several. */
export type PastRun = { items: number | null; shares: FieldShares | null; refused: number; drift: readonly Drift[] };

/** The name under which items that could not be read at all drift. */
export const WHOLE_ITEM = '*';

/** Fewer runs are no habit. */
const FEWEST_RUNS = 3;
const MOST_RUNS = 8;
/** Less than this of a list unreadable is nothing to speak of, whatever is usual. */
const BORNE_REFUSED = 0.1;
const LEAST_REFUSED = 2;

/**
 * How often each field is filled usually. A run in which it was missing is no habit, or what stays away would soon count
 * as never there; only `ownHabits`, an employer's board that never filled it at all, is believed.
 */
export function usualShares(recorded: FieldShares, past: readonly PastRun[], ownHabits: boolean): FieldShares {
  const counting = past.filter(({ items, shares }) => shares !== null && (items ?? 0) >= FEWEST_ITEMS);
  return Object.fromEntries(
    Object.entries(recorded).map(([field, share]) => {
      const isFlagged = (run: PastRun): boolean => run.drift.some((drift) => drift.field === field);
      const sound = counting.filter((run) => !isFlagged(run)).slice(0, MOST_RUNS);
      if (sound.length >= FEWEST_RUNS) return [field, median(sound.map(({ shares }) => shares?.[field] ?? 0))];
      const isNeverThere = sound.length === 0 && counting.length >= FEWEST_RUNS;
      return [field, isNeverThere && ownHabits ? 0 : share];
    }),
  );
}

/** The fields that have gone, and `*` when more than usual could not be read at all. */
export function driftOf(
  report: Pick<FetchReport, 'items' | 'shares' | 'usual'>,
  refused: number,
  past: readonly PastRun[],
  ownHabits: boolean,
): Drift[] {
  const { items, shares } = report;
  const fields = findDrift(usualShares(report.usual, past, ownHabits), shares, items);
  if (items < FEWEST_ITEMS || refused < LEAST_REFUSED) return fields;
  const before = past
    .filter((run) => (run.items ?? 0) >= FEWEST_ITEMS && !run.drift.some(({ field }) => field === WHOLE_ITEM))
    .slice(0, MOST_RUNS)
    .map((run) => refusedShare(run.refused, run.items ?? 0));
  const usual = before.length >= FEWEST_RUNS ? median(before) : 0;
  const now = refusedShare(refused, items);
  if (now <= Math.max(BORNE_REFUSED, usual * 2)) return fields;
  return [{ field: WHOLE_ITEM, usual: 1 - usual, now: 1 - now }, ...fields];
}

/** One item may hold several openings, each of which may be refused. */
function refusedShare(refused: number, items: number): number {
  return Math.min(1, refused / items);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
