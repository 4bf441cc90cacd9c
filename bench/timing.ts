/** How long something takes, in CPU time of the whole process (all its threads) and by the clock. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { digits } from '../evals/figures.ts';

export interface Timing {
  /** Milliseconds of CPU each, all threads together. */
  cpu: number;
  /** Milliseconds by the clock. */
  median: number;
  p99: number;
  /** The longest time that nothing else could run, in milliseconds. */
  loopGap: number;
}

/** Runs `work` so many times, after some runs to get warm. */
export async function time(runs: number, work: (run: number) => Promise<unknown>): Promise<Timing> {
  for (let run = 0; run < Math.ceil(runs / 5); run += 1) await work(run);
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const before = process.cpuUsage();
  const walls: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work(run);
    walls.push(performance.now() - start);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { user, system } = process.cpuUsage(before);
  loop.disable();
  walls.sort((a, b) => a - b);
  const at = (share: number): number =>
    digits(walls[Math.min(walls.length - 1, Math.floor(walls.length * share))] ?? 0);
  return {
    cpu: digits((user + system) / 1000 / runs),
    median: at(0.5),
    p99: at(0.99),
    loopGap: digits(loop.max / 1e6),
  };
}
