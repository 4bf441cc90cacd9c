/** Starts a real Perch as a process of its own, on a store of its own, and ends it politely or not. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export const root = join(import.meta.dirname, '..');
/** First start builds the client and a database; slow machines with two busy cores need this long. */
const PATIENCE_MS = 90_000;
const POLL_MS = 100;

export interface PerchOptions {
  /** Kept by the caller when given, else made and removed. */
  dataDirectory?: string;
  environment?: Record<string, string>;
  /** Goes before the program, such as `--import …`. */
  nodeArguments?: readonly string[];
  port?: number;
}

export interface Perch {
  url: string;
  port: number;
  dataDirectory: string;
  /** What it was started with beyond the usual. */
  environment: Record<string, string>;
  child: ChildProcess;
  /** What it has written so far, both streams. */
  output(): string;
  /** SIGTERM; resolves with the exit code and removes a directory that was made here. */
  stop(): Promise<number | null>;
  /** kill -9; the directory stays. */
  kill(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no free port was found');
  return address.port;
}

/** Settings of the machine must not reach a Perch under test. */
function cleanEnvironment(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR', 'TEMP', 'SystemRoot'];
  return Object.fromEntries(
    kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

/** Resolves when Perch is ready to answer from its store; rejects with all it said when it ends or takes too long. */
export async function startPerch(options: PerchOptions = {}): Promise<Perch> {
  const made = options.dataDirectory === undefined;
  const dataDirectory = options.dataDirectory ?? (await mkdtemp(join(tmpdir(), 'perch-e2e-')));
  const port = options.port ?? (await freePort());
  const child = spawn(process.execPath, [...(options.nodeArguments ?? []), join(root, 'server/main.ts')], {
    cwd: root,
    env: {
      ...cleanEnvironment(),
      PORT: String(port),
      PERCH_DATA_DIR: dataDirectory,
      PERCH_FETCH: 'off',
      LOG_LEVEL: 'warn',
      ...options.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = once(child, 'close');
  const url = `http://127.0.0.1:${port}`;
  const perch: Perch = {
    url,
    port,
    dataDirectory,
    environment: options.environment ?? {},
    child,
    output: () => output,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      if (made) await rm(dataDirectory, { recursive: true, force: true });
      return child.exitCode;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
  await untilReady(perch);
  return perch;
}

async function untilReady(perch: Perch): Promise<void> {
  const patience = Date.now() + PATIENCE_MS;
  for (;;) {
    const ready = await fetch(`${perch.url}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    if (perch.child.exitCode !== null || Date.now() > patience) {
      await perch.kill();
      throw new Error(`Perch did not become ready. It said:\n${perch.output()}`);
    }
    await wait(POLL_MS);
  }
}

/** Runs one of the commands (`ask`, `import`) beside or without a server; resolves when it ends. */
export async function runCommand(
  name: 'ask' | 'import',
  values: readonly string[],
  options: { dataDirectory: string; input?: string; environment?: Record<string, string> },
): Promise<{ code: number | null; output: string; errors: string }> {
  const child = spawn(process.execPath, [join(root, `server/cli/${name}.ts`), ...values], {
    cwd: root,
    env: { ...cleanEnvironment(), PERCH_DATA_DIR: options.dataDirectory, PERCH_FETCH: 'off', ...options.environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(options.input ?? '');
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  await once(child, 'close');
  return { code: child.exitCode, output, errors };
}
