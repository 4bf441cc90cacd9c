/** Runs one gate as a process of its own and reads what it counted. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import type { Gate } from './gates.ts';

export interface GateResult {
  gate: Gate;
  ok: boolean;
  seconds: number;
  passed: number;
  failed: number;
  /** Full names of tests that were left out. */
  skipped: string[];
  output: string;
}

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** Resolves when the gate ended, was killed for taking too long, or could not be started; never rejects for those. */
export async function runGate(gate: Gate, root: string): Promise<GateResult> {
  const folder = await mkdtemp(join(tmpdir(), 'perch-check-'));
  const report = join(folder, 'report.json');
  const started = performance.now();
  try {
    const extra = gate.countsTests ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : [];
    const { code, output } = await run([...gate.command, ...extra], root, gate.minutes);
    const seconds = (performance.now() - started) / 1000;
    const counts = gate.countsTests ? await readReport(report) : { passed: 0, failed: 0, skipped: [] };
    const ok = code === 0;
    // A gate without tests, or a run that broke outside of any test, still counts as one check.
    const whole = !gate.countsTests || (!ok && counts.failed === 0);
    return {
      gate,
      ok,
      seconds,
      output,
      passed: counts.passed + (whole && ok ? 1 : 0),
      failed: counts.failed + (whole && !ok ? 1 : 0),
      skipped: counts.skipped,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(command: readonly string[], root: string, minutes: number) {
  const [program = '', ...values] = command;
  const bin = join(root, 'node_modules', '.bin');
  const child = spawn(program, values, {
    cwd: root,
    // The project's own Node and tools come first, also when this is not started by npm.
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, FORCE_COLOR: undefined, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: AbortSignal.timeout(minutes * 60_000),
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', (error) => {
      output += `\n${error.name === 'AbortError' ? `gave up after ${minutes} minutes` : error.message}\n`;
      resolve(1);
    });
    child.on('close', resolve);
  });
  // Some tools colour their words in CI whatever they are told.
  return { code, output: stripVTControlCharacters(output) };
}

async function readReport(path: string): Promise<{ passed: number; failed: number; skipped: string[] }> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return { passed: 0, failed: 0, skipped: [] };
  const files = reportSchema.parse(JSON.parse(text)).testResults;
  const all = files.flatMap((file) => file.assertionResults);
  // A file that could not be loaded has no test to blame.
  const brokenFiles = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  return {
    passed: all.filter(({ status }) => status === 'passed').length,
    failed: all.filter(({ status }) => status === 'failed').length + brokenFiles.length,
    skipped: all.filter(({ status }) => !['passed', 'failed'].includes(status)).map(({ fullName }) => fullName),
  };
}
