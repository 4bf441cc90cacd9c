/** Runs Perch and its commands as processes of their own, on a store of their own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PATIENCE_MS = 60_000;
/** Settings of the machine must not reach a Perch under test. */
const KEPT = ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR', 'TEMP', 'SystemRoot'];

export interface Place {
  dataDir: string;
  databaseUrl: string | undefined;
}

export interface Finished {
  code: number | null;
  output: string;
  errors: string;
}

export interface Running {
  child: ChildProcess;
  /** What it has written so far, both streams. */
  words(): string;
  /** Resolves with the first match on either stream; rejects when it ends without. */
  says(pattern: RegExp): Promise<string>;
  finished: Promise<Finished>;
}

/** `program` is a file under server/, such as `cli/ask.ts`. */
export function run(
  program: string,
  values: readonly string[],
  options: { place?: Place; input?: string; environment?: Record<string, string> } = {},
): Running {
  const { place } = options;
  const kept = KEPT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  const child = spawn(process.execPath, [fileURLToPath(new URL(`../${program}`, import.meta.url)), ...values], {
    env: {
      ...Object.fromEntries(kept),
      PERCH_FETCH: 'off',
      ...(place === undefined ? {} : { PERCH_DATA_DIR: place.dataDir }),
      ...(place?.databaseUrl === undefined ? {} : { DATABASE_URL: place.databaseUrl }),
      ...options.environment,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const finished = once(child, 'close').then(() => ({ code: child.exitCode, output, errors }));
  const words = (): string => output + errors;
  return {
    child,
    words,
    finished,
    async says(pattern) {
      return await new Promise((resolve, reject) => {
        const stop = (): void => {
          clearTimeout(late);
          clearInterval(look);
        };
        const late = setTimeout(() => {
          stop();
          reject(new Error(`it did not say ${String(pattern)}, but:\n${words()}`));
        }, PATIENCE_MS);
        const look = setInterval(() => {
          const found = pattern.exec(words());
          if (found === null && child.exitCode === null) return;
          stop();
          if (found === null) reject(new Error(`it ended with ${child.exitCode} and said:\n${words()}`));
          else resolve(found[1] ?? found[0]);
        }, 20);
      });
    },
  };
}
