/** Opens PGlite, the same way wherever it runs, and says in words what went wrong inside WebAssembly. */
import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import { z } from 'zod';

/** Numbers of WASI, which the file system inside WebAssembly throws without a name. */
const ERRNO: Readonly<Record<number, string>> = { 2: 'EACCES', 51: 'ENOSPC', 63: 'EPERM', 69: 'EROFS' };
const errnoSchema = z.object({ errno: z.number() });

/** Creates the cluster in `dataDir` when there is none. */
export async function openPglite(dataDir: string): Promise<PGlite> {
  // One function of Postgres costs the optimising compiler 600 MB for a moment. Without it everything answers from
  // 170 MB; what must be fast is not done in SQL (matching/posting-index).
  for (const flag of ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering']) setFlagsFromString(flag);
  return await PGlite.create({
    dataDir,
    // Small buffers: the host's page cache does the work, and resident memory stays low (figures in the README).
    postgresqlconf: ['shared_buffers=16MB', 'max_connections=20'],
  });
}

export function describeFailure(error: unknown): string {
  const known = errnoSchema.safeParse(error);
  if (known.success) return ERRNO[known.data.errno] ?? `error ${known.data.errno} of the file system`;
  return error instanceof Error ? error.message : String(error);
}
