/**
 * Reads single files out of a zip, with limits on what comes out of it. Sizes that the archive states are not
 * believed: inflating stops at the limit.
 */
import { inflateRawSync } from 'node:zlib';

/** Names in an archive and a way to read one of them. `read` is null for a name that is not there. */
export type Zip = { names: readonly string[]; read(name: string, most: number): Uint8Array | null };

type Entry = { name: string; method: number; encrypted: boolean; offset: number; size: number };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const MOST_COMMENT = 65_557;

/** Null when the bytes are no zip, or one with more than `mostEntries` files. */
export function openZip(bytes: Uint8Array, mostEntries: number): Zip | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.readUInt16LE(end + 10);
  if (count > mostEntries) return null;
  const entries = new Map<string, Entry>();
  let at = view.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== CENTRAL) return null;
    const nameLength = view.readUInt16LE(at + 28);
    const name = view.toString('utf8', at + 46, at + 46 + nameLength);
    entries.set(name, {
      name,
      method: view.readUInt16LE(at + 10),
      encrypted: (view.readUInt16LE(at + 8) & 1) === 1,
      size: view.readUInt32LE(at + 20),
      offset: view.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return {
    names: [...entries.keys()],
    read(name, most) {
      const entry = entries.get(name);
      return entry === undefined ? null : readEntry(view, entry, most);
    },
  };
}

function endOf(view: Buffer): number | null {
  for (let at = view.length - END_LENGTH; at >= Math.max(0, view.length - MOST_COMMENT); at -= 1) {
    if (view.readUInt32LE(at) === END) return at;
  }
  return null;
}

/** Throws RangeError when more than `most` bytes come out, Error when the entry is broken or needs a password. */
function readEntry(view: Buffer, { method, encrypted, offset, size }: Entry, most: number): Uint8Array {
  if (encrypted) throw new Error('This part of the archive needs a password.');
  if (offset + 30 > view.length || view.readUInt32LE(offset) !== LOCAL) throw new Error('The archive is broken.');
  const from = offset + 30 + view.readUInt16LE(offset + 26) + view.readUInt16LE(offset + 28);
  const packed = view.subarray(from, from + size);
  if (method === 0) {
    if (packed.length > most) throw new RangeError('Too large.');
    return packed;
  }
  if (method !== 8) throw new Error(`The archive packs in a way (${method}) that is not read.`);
  return inflateRawSync(packed, { maxOutputLength: most });
}
