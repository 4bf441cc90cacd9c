/**
 * A thread of the parser's process that ends it from inside, also on systems where nobody can look at its memory, and
 * when the process that started it is gone. The main thread may be stuck in a hostile file for ever.
 */
import { kill, memoryUsage, pid, ppid } from 'node:process';

/** Later and larger than the limits of the process that watches from outside: that one's word counts. */
const MOST_MILLISECONDS = 13_000;
const MOST_BYTES = 480 * 1024 * 1024;
const LOOK_MS = 40;

const began = Date.now();
const parent = ppid;
setInterval(() => {
  if (Date.now() - began > MOST_MILLISECONDS || memoryUsage.rss() > MOST_BYTES || ppid !== parent) kill(pid, 'SIGKILL');
}, LOOK_MS);
