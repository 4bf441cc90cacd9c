/**
 * How much room the embedded database has. Postgres stops with a panic when it cannot extend its write-ahead log (in
 * pieces of 16 MB), and inside WebAssembly that panic never returns; so writing ends before the disk does.
 */
import { statfs } from 'node:fs/promises';

/** Several pieces of the log: what one batch of an import may write between two looks. */
const LOW_BYTES = 64 * 1024 * 1024;
/** Opening may need one more piece of the log. */
export const OPEN_BYTES = 24 * 1024 * 1024;
/** A new cluster takes 47 MB. */
export const CREATE_BYTES = 112 * 1024 * 1024;
/** Looking costs a system call, so that it is not done for each of a thousand units. */
const LOOK_EVERY_MS = 250;

export interface DiskSpace {
  /** True when there is too little room to write safely. */
  isLow(): Promise<boolean>;
}

export function watchDiskSpace(directory: string, now: () => number = () => performance.now()): DiskSpace {
  let lookedAt = Number.NEGATIVE_INFINITY;
  let isLow = false;
  return {
    async isLow() {
      if (now() - lookedAt >= LOOK_EVERY_MS) {
        lookedAt = now();
        isLow = (await freeBytes(directory)) < LOW_BYTES;
      }
      return isLow;
    },
  };
}

/** Bytes that this user may still write; Infinity where the system does not say. */
export async function freeBytes(directory: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(directory);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
