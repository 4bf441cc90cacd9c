/** Why other people's server did not give what was asked, in words for a person and as facts for whoever asks again. */
import { PerchError } from './errors.ts';
import type { Localized } from './text.ts';

type Facts = { status?: number; retryAfterMs?: number | undefined; passing?: boolean; cause?: unknown };

/** A failed request. `passing`: it may work when asked again soon; `retryAfterMs`: how long the server wants peace. */
export class HttpFailure extends PerchError {
  readonly status: number | null;
  readonly retryAfterMs: number | null;
  readonly passing: boolean;

  constructor(text: Localized, facts: Facts = {}) {
    super('unavailable', text, { cause: facts.cause });
    this.name = 'HttpFailure';
    this.status = facts.status ?? null;
    this.retryAfterMs = facts.retryAfterMs ?? null;
    this.passing = facts.passing ?? false;
  }
}

/** Answers that pass by themselves (RFC 9110, RFC 6585). */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/** The server answered with another status than 200. */
export function statusFailure(status: number, retryAfterMs: number | undefined): HttpFailure {
  const text = (en: string, de: string, uk: string): Localized => ({ en, de, uk });
  const words =
    status === 429
      ? text(
          'The server asks for fewer requests (HTTP 429)',
          'Der Server bittet um weniger Anfragen (HTTP 429)',
          'Сервер просить надсилати менше запитів (HTTP 429)',
        )
      : status === 401 || status === 403
        ? text(
            `The server refuses access (HTTP ${status})`,
            `Der Server verweigert den Zugriff (HTTP ${status})`,
            `Сервер відмовляє в доступі (HTTP ${status})`,
          )
        : status === 404 || status === 410
          ? text(
              `There is nothing at this address (HTTP ${status})`,
              `Unter dieser Adresse ist nichts (HTTP ${status})`,
              `За цією адресою нічого немає (HTTP ${status})`,
            )
          : text(
              `The server answered HTTP ${status}`,
              `Der Server antwortete mit HTTP ${status}`,
              `Сервер відповів HTTP ${status}`,
            );
  return new HttpFailure(words, { status, retryAfterMs, passing: PASSING.has(status) });
}

/** The address, or one it was redirected to, lies inside a private network. */
export function insideFailure(): HttpFailure {
  return new HttpFailure({
    en: 'The address is inside a private network',
    de: 'Die Adresse liegt in einem privaten Netz',
    uk: 'Адреса належить до приватної мережі',
  });
}

/** No whole answer came in time. */
export function lateFailure(timeoutMs: number, cause: unknown): HttpFailure {
  const seconds = Math.round(timeoutMs / 1000);
  return new HttpFailure(
    {
      en: `No answer within ${seconds} s`,
      de: `Keine Antwort innerhalb von ${seconds} s`,
      uk: `Немає відповіді протягом ${seconds} с`,
    },
    { passing: true, cause },
  );
}

/** The answer is longer than what is read. */
export function largeFailure(maxBytes: number): HttpFailure {
  const size = Math.max(1, Math.round(maxBytes / 1e6));
  return new HttpFailure({
    en: `The answer is larger than ${size} MB`,
    de: `Die Antwort ist größer als ${size} MB`,
    uk: `Відповідь більша за ${size} МБ`,
  });
}

/** The address cannot be asked at all, or leads from one to the next without end. */
export function addressFailure(why: 'address' | 'redirects'): HttpFailure {
  if (why === 'redirects')
    return new HttpFailure({
      en: 'The server keeps redirecting',
      de: 'Der Server leitet immer weiter',
      uk: 'Сервер безкінечно переспрямовує',
    });
  return new HttpFailure({
    en: 'Only http and https addresses are fetched',
    de: 'Nur http- und https-Adressen werden abgerufen',
    uk: 'Завантажуються лише адреси http і https',
  });
}

/** The answer came, but not in the form that was asked for. */
export function formFailure(form: 'JSON' | 'XML', cause: unknown): HttpFailure {
  return new HttpFailure(
    { en: `The answer is no ${form}`, de: `Die Antwort ist kein ${form}`, uk: `Відповідь не у форматі ${form}` },
    { cause },
  );
}

const CODES: Record<string, Localized> = {
  ENOTFOUND: {
    en: 'The name is unknown or there is no network',
    de: 'Der Name ist unbekannt oder es gibt kein Netz',
    uk: 'Ім’я невідоме або немає мережі',
  },
  EAI_AGAIN: { en: 'There is no network', de: 'Es gibt kein Netz', uk: 'Немає мережі' },
  ECONNREFUSED: {
    en: 'The connection was refused',
    de: 'Die Verbindung wurde abgelehnt',
    uk: 'У з’єднанні відмовлено',
  },
  ECONNRESET: { en: 'The connection broke off', de: 'Die Verbindung brach ab', uk: 'З’єднання обірвалося' },
};
const FAILED: Localized = {
  en: 'The connection failed',
  de: 'Die Verbindung ist gescheitert',
  uk: 'Не вдалося з’єднатися',
};

/** Whatever the network threw. Without a network asking again soon is no use; a broken connection may heal. */
export function connectionFailure(error: unknown): HttpFailure {
  if (error instanceof HttpFailure) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const passing = !['ENOTFOUND', 'EAI_AGAIN', 'ERR_TLS_CERT_ALTNAME_INVALID'].includes(code);
  return new HttpFailure(CODES[code] ?? FAILED, { passing, cause: error });
}
