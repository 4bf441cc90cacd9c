/** What both commands do around their work: standard output, and how they end. */
import { once } from 'node:events';
import { PerchError } from '../kernel/errors.ts';

/** Prints to standard output and waits while its reader is behind. */
export async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}

/** For people and diagnosis; never mixed into what a program reads. */
export function complain(words: string): void {
  process.stderr.write(`${words}\n`);
}

/** Runs a command: what it throws is printed for people; 2 means "wrongly called". */
export async function runCommand(work: () => Promise<number>): Promise<void> {
  // A reader that went away (`| head`) ends it quietly; a full disk does not.
  process.stdout.on('error', (error) => process.exit('code' in error && error.code === 'EPIPE' ? 0 : 1));
  try {
    process.exitCode = await work();
  } catch (error) {
    const isKnown = error instanceof PerchError;
    complain(isKnown ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = isKnown && error.code === 'invalid' ? 2 : 1;
  }
}
