/** Builds the page when its sources are newer than what was built; under a second. Several Perches may do so at once. */
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newId } from './kernel/ids.ts';

const client = fileURLToPath(new URL('../client', import.meta.url));
/** What of the server the page is built from. */
const SHARED = ['protocol', 'matching', 'conversations', 'kernel', 'postings'].map((name) =>
  fileURLToPath(new URL(name, import.meta.url)),
);

/** Returns whether something was built. Throws when the build fails. */
export async function buildPageIfOlder(): Promise<boolean> {
  const dist = join(client, 'dist');
  const built = await stat(join(dist, 'index.html')).catch(() => null);
  // An image ships the built page without its sources.
  const sources = await Promise.all([client, ...SHARED].map(newest));
  if (built !== null && built.mtimeMs >= Math.max(...sources)) return false;
  const { build } = await import('vite');
  const outDir = `${dist}-${newId()}`;
  try {
    await build({
      root: client,
      configFile: join(client, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir, emptyOutDir: true },
    });
    await replace(dist, outDir);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
  return true;
}

/** Puts `fresh` in the place of `folder`, so that nobody ever sees half a page. */
async function replace(folder: string, fresh: string): Promise<void> {
  const old = `${fresh}-old`;
  // The first time there is none.
  await rename(folder, old).catch(unless('ENOENT'));
  // Another Perch was faster: what it built is the same.
  await rename(fresh, folder).catch(unless('ENOTEMPTY', 'EEXIST'));
  await rm(old, { recursive: true, force: true });
}

/** Passes over failures of these codes. */
function unless(...codes: string[]): (error: unknown) => void {
  return (error) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!codes.includes(code)) throw error;
  };
}

async function newest(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = entries.filter(
    (entry) => entry.isFile() && !entry.parentPath.includes('dist') && !entry.name.endsWith('.test.ts'),
  );
  const times = await Promise.all(files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).mtimeMs));
  return Math.max(0, ...times);
}
