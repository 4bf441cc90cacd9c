/**
 * The circuit of one model server: after failures that will not be over in a moment it is not asked for a while, so
 * that nobody waits for it; then one call tries whether it is back. No timers, no I/O.
 */
import { PerchError } from '../kernel/errors.ts';
import type { ModelFailure } from './model-errors.ts';

/** Failures in a row that a server with a hiccup may have. */
const PATIENCE = 3;
/** How long it is left alone when it did not say itself. */
const REST_SECONDS = 60;

export interface Circuit {
  /** Throws PerchError unavailable, with the time, while the server is left alone. */
  enter(): void;
  succeeded(): void;
  failed(failure: Pick<ModelFailure, 'kind' | 'retryAfterSeconds'>): void;
}

/** `now` gives the time; the circuit is closed at first. */
export function createCircuit(now: () => Date): Circuit {
  let failures = 0;
  let until = 0;
  return {
    enter() {
      if (now().getTime() < until) throw resting(new Date(until));
      // One call may try; until it has answered the others are told to wait.
      if (until > 0) until = now().getTime() + REST_SECONDS * 1000;
    },
    succeeded() {
      failures = 0;
      until = 0;
    },
    failed({ kind, retryAfterSeconds }) {
      // A request that made no sense says nothing about the server.
      if (kind === 'request') return;
      failures += 1;
      if (retryAfterSeconds === null && failures < PATIENCE && until === 0) return;
      until = now().getTime() + (retryAfterSeconds ?? REST_SECONDS) * 1000;
    },
  };
}

function resting(until: Date): PerchError {
  const time = until.toISOString().slice(11, 16);
  return new PerchError('unavailable', {
    en: `The language model failed repeatedly and is left alone until ${time} UTC. The built-in assistant answers meanwhile.`,
    de: `Das Sprachmodell ist mehrmals ausgefallen und wird bis ${time} UTC nicht gefragt. So lange antwortet der eingebaute Assistent.`,
    uk: `Мовна модель кілька разів не відповіла, тож до ${time} UTC запитів до неї не буде. Поки що відповідає вбудований помічник.`,
  });
}
