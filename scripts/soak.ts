/** `npm run soak`: the kill test, thirty rounds on each store there is (native by TEST_DATABASE_URL). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const ROUNDS = '30';
const child = spawn('vitest', ['run', '--project', 'e2e', 'e2e/kill.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, PERCH_KILL_ROUNDS: process.env.PERCH_KILL_ROUNDS ?? ROUNDS },
});
await once(child, 'close');
process.exitCode = child.exitCode ?? 1;
