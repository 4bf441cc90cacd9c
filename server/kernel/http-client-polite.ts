/**
 * Manners of asking, in one place for all boards: one request after the other to a host and not too soon, asked again
 * with growing and jittered pauses when a failure passes, as late as the server wants, and "only if it changed".
 */
import { setTimeout as wait } from 'node:timers/promises';
import pRetry from 'p-retry';
import type { HttpAnswer, HttpClient, HttpRequest } from './http-client.ts';
import { HttpFailure } from './http-client-failure.ts';
import { createAnswerCache } from './http-client-cache.ts';

export interface PoliteRequest extends HttpRequest {
  /** Least time between two requests to the host, in milliseconds. */
  pauseMs?: number;
  /** How often a passing failure is asked again. */
  retries?: number;
}

export interface PoliteClient {
  /** As HttpClient.send, with manners; rejects with the signal's reason when that was aborted. Gives 200 only: what did not change is given as it was. */
  send(request: PoliteRequest): Promise<HttpAnswer>;
}

type Options = {
  /** First pause before asking again, in milliseconds. */
  firstPauseMs?: number;
  /** A server that wants peace for longer is left alone: the failure says for how long. */
  patienceMs?: number;
  /** Memory for answers that may not have changed, in bytes. */
  cacheBytes?: number;
};

/** Wraps a client. Answers are remembered in memory only. */
export function createPoliteClient(
  client: HttpClient,
  { firstPauseMs = 1000, patienceMs = 30_000, cacheBytes = 24_000_000 }: Options = {},
): PoliteClient {
  const cache = createAnswerCache(cacheBytes);
  const queues = new Map<string, Promise<unknown>>();

  /** Runs one after the other per host, each at least `pauseMs` after the one before ended. */
  const inTurn = async (request: PoliteRequest): Promise<HttpAnswer> => {
    const host = URL.canParse(request.url) ? new URL(request.url).host : '';
    const before = queues.get(host);
    const mine = (async () => {
      if (before !== undefined) {
        await before;
        if ((request.pauseMs ?? 0) > 0) await wait(request.pauseMs, undefined, signalOption(request.signal));
      }
      const recalled = cache.recall(request);
      const headers = { ...recalled?.validators, ...request.headers };
      return cache.settle(request, recalled, await client.send({ ...request, headers }));
    })();
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    queues.set(host, settled);
    return await mine;
  };

  return {
    async send(request) {
      try {
        return await pRetry(async () => await inTurn(request), {
          retries: request.retries ?? 2,
          minTimeout: firstPauseMs,
          maxTimeout: patienceMs,
          factor: 3,
          randomize: true,
          ...signalOption(request.signal),
          shouldRetry: ({ error }) =>
            error instanceof HttpFailure && error.passing && (error.retryAfterMs ?? 0) <= patienceMs,
          onFailedAttempt: async ({ error, retriesLeft }) => {
            if (retriesLeft > 0 && error instanceof HttpFailure && (error.retryAfterMs ?? Infinity) <= patienceMs)
              await wait(error.retryAfterMs ?? 0, undefined, signalOption(request.signal));
          },
        });
      } catch (error) {
        request.signal?.throwIfAborted();
        throw error;
      }
    },
  };
}

/** Exact optional types: no `signal: undefined`. */
function signalOption(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}
