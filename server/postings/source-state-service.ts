/** How the sources stand, for the page and for who asks after them. */
import type { Store } from '../store/store.ts';
import { countBySource } from './posting-repository.ts';
import { BUDGET_MS } from './request-budget.ts';
import { describeHealth, type SourceHealth } from './source-health.ts';
import { lastRuns, recentRuns, requestsSince } from './source-run-repository.ts';
import type { SourceState } from './source-state.ts';
import { describeSources } from './source-states.ts';
import { type Source, sourceKey } from './sources/source.ts';

export type SourceStateService = {
  /** The boards and this person's employers. */
  sourceStates: (options: { userId: string }) => Promise<SourceState[]>;
  /** The boards and this person's employers, with their last runs. */
  sourceHealth: (options: { userId: string }) => Promise<SourceHealth[]>;
};

/** Past runs of a source that are told. */
const HISTORY = 14;

export function createSourceStateService({
  store,
  clock,
  sources,
  followed,
  running,
}: {
  store: Store;
  clock: () => Date;
  sources: readonly Source[];
  followed: (by: { userId: string }) => Promise<Source[]>;
  running: () => ReadonlySet<string>;
}): SourceStateService {
  const statesOf = async (all: readonly Source[]): Promise<SourceState[]> => {
    const [runs, done, stored] = await store.asSystem(
      'sources',
      async (unit) => [await lastRuns(unit), await lastRuns(unit, 'done'), await countBySource(unit)] as const,
    );
    // Nobody else can be at it: a run that seems alive is a dead process's.
    const known = runs.map((run) => ({ ...run, isAlive: run.isAlive && store.engine !== 'embedded' }));
    return describeSources({ sources: all, runs: known, done, stored, running: running(), now: clock() });
  };

  return {
    sourceStates: async ({ userId }) => await statesOf([...sources, ...(await followed({ userId }))]),
    sourceHealth: async ({ userId }) => {
      const all = [...sources, ...(await followed({ userId }))];
      const since = new Date(clock().getTime() - BUDGET_MS);
      const [runs, spent] = await store.asSystem(
        'sources',
        async (unit) =>
          [await recentRuns(unit, all.map(sourceKey), HISTORY), await requestsSince(unit, since)] as const,
      );
      return describeHealth(all, await statesOf(all), runs, spent);
    },
  };
}
