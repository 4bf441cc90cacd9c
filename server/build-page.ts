/** Builds the page when its sources are newer than what was built; under a second. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const client = fileURLToPath(new URL('../client', import.meta.url));
/** What of the server the page is built from. */
const SHARED = ['protocol', 'matching', 'conversations', 'kernel', 'postings'].map((name) =>
  fileURLToPath(new URL(name, import.meta.url)),
);

/** Returns whether something was built. Throws when the build fails. */
export async function buildPageIfOlder(): Promise<boolean> {
  const built = await stat(join(client, 'dist', 'index.html')).catch(() => null);
  // An image ships the built page without its sources.
  const sources = await Promise.all([client, ...SHARED].map(newest));
  if (built !== null && built.mtimeMs >= Math.max(...sources)) return false;
  const { build } = await import('vite');
  await build({ root: client, configFile: join(client, 'vite.config.ts'), logLevel: 'warn' });
  return true;
}

async function newest(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = entries.filter(
    (entry) => entry.isFile() && !entry.parentPath.includes('dist') && !entry.name.endsWith('.test.ts'),
  );
  const times = await Promise.all(files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).mtimeMs));
  return Math.max(0, ...times);
}
