/** Work that several may wait for: asked for twice it runs once, and it stops early only when nobody waits any more. */

export type Asker<Progress> = { signal: AbortSignal; progress: (progress: Progress) => void };

export type SharedRuns<Progress, Outcome> = {
  /** Joins the run of this name, or starts it. Rejects with the signal's reason when this asker goes and others stay. */
  join: (
    name: string,
    asker: Asker<Progress>,
    start: (signal: AbortSignal, progress: (progress: Progress) => void) => Promise<Outcome>,
  ) => Promise<Outcome>;
  names: () => ReadonlySet<string>;
};

type Run<Progress, Outcome> = {
  outcome: Promise<Outcome>;
  askers: Set<Asker<Progress>>;
  last: Progress | null;
  stop: AbortController;
};

/** Creates an empty set of runs. */
export function createSharedRuns<Progress, Outcome>(): SharedRuns<Progress, Outcome> {
  const runs = new Map<string, Run<Progress, Outcome>>();

  const leave = async (run: Run<Progress, Outcome>, asker: Asker<Progress>): Promise<Outcome> => {
    run.askers.delete(asker);
    // The last one to go waits for the end: what was written by then is told.
    if (run.askers.size > 0) throw asker.signal.reason;
    run.stop.abort(asker.signal.reason);
    return await run.outcome;
  };

  return {
    names: () => new Set(runs.keys()),
    join: async (name, asker, start) => {
      let run = runs.get(name);
      if (run === undefined) {
        const stop = new AbortController();
        const askers = new Set<Asker<Progress>>();
        const tell = (progress: Progress): void => {
          const standing = runs.get(name);
          if (standing !== undefined) standing.last = progress;
          for (const { progress: listener } of askers) listener(progress);
        };
        askers.add(asker);
        const outcome = start(stop.signal, tell).finally(() => void runs.delete(name));
        run = { outcome, askers, last: null, stop };
        runs.set(name, run);
      } else {
        run.askers.add(asker);
        if (run.last !== null) asker.progress(run.last);
      }
      const standing = run;
      if (asker.signal.aborted) return await leave(standing, asker);
      return await new Promise<Outcome>((resolve, reject) => {
        const onAbort = (): void => void leave(standing, asker).then(resolve, reject);
        asker.signal.addEventListener('abort', onAbort, { once: true });
        standing.outcome.then(resolve, reject).finally(() => asker.signal.removeEventListener('abort', onAbort));
      });
    },
  };
}
