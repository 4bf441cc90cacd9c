/** Talks to a serving Perch through the door that the lock file's token opens. */
import { type IncomingMessage, request as openRequest } from 'node:http';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text as readText } from 'node:stream/consumers';
import { z } from 'zod';
import type { Headless } from '../http/headless-routes.ts';
import { PerchError } from '../kernel/errors.ts';

/** A turn with a slow model takes minutes; a large import is as long as it is, but never silent for so long. */
const SILENCE_MS = 5 * 60_000;

const failure = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** `url` and `token` are the lock file's. Its calls throw PerchError saying what the server said, or that it is gone. */
export function createRemote(url: string, token: string): Headless {
  /** Sends what `body` gives while the answer is already being read. */
  const call = async (path: string, type: string, body: Readable, signal?: AbortSignal): Promise<IncomingMessage> => {
    const sending = openRequest(new URL(path, url), {
      method: 'POST',
      // The server answers under few names, and this is one of them, wherever it listens.
      headers: { host: 'localhost', authorization: `Bearer ${token}`, 'content-type': type },
      timeout: SILENCE_MS,
      ...(signal === undefined ? {} : { signal }),
    });
    sending.on('timeout', () => sending.destroy(new Error('no answer in time')));
    const answer = new Promise<IncomingMessage>((resolve, reject) => {
      sending.once('response', resolve);
      sending.once('error', reject);
    });
    // A server that answers early and refuses breaks the sending off; its answer says why.
    pipeline(body, sending).catch(() => undefined);
    try {
      const response = await answer;
      if (response.statusCode === 200) return response;
      throw refused(await readText(response), response.statusCode ?? 0);
    } catch (error) {
      throw error instanceof PerchError ? error : gone(url, error);
    }
  };
  return {
    async ask(input) {
      const response = await call('/api/headless/ask', 'application/json', Readable.from([JSON.stringify(input)]));
      try {
        return JSON.parse(await readText(response));
      } catch (error) {
        throw gone(url, error);
      }
    },
    async *importStream(stream, { name, countries, signal }) {
      const query = new URLSearchParams({ name, ...(countries === null ? {} : { countries: countries.join(',') }) });
      const file = stream instanceof Readable ? stream : Readable.from(stream);
      const response = await call(`/api/headless/import?${query.toString()}`, 'application/octet-stream', file, signal);
      let broken: unknown = null;
      response.on('error', (error) => (broken = error));
      for await (const line of createInterface({ input: response })) if (line !== '') yield JSON.parse(line);
      if (broken !== null || !response.complete) throw gone(url, broken);
    },
  };
}

function refused(body: string, status: number): PerchError {
  let said: unknown = null;
  try {
    said = JSON.parse(body);
  } catch {
    // Not Perch's words; the status has to do.
  }
  const parsed = failure.safeParse(said);
  const words = parsed.success ? parsed.data.error.message : `HTTP ${status}`;
  const isWrong = parsed.success && parsed.data.error.code === 'invalid';
  return new PerchError(isWrong ? 'invalid' : 'unavailable', { en: words, de: words, uk: words });
}

function gone(url: string, cause: unknown): PerchError {
  return new PerchError(
    'unavailable',
    {
      en: `Perch at ${url} stopped answering. What it had confirmed is stored; start this again.`,
      de: `Perch unter ${url} antwortet nicht mehr. Was es bestätigt hatte, ist gespeichert; starten Sie dies noch einmal.`,
      uk: `Perch за адресою ${url} перестав відповідати. Те, що він підтвердив, збережено; запустіть це ще раз.`,
    },
    { cause },
  );
}
