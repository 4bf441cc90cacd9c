/** The body of an answer: unpacked, bounded, and as text in the charset that it is in. */
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import type { Transform } from 'node:stream';
import { largeFailure } from './http-client-failure.ts';

const UNPACK: Record<string, () => Transform> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
  zstd: createZstdDecompress,
};

/** What we can unpack, as a request says it. */
export const ACCEPT_ENCODING = 'gzip, deflate, br, zstd';

/**
 * Reads the whole body. Stops reading at `maxBytes` of the unpacked text, however small it came over the wire.
 * Throws HttpFailure when it is larger, and what the network or the unpacking throws.
 */
export async function readBody(response: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<string> {
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) {
    response.destroy();
    throw largeFailure(maxBytes);
  }
  const pieces: Buffer[] = [];
  let size = 0;
  const collect = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > maxBytes) throw largeFailure(maxBytes);
      pieces.push(chunk);
    }
  };
  const unpack = UNPACK[(response.headers['content-encoding'] ?? '').trim().toLowerCase()];
  if (unpack === undefined) await pipeline(response, collect, { signal });
  else await pipeline(response, unpack(), collect, { signal });
  return decode(Buffer.concat(pieces), response.headers['content-type'] ?? '');
}

/** The charset by byte order mark, then header, then the XML declaration; what is unknown is read as UTF-8. */
function decode(bytes: Buffer, contentType: string): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  const header = /charset\s*=\s*"?([\w.:-]+)/iu.exec(contentType)?.[1];
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/u.exec(bytes.toString('latin1', 0, 200))?.[1];
  const named = mark ?? header ?? declared ?? 'utf-8';
  const strict = textOf(bytes, 'utf-8', true);
  // A server that names the wrong charset is common; bytes that are valid UTF-8 by chance are not.
  if (mark === null && strict !== null) return strict;
  return textOf(bytes, named, false) ?? textOf(bytes, 'utf-8', false) ?? '';
}

function textOf(bytes: Buffer, charset: string, fatal: boolean): string | null {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}
