/**
 * Replays the Dockerfile without a container engine: every COPY, RUN and CMD in an empty directory, as an
 * unprivileged user when started by root. `node scripts/replay-dockerfile.ts`; takes minutes, needs the registry.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, lchown, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Instruction, readCommand, readCopy, readDockerfile } from './docker/read-dockerfile.ts';

const root = join(import.meta.dirname, '..');
const UNPRIVILEGED = 1000;
const identity = process.getuid?.() === 0 ? { uid: UNPRIVILEGED, gid: UNPRIVILEGED } : {};
/** Seconds the server may take until its health check passes. */
const PATIENCE = 60;

/** A stage's file system is a directory; absolute paths in commands are moved into it. */
interface Stage {
  name: string | null;
  directory: string;
  work: string;
  environment: Record<string, string>;
}

const moved = (stage: Stage, text: string) =>
  text.replaceAll(
    /(^|[\s='"])(\/(?:data|perch)\b)/g,
    (_, before: string, path: string) => before + stage.directory + path,
  );

async function own(path: string): Promise<void> {
  if (identity.uid === undefined) return;
  const entries = await readdir(path, { recursive: true });
  for (const entry of ['', ...entries]) await lchown(join(path, entry), UNPRIVILEGED, UNPRIVILEGED);
}

function start(stage: Stage, command: string[], more: Record<string, string> = {}) {
  const [program = '', ...values] = command;
  console.log(`  $ ${command.join(' ').slice(0, 120)}`);
  return spawn(program, values, {
    cwd: stage.work,
    env: {
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
      HOME: join(stage.directory, 'home'),
      // Where a network has a certificate of its own, the registry is only reachable with it.
      NODE_EXTRA_CA_CERTS: process.env.NODE_EXTRA_CA_CERTS,
      ...stage.environment,
      ...more,
    },
    stdio: 'inherit',
    ...identity,
  });
}

async function run(stage: Stage, command: string[], more: Record<string, string> = {}): Promise<number> {
  const [code] = await once(start(stage, command, more), 'close');
  return typeof code === 'number' ? code : 1;
}

async function copy(stage: Stage, stages: Stage[], value: string): Promise<void> {
  const { from, sources, target } = readCopy(value);
  const source = stages.find(({ name }) => from !== null && name === from);
  for (const path of sources) {
    const origin = source === undefined ? join(root, path) : join(source.directory, path);
    const goal = target.endsWith('/') ? join(stage.work, target, basename(path)) : join(stage.work, target);
    // What .dockerignore keeps out of a folder that is sent.
    const sent = (file: string) => source !== undefined || !/\.test\.ts$|\/client\/dist(\/|$)/.test(file);
    await cp(origin, goal, { recursive: true, filter: sent, verbatimSymlinks: true, preserveTimestamps: true });
  }
  await own(stage.directory);
}

async function begin(stages: Stage[], base: string, value: string): Promise<Stage> {
  const directory = join(base, `stage-${stages.length}`);
  await mkdir(join(directory, 'home'), { recursive: true });
  await own(directory);
  return { name: / AS (\S+)/i.exec(value)?.[1] ?? null, directory, work: directory, environment: {} };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function replay(instructions: Instruction[], base: string): Promise<void> {
  const stages: Stage[] = [];
  let health: string[] = [];
  for (const { name, value } of instructions) {
    console.log(`${name} ${value.slice(0, 120)}`);
    if (name === 'FROM') stages.push(await begin(stages, base, value));
    const stage = stages.at(-1);
    if (stage === undefined) throw new Error('the Dockerfile does not begin with FROM');
    if (name === 'WORKDIR') {
      stage.work = stage.directory + value;
      await mkdir(stage.work, { recursive: true });
      await own(stage.directory);
    }
    if (name === 'ENV')
      for (const pair of value.split(/\s+/)) {
        const [key = '', ...rest] = pair.split('=');
        stage.environment[key] = moved(stage, rest.join('='));
      }
    if (name === 'COPY') await copy(stage, stages, value);
    if (name === 'RUN') {
      const code = await run(stage, readCommand(moved(stage, value)));
      if (code !== 0) throw new Error(`RUN ended with ${code}`);
    }
    if (name === 'HEALTHCHECK') health = readCommand(value.slice(value.indexOf('CMD') + 3).trim());
    if (name === 'CMD') await serve(stage, readCommand(value), health);
  }
}

async function serve(stage: Stage, command: string[], health: string[]): Promise<void> {
  const port = String(await freePort());
  const server = start(stage, command, { PORT: port, PERCH_FETCH: 'off' });
  const ended = once(server, 'close');
  try {
    const check = health.map((word) => word.replaceAll(':3000', `:${port}`));
    for (let second = 0; (await run(stage, check)) !== 0; second += 1) {
      if (second > PATIENCE || server.exitCode !== null) throw new Error('the server did not become healthy');
      await wait(1000);
    }
    console.log('The server is healthy.');
    while (!(await fetch(`http://127.0.0.1:${port}/readyz`)).ok) await wait(100);
    console.log('The store answers.');
  } finally {
    server.kill('SIGTERM');
  }
  const [code] = await ended;
  console.log(`The server ended with ${String(code)} on SIGTERM.`);
  if (code !== 0) throw new Error('the server did not end cleanly');
}

const base = await mkdtemp(join(tmpdir(), 'perch-replay-'));
await own(base);
try {
  await replay(readDockerfile(await readFile(join(root, 'Dockerfile'), 'utf8')), base);
  console.log(`Replayed${identity.uid === undefined ? '' : ` as user ${UNPRIVILEGED}`}: every instruction worked.`);
} finally {
  await rm(base, { recursive: true, force: true });
}
