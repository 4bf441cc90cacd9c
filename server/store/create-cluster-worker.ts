/**
 * Creates an embedded cluster, then ends. A process of its own: creating leaves 300 MB behind that nobody gives back
 * to the system otherwise.
 */
import { exit, stderr } from 'node:process';
import { parseArgs } from 'node:util';
import { describeFailure, openPglite } from './pglite.ts';

try {
  const db = await openPglite(parseArgs({ allowPositionals: true }).positionals[0] ?? '');
  await db.close();
} catch (error) {
  stderr.write(describeFailure(error), () => exit(1));
}
