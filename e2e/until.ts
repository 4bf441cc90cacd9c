/** Waits for something to become true, and says what it saw last when it did not. */
import { setTimeout as wait } from 'node:timers/promises';

export const PATIENCE_MS = 20_000;
const POLL_MS = 50;

/** Calls `look` until it gives null, which means that all is as it should be; rejects with the last words it gave. */
export async function until(what: string, look: () => Promise<string | null>, patienceMs = PATIENCE_MS): Promise<void> {
  let last: string | null = 'nothing was seen';
  for (const end = Date.now() + patienceMs; Date.now() < end; await wait(POLL_MS)) {
    last = await look();
    if (last === null) return;
  }
  throw new Error(`${what}: ${last}`);
}
