/** The first start: a cluster where there is none. */
import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** It takes seconds on a slow disk. */
const CREATE_MS = 60_000;
const program = fileURLToPath(new URL('./create-cluster-worker.ts', import.meta.url));

export async function hasCluster(dataDir: string): Promise<boolean> {
  return await stat(join(dataDir, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

/** Rejects with the child's own words when it fails, or after a minute. */
export async function createCluster(dataDir: string): Promise<void> {
  try {
    await promisify(execFile)(execPath, ['--no-warnings', program, dataDir], {
      timeout: CREATE_MS,
      killSignal: 'SIGKILL',
      env: {},
    });
  } catch (error) {
    const words = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new Error(words === '' ? 'the embedded database could not be created' : words, { cause: error });
  }
}
