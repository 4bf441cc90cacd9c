/** Sends one file to Perch and says how far it is. The server reads it; here only what is surely wrong is refused. */

import type { Localized } from '../../server/protocol/index.ts';
import { wordsOf } from './cv.ts';

const LARGEST_BYTES = 10_000_000;
export const LARGEST_MB = 10;
const KINDS = /\.(?:pdf|docx|txt|md|json)$/iu;

/** Why a file is not sent, or what became of it. */
export type UploadFailure = Localized | 'one' | 'large' | 'kind' | 'unable' | 'broken' | 'cancelled';

/** Null when these can be sent: one file, of a kind that is read, not too large. */
export function refusalOf(files: readonly File[]): UploadFailure | null {
  const [file] = files;
  // A dropped folder looks like a file without a kind and a name without an end.
  if (files.length !== 1 || file === undefined || (file.type === '' && !file.name.includes('.'))) return 'one';
  if (!KINDS.test(file.name)) return 'kind';
  return file.size > LARGEST_BYTES ? 'large' : null;
}

/** Resolves when the file has arrived, or with why not; `progress` tells the part that is there, 0 to 1. */
export async function upload(
  file: File,
  options: { url: string; signal: AbortSignal; progress(part: number): void },
): Promise<UploadFailure | null> {
  // fetch does not tell how far an upload is.
  const request = new XMLHttpRequest();
  const body = new FormData();
  body.append('file', file);
  return await new Promise((resolve) => {
    options.signal.addEventListener('abort', () => request.abort(), { once: true });
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      options.progress(total === 0 ? 0 : loaded / total),
    );
    request.addEventListener('load', () => {
      const said = request.status < 300 ? null : wordsOf(parsed(request.responseText));
      if (request.status < 300) resolve(null);
      else if (said !== null) resolve(said);
      else if (request.status === 413) resolve('large');
      else resolve(request.status === 404 ? 'unable' : 'broken');
    });
    request.addEventListener('error', () => resolve('broken'));
    request.addEventListener('abort', () => resolve('cancelled'));
    request.open('POST', options.url);
    request.withCredentials = true;
    request.send(body);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
