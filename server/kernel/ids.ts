/** Ids: time-ordered for rows, derived for what must come out the same twice. */
import { createHash, randomBytes } from 'node:crypto';

/** A UUID version 7 (RFC 9562): sorts by the millisecond it was made in. */
export function newId(now = Date.now()): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  return format(bytes, 7);
}

/** The same UUID for the same parts, on every machine (version 8, from SHA-256). */
export function stableId(...parts: string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest();
  return format(hash.subarray(0, 16), 8);
}

function format(bytes: Buffer, version: number): string {
  const copy = Buffer.from(bytes);
  copy.writeUInt8((copy.readUInt8(6) & 0x0f) | (version << 4), 6);
  copy.writeUInt8((copy.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = copy.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
