/**
 * Reads CVs in processes of their own, a few at a time. Each has an empty environment, may read nothing but Perch's
 * own code, gets its file on standard input and is killed when it takes too long or too much memory: files of a
 * kilobyte can do both, and a limit of the heap does not hold what lies outside of it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { PerchError } from '../kernel/errors.ts';
import { type ExtractedCv, extractedSchema, LIMITS, unreadable } from './extracted.ts';
import { kindOf } from './kind.ts';
import { type ParsedCv, TOO_LARGE, type Trouble } from './quality-words.ts';

export type CvParser = {
  /**
   * Reads one file. A file that cannot be read gives that as its quality, with the reason. Throws PerchError: too_large
   * over 10 MB, too_many when others wait already, and what `signal` says.
   */
  parse(bytes: Uint8Array, name: string, signal?: AbortSignal): Promise<ParsedCv>;
};

export type CvParserOptions = {
  /** Milliseconds from start to kill; 10,000 unless said. */
  milliseconds?: number;
  /** Resident memory in bytes; 400 MB unless said. */
  residentBytes?: number;
  atOnce?: number;
  /** So many may wait for their turn. */
  waiting?: number;
};

const LOOK_MS = 20;
const MOST_OUTPUT = 8_000_000;
const root = fileURLToPath(new URL('../../', import.meta.url));
const program = fileURLToPath(new URL('parse-child.ts', import.meta.url));

/** Rights and limits of the parser's process. Code is all it may read: its file comes on standard input. */
export function sandboxFlags(): string[] {
  return [
    '--permission',
    '--allow-worker',
    `--allow-fs-read=${root}server/`,
    `--allow-fs-read=${root}node_modules/`,
    `--allow-fs-read=${root}package.json`,
    '--disallow-code-generation-from-strings',
    '--max-old-space-size=256',
    '--no-warnings',
  ];
}

export function createCvParser(options: CvParserOptions = {}): CvParser {
  const { milliseconds = 10_000, residentBytes = 400 * 1024 * 1024, atOnce = 2, waiting = 20 } = options;
  let running = 0;
  const queue: (() => void)[] = [];

  async function turn(signal: AbortSignal | undefined): Promise<void> {
    if (running < atOnce) {
      running += 1;
      return;
    }
    if (queue.length >= waiting) throw tooMany();
    await new Promise<void>((resolve, reject) => {
      const go = (): void => {
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      const stop = (): void => {
        const place = queue.indexOf(go);
        if (place !== -1) queue.splice(place, 1);
        reject(signal?.reason instanceof Error ? signal.reason : new Error('Stopped.'));
      };
      signal?.addEventListener('abort', stop, { once: true });
      queue.push(go);
    });
  }

  function leave(): void {
    const next = queue.shift();
    if (next === undefined) running -= 1;
    else next();
  }

  return {
    async parse(bytes, name, signal) {
      if (bytes.length > LIMITS.bytes) throw new PerchError('too_large', TOO_LARGE);
      const kind = kindOf(bytes, name);
      if (kind === null) return { ...unreadable('text', 'corrupt'), trouble: 'kind' };
      if (bytes.length === 0) return { ...unreadable(kind, 'empty'), trouble: null };
      signal?.throwIfAborted();
      await turn(signal);
      try {
        const answer = await run(bytes, name, { milliseconds, residentBytes, signal });
        if (typeof answer === 'string') return { ...unreadable(kind, 'corrupt'), trouble: answer };
        return { ...answer, trouble: answer.quality === 'corrupt' ? 'broken' : null };
      } finally {
        leave();
      }
    },
  };
}

type Limits = { milliseconds: number; residentBytes: number; signal: AbortSignal | undefined };

/** One process for one file: what it printed, or why it was ended. */
async function run(bytes: Uint8Array, name: string, limits: Limits): Promise<ExtractedCv | Trouble> {
  const child = spawn(execPath, [...sandboxFlags(), program], {
    env: {},
    cwd: root,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  let trouble: Trouble | null = null;
  const end = (why: Trouble): void => {
    trouble ??= why;
    child.kill('SIGKILL');
  };
  const clock = setTimeout(() => end('time'), limits.milliseconds);
  const watch = setInterval(() => {
    void (async () => {
      if ((await resident(child)) > limits.residentBytes) end('memory');
    })();
  }, LOOK_MS);
  const stop = (): void => end('broken');
  limits.signal?.addEventListener('abort', stop, { once: true });
  try {
    const output = await printed(child, `${JSON.stringify({ name: name.slice(-200) })}\n`, bytes, end);
    limits.signal?.throwIfAborted();
    if (output === null) return trouble ?? 'broken';
    const parsed = extractedSchema.safeParse(JSON.parse(output));
    return parsed.success ? parsed.data : 'broken';
  } finally {
    clearTimeout(clock);
    clearInterval(watch);
    limits.signal?.removeEventListener('abort', stop);
  }
}

/** All of standard output once the process has ended well, null when it did not. */
async function printed(
  child: ChildProcess,
  head: string,
  bytes: Uint8Array,
  end: (why: Trouble) => void,
): Promise<string | null> {
  const parts: Buffer[] = [];
  let length = 0;
  child.stdout?.on('data', (part: Buffer) => {
    length += part.length;
    parts.push(part);
    if (length > MOST_OUTPUT) end('memory');
  });
  // A process that ended early closes its side; how it ended says all.
  child.stdin?.on('error', () => undefined);
  child.stdin?.write(head);
  child.stdin?.end(bytes);
  return await new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', (code) => resolve(code === 0 ? Buffer.concat(parts).toString('utf8') : null));
  });
}

/** Resident memory of a process, 0 where the system does not say: there, the process's own watch ends it. */
async function resident(child: ChildProcess): Promise<number> {
  if (child.pid === undefined || child.exitCode !== null) return 0;
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/mu.exec(status)?.[1] ?? 0) * 1024;
}

function tooMany(): PerchError {
  return new PerchError('too_many', {
    en: 'Many files are being read at this moment. Try it again in a minute.',
    de: 'Gerade werden viele Dateien gelesen. Versuchen Sie es in einer Minute noch einmal.',
    uk: 'Зараз читається багато файлів. Спробуйте ще раз за хвилину.',
  });
}
