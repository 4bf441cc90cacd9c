/** The gates of `npm test`, as a table. The order is the order in which they are printed. */

export interface Gate {
  name: string;
  /** Says in a few words what a pass means. */
  promise: string;
  command: readonly string[];
  /** Gates that use the whole machine run alone, after the others. */
  alone: boolean;
  /** Longest a gate may take, in minutes; a gate that hangs is a failed gate. */
  minutes: number;
  /** Vitest gates write their counts to a file; the others count as one check. */
  countsTests: boolean;
}

const quick = { alone: false, minutes: 5, countsTests: false };
const tests = { alone: true, minutes: 30, countsTests: true };

export const GATES: readonly Gate[] = [
  { name: 'format', promise: 'one layout of the code', command: ['biome', 'format', '.'], ...quick },
  { name: 'lint', promise: 'no known mistakes', command: ['oxlint', '--type-aware', '--deny-warnings'], ...quick },
  { name: 'types', promise: 'server, tools and scripts compile', command: ['tsc'], ...quick },
  { name: 'types-client', promise: 'the client compiles', command: ['tsc', '-p', 'client'], ...quick },
  {
    name: 'types-worker',
    promise: "the page's offline worker compiles",
    command: ['tsc', '-p', 'client/worker'],
    ...quick,
  },
  {
    name: 'templates',
    promise: 'the Lit templates fit their elements',
    command: ['lit-analyzer', '--strict', '--maxWarnings', '0', 'client/**/*.ts'],
    ...quick,
  },
  { name: 'unused', promise: 'nothing lies around unused', command: ['knip', '--no-progress'], ...quick },
  { name: 'arrows', promise: 'imports point right', command: ['node', 'scripts/arrows/check-arrows.ts'], ...quick },
  {
    name: 'unit',
    promise: 'each part keeps its promises',
    command: ['vitest', 'run', '--project', 'unit'],
    ...tests,
  },
  {
    name: 'e2e',
    promise: 'the whole keeps its promises, in a browser',
    command: ['vitest', 'run', '--project', 'e2e'],
    ...tests,
  },
];
