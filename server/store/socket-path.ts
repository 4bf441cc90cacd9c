/** Unix sockets have short paths: 108 bytes on Linux, 104 on macOS, the closing zero counted. */
const LONGEST = 103;

/** Can a unix socket lie at this path? */
export function fitsSocket(path: string): boolean {
  return Buffer.byteLength(path) <= LONGEST;
}
