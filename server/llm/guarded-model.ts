/**
 * A model with what every call of it needs: a place in the budget, the circuit, one retry, an end to every wait, and
 * a note of what it used. A retry happens only before the first part of an answer, so that nothing is done twice.
 */
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4StreamPart,
  LanguageModelV4StreamResult,
  LanguageModelV4Usage,
} from '@ai-sdk/provider';
import { setTimeout as wait } from 'node:timers/promises';
import { PerchError } from '../kernel/errors.ts';
import type { Circuit } from './circuit.ts';
import { isTransient, type ModelFailure, NotAModelError, readModelError } from './model-errors.ts';

export interface TokensUsed {
  input: number;
  output: number;
}

/** Who pays: asked before each call, told after it. */
export interface Meter {
  /** Takes one call from the budget. Throws PerchError too_many, saying which limit and until when. */
  begin(): Promise<void>;
  used(tokens: TokensUsed): Promise<void>;
}

/** The longest that a provider may ask to wait while a person does. */
const LONGEST_WAIT_MS = 5000;
const SHORT_WAIT_MS = 500;

/** `patienceMs` bounds the wait for the first part of an answer, retry included, and between any two parts. */
export function guardModel(
  model: LanguageModelV4,
  guard: { meter: Meter; circuit: Circuit; patienceMs: number },
): LanguageModelV4 {
  const { meter, circuit, patienceMs } = guard;

  async function once<Result>(call: () => PromiseLike<Result>): Promise<Result> {
    circuit.enter();
    await meter.begin();
    return await call();
  }

  async function withRetry<Result>(signal: AbortSignal, call: () => PromiseLike<Result>): Promise<Result> {
    try {
      return await once(call);
    } catch (error) {
      const failure = readModelError(error);
      const pause = pauseBefore(error, failure);
      if (pause === null || signal.aborted) throw error;
      await wait(pause, undefined, { signal });
      return await once(call);
    }
  }

  /** Tells the circuit; a person's stop and a refusal of Perch itself are no failures of the server. */
  function note(error: unknown, isOver: boolean): void {
    if (error instanceof PerchError || isOver) return;
    circuit.failed(readModelError(error));
  }

  return {
    specificationVersion: 'v4',
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,

    async doGenerate(options) {
      const { signal, stopped, timer } = patient(options, patienceMs);
      try {
        const result = await withRetry(signal, () => model.doGenerate({ ...options, abortSignal: signal }));
        circuit.succeeded();
        await meter.used(tokensOf(result.usage));
        return result;
      } catch (error) {
        const cause = signal.aborted ? signal.reason : error;
        note(cause, stopped());
        throw cause;
      } finally {
        timer.end();
      }
    },

    async doStream(options): Promise<LanguageModelV4StreamResult> {
      const { signal, stopped, timer } = patient(options, patienceMs);
      try {
        const result = await withRetry(signal, async () => {
          const begun = await model.doStream({ ...options, abortSignal: signal });
          refuseWebPage(begun.response?.headers);
          return begun;
        });
        return { ...result, stream: watch(result.stream, { signal, stopped, timer }) };
      } catch (error) {
        timer.end();
        const cause = signal.aborted ? signal.reason : error;
        note(cause, stopped());
        throw cause;
      }
    },
  };

  /** The same parts, with their time measured and their end noted. */
  function watch(
    stream: ReadableStream<LanguageModelV4StreamPart>,
    { signal, stopped, timer }: ReturnType<typeof patient>,
  ): ReadableStream<LanguageModelV4StreamPart> {
    const reader = stream.getReader();
    let said = false;
    const fail = (error: unknown): unknown => {
      timer.end();
      const cause = signal.aborted ? signal.reason : error;
      note(cause, stopped());
      return cause;
    };
    return new ReadableStream<LanguageModelV4StreamPart>({
      async pull(controller) {
        try {
          const { done, value } = await orAborted(reader.read(), signal);
          if (done) {
            timer.end();
            controller.close();
            return;
          }
          timer.again();
          said ||= value.type === 'text-delta' || value.type === 'tool-call' || value.type === 'reasoning-delta';
          if (value.type === 'error') note(value.error, stopped());
          if (value.type === 'finish') {
            const tokens = tokensOf(value.usage);
            await meter.used(tokens);
            if (!said && tokens.output === 0) throw new NotAModelError();
            circuit.succeeded();
          }
          controller.enqueue(value);
        } catch (error) {
          void reader.cancel().catch(() => undefined);
          controller.error(fail(error));
        }
      },
      async cancel(reason) {
        timer.end();
        await reader.cancel(reason);
      },
    });
  }
}

/** The caller's signal joined with a timer that ends the call when nothing comes. */
function patient(
  options: LanguageModelV4CallOptions,
  patienceMs: number,
): { signal: AbortSignal; stopped(): boolean; timer: { again(): void; end(): void } } {
  const controller = new AbortController();
  const caller = options.abortSignal;
  const start = (): NodeJS.Timeout =>
    setTimeout(
      () => controller.abort(new DOMException('The model did not answer in time.', 'TimeoutError')),
      patienceMs,
    );
  let timeout = start();
  return {
    signal: caller === undefined ? controller.signal : AbortSignal.any([caller, controller.signal]),
    // A caller's own time limit is the server's failure, a person's stop is not.
    stopped: () => caller?.aborted === true && !(caller.reason instanceof DOMException),
    timer: {
      again() {
        clearTimeout(timeout);
        timeout = start();
      },
      end: () => clearTimeout(timeout),
    },
  };
}

/** A read that ends with the signal, even when the stream beneath does not notice. */
async function orAborted<T>(read: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) throw signal.reason;
  let stop: (() => void) | undefined;
  try {
    return await Promise.race([
      read,
      new Promise<never>((_, reject) => {
        stop = () => reject(signal.reason);
        signal.addEventListener('abort', stop, { once: true });
      }),
    ]);
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop);
  }
}

/** Milliseconds before another try; null when there shall be none. */
function pauseBefore(error: unknown, failure: ModelFailure): number | null {
  if (error instanceof PerchError || !isTransient(failure)) return null;
  if (failure.retryAfterSeconds === null) return SHORT_WAIT_MS;
  const asked = failure.retryAfterSeconds * 1000;
  return asked <= LONGEST_WAIT_MS ? asked : null;
}

/** A proxy's error page with status 200 is no answer. */
function refuseWebPage(headers: Record<string, string> | undefined): void {
  const type = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  if (type !== undefined && /\btext\/html\b/i.test(type)) throw new NotAModelError();
}

function tokensOf(usage: LanguageModelV4Usage): TokensUsed {
  return { input: usage.inputTokens.total ?? 0, output: usage.outputTokens.total ?? 0 };
}
