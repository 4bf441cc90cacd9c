/** Answers that a server may say have not changed (ETag, Last-Modified), packed in bounded memory. */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { HttpAnswer, HttpRequest } from './http-client.ts';

/** An answer as remembered, and the headers that ask whether it still holds. */
export type RememberedAnswer = {
  validators: Record<string, string>;
  packed: Buffer;
  answer: Omit<HttpAnswer, 'text'>;
};

export type AnswerCache = {
  recall: (request: HttpRequest) => RememberedAnswer | undefined;
  /** The answer itself, or for 304 what was recalled; remembers what has a validator. */
  settle: (request: HttpRequest, recalled: RememberedAnswer | undefined, answer: HttpAnswer) => HttpAnswer;
};

/** Remembers up to `mostBytes` of packed text; the longest unused goes first. */
export function createAnswerCache(mostBytes: number): AnswerCache {
  const remembered = new Map<string, RememberedAnswer>();
  let size = 0;

  const forget = (key: string): void => {
    size -= remembered.get(key)?.packed.length ?? 0;
    remembered.delete(key);
  };
  const remember = (key: string, entry: RememberedAnswer): void => {
    forget(key);
    remembered.set(key, entry);
    size += entry.packed.length;
    for (const oldest of remembered.keys()) {
      if (size <= mostBytes) break;
      forget(oldest);
    }
  };

  return {
    recall: (request) => remembered.get(keyOf(request)),

    settle: (request, recalled, answer) => {
      const key = keyOf(request);
      if (answer.status === 304 && recalled !== undefined) {
        remember(key, recalled);
        return { ...recalled.answer, text: gunzipSync(recalled.packed).toString('utf8') };
      }
      const validators = validatorsOf(answer);
      if (Object.keys(validators).length === 0) forget(key);
      else {
        const { text, ...rest } = answer;
        remember(key, { validators, packed: gzipSync(text), answer: rest });
      }
      return answer;
    },
  };
}

/** Headers are part of it: another key or language is another answer. */
function keyOf(request: HttpRequest): string {
  return JSON.stringify([request.url, request.json ?? null, request.headers ?? {}]);
}

function validatorsOf({ headers }: HttpAnswer): Record<string, string> {
  const { etag, 'last-modified': modified } = headers;
  if (typeof etag === 'string') return { 'if-none-match': etag };
  return typeof modified === 'string' ? { 'if-modified-since': modified } : {};
}
