/**
 * The parser's own process: a file comes in on standard input, its text goes out on standard output, and nothing else
 * is within its reach. It ends by itself when nobody waits for it any more.
 */
import { stdin, stdout } from 'node:process';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { extract } from './extract.ts';
import { LIMITS } from './extracted.ts';

const argument = z.object({ name: z.string() });

new Worker(new URL('parse-watchdog.ts', import.meta.url)).unref();

const parts: Buffer[] = [];
let length = 0;
for await (const part of stdin) {
  const bytes = Buffer.from(part);
  length += bytes.length;
  if (length > LIMITS.bytes + 2000) throw new RangeError('Too large.');
  parts.push(bytes);
}
const all = Buffer.concat(parts);
const lineEnd = all.indexOf(10);
const { name } = argument.parse(JSON.parse(all.toString('utf8', 0, lineEnd)));
// A copy: pdf.js takes the buffer it is given.
const extracted = await extract(Uint8Array.from(all.subarray(lineEnd + 1)), name);
stdout.write(JSON.stringify(extracted));
