/**
 * `npm test`: every gate the project has, the same here and in CI. `npm test -- types lint` runs only those.
 * Prints a line for each gate, then what failed and why, then a summary, then `N passed, N failed`.
 */
import { join } from 'node:path';
import { GATES, type Gate } from './check/gates.ts';
import { type GateResult, runGate } from './check/run-gate.ts';

const root = join(import.meta.dirname, '..');
/** Two at a time: the gates are single-threaded for the most part, and small machines have two cores. */
const AT_ONCE = 2;
const MOST_SKIPPED_SHOWN = 12;

function report(result: GateResult): void {
  const mark = result.ok ? 'ok  ' : 'FAIL';
  const tests = result.gate.countsTests ? `, ${result.passed} passed, ${result.failed} failed` : '';
  const time = `${result.seconds.toFixed(1)} s`.padStart(8);
  console.log(`${mark} ${result.gate.name.padEnd(13)}${time}  ${result.gate.promise}${tests}`);
  if (result.skipped.length > 0) console.log(`     ${result.skipped.length} left out:`);
  for (const name of result.skipped.slice(0, MOST_SKIPPED_SHOWN)) console.log(`       ${name}`);
  if (result.skipped.length > MOST_SKIPPED_SHOWN) console.log('       …');
  if (!result.ok) console.log(`\n${result.output.trim()}\n`);
}

async function runAll(gates: readonly Gate[]): Promise<GateResult[]> {
  const results: GateResult[] = [];
  const work = async (queue: Gate[]): Promise<void> => {
    for (let gate = queue.shift(); gate !== undefined; gate = queue.shift()) {
      const result = await runGate(gate, root);
      report(result);
      results.push(result);
    }
  };
  const together = gates.filter((gate) => !gate.alone);
  await Promise.all(Array.from({ length: AT_ONCE }, async () => work(together)));
  await work(gates.filter((gate) => gate.alone));
  return results;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !GATES.some((gate) => gate.name === name));
if (unknown.length > 0) {
  console.error(`No such gate: ${unknown.join(', ')}. There are: ${GATES.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const started = performance.now();
const results = await runAll(GATES.filter(({ name }) => wanted.length === 0 || wanted.includes(name)));
const broken = results.filter(({ ok }) => !ok);
const seconds = Math.round((performance.now() - started) / 1000);
const skipped = results.flatMap((result) => result.skipped).length;
const leftOut = skipped > 0 ? ` ${skipped} tests were left out.` : '';
console.log(
  broken.length === 0
    ? `\nAll ${results.length} gates are open, in ${seconds} s.${leftOut}`
    : `\n${broken.length} of ${results.length} gates failed, in ${seconds} s: ${broken.map(({ gate }) => gate.name).join(', ')}.${leftOut}`,
);
const total = (key: 'passed' | 'failed') => results.reduce((sum, result) => sum + result[key], 0);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = broken.length === 0 ? 0 : 1;
