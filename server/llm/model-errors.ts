/** What a person reads when the language model fails: what happened and what to do, in three languages. */
import { APICallError, RetryError } from 'ai';
import type { Localized } from '../kernel/text.ts';

/** `retryAfterSeconds` is what the provider asked for; null when it did not say. */
export interface ModelFailure {
  kind: 'key' | 'limit' | 'quota' | 'model' | 'request' | 'down' | 'timeout' | 'cut' | 'unreachable' | 'nonsense';
  retryAfterSeconds: number | null;
  text: Localized;
}

const NOT_CHANGED: Localized = {
  en: 'Your filters and the list are as they were; simple sentences go on working without the model.',
  de: 'Ihre Filter und die Liste sind unverändert; einfache Sätze gehen auch ohne das Modell.',
  uk: 'Ваші фільтри й список не змінилися; прості речення працюють і без моделі.',
};

const texts: Record<ModelFailure['kind'], Localized> = {
  key: {
    en: 'The language model refused the key. Check it in the settings, or in the configuration.',
    de: 'Das Sprachmodell hat den Schlüssel abgelehnt. Prüfen Sie ihn in den Einstellungen oder in der Konfiguration.',
    uk: 'Мовна модель відхилила ключ. Перевірте його в налаштуваннях або в конфігурації.',
  },
  limit: {
    en: 'The language model takes no more requests for now. Wait a little and say it again.',
    de: 'Das Sprachmodell nimmt gerade keine weiteren Anfragen an. Warten Sie kurz und sagen Sie es noch einmal.',
    uk: 'Мовна модель зараз не приймає запитів. Зачекайте трохи й повторіть.',
  },
  quota: {
    en: 'The account of the language model has no credit left. Top it up at the provider, or choose another model in the settings.',
    de: 'Das Konto des Sprachmodells ist aufgebraucht. Laden Sie es beim Anbieter auf oder wählen Sie in den Einstellungen ein anderes Modell.',
    uk: 'На рахунку мовної моделі закінчилися кошти. Поповніть його в постачальника або виберіть у налаштуваннях іншу модель.',
  },
  model: {
    en: 'The server does not know this model. Check its name and address in the settings.',
    de: 'Der Server kennt dieses Modell nicht. Prüfen Sie Name und Adresse in den Einstellungen.',
    uk: 'Сервер не знає цієї моделі. Перевірте назву й адресу в налаштуваннях.',
  },
  request: {
    en: 'The language model could not work with this request. Say it in other words, or begin a new conversation.',
    de: 'Das Sprachmodell konnte mit dieser Anfrage nichts anfangen. Sagen Sie es anders oder beginnen Sie ein neues Gespräch.',
    uk: 'Мовна модель не змогла обробити цей запит. Скажіть інакше або почніть нову розмову.',
  },
  down: {
    en: 'The language model has trouble on its side. Say it again in a minute.',
    de: 'Das Sprachmodell hat gerade eine Störung. Sagen Sie es in einer Minute noch einmal.',
    uk: 'У мовної моделі збій. Повторіть за хвилину.',
  },
  timeout: {
    en: 'The language model did not answer in time. Say it again, or in a shorter sentence.',
    de: 'Das Sprachmodell hat nicht rechtzeitig geantwortet. Sagen Sie es noch einmal oder kürzer.',
    uk: 'Мовна модель не відповіла вчасно. Повторіть або скажіть коротше.',
  },
  cut: {
    en: 'The answer of the language model broke off. What is above is done; say it again for the rest.',
    de: 'Die Antwort des Sprachmodells ist abgebrochen. Was oben steht, ist erledigt; sagen Sie den Rest noch einmal.',
    uk: 'Відповідь мовної моделі обірвалася. Те, що вище, виконано; решту скажіть ще раз.',
  },
  unreachable: {
    en: 'The language model cannot be reached. Check that its server runs and that the address in the settings is right.',
    de: 'Das Sprachmodell ist nicht erreichbar. Prüfen Sie, ob sein Server läuft und die Adresse in den Einstellungen stimmt.',
    uk: 'Мовна модель недоступна. Перевірте, чи працює її сервер і чи правильна адреса в налаштуваннях.',
  },
  nonsense: {
    en: 'What answered is no language model. Check the address of the model: it usually ends in /v1.',
    de: 'Was geantwortet hat, ist kein Sprachmodell. Prüfen Sie die Adresse des Modells: Sie endet meist auf /v1.',
    uk: 'Відповіла не мовна модель. Перевірте адресу моделі: зазвичай вона закінчується на /v1.',
  },
};

/** What answers is no model server: a web page, or a stream with nothing in it. */
export class NotAModelError extends Error {
  constructor() {
    super('no answer of a language model');
    this.name = 'NotAModelError';
  }
}

/** Whether the same call may well succeed a moment later. */
export function isTransient({ kind }: ModelFailure): boolean {
  return kind === 'limit' || kind === 'down' || kind === 'cut' || kind === 'nonsense';
}

/** Reads any error of a model call. Never shows the provider's own message. */
export function readModelError(error: unknown): ModelFailure {
  const cause = RetryError.isInstance(error) ? error.lastError : error;
  const kind = kindOf(cause);
  const seconds =
    (kind === 'limit' || kind === 'down') && APICallError.isInstance(cause) ? retryAfter(cause.responseHeaders) : null;
  return { kind, retryAfterSeconds: seconds, text: textOf(kind, seconds) };
}

function kindOf(error: unknown): ModelFailure['kind'] {
  if (APICallError.isInstance(error)) {
    const status = error.statusCode;
    if (status === undefined) return isTimeout(error.cause) ? 'timeout' : isCut(error.cause) ? 'cut' : 'unreachable';
    if (status === 401 || status === 403) return 'key';
    if (status === 429) return /insufficient_quota|billing/i.test(error.responseBody ?? '') ? 'quota' : 'limit';
    if (status === 404) return 'model';
    if (status === 408 || status === 504) return 'timeout';
    if (status >= 500) return 'down';
    return status >= 400 ? 'request' : 'cut';
  }
  if (isTimeout(error)) return 'timeout';
  if (error instanceof NotAModelError) return 'nonsense';
  const words =
    error instanceof Error
      ? `${error.name} ${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`
      : '';
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|fetch failed|Cannot connect/i.test(words)) return 'unreachable';
  return 'cut';
}

function isCut(error: unknown): boolean {
  return error instanceof Error && /terminated|other side closed|premature|aborted/i.test(error.message);
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (/timeout/i.test(error.name) || /timed? ?out|ETIMEDOUT/i.test(error.message));
}

/** Seconds of a Retry-After header, at most an hour; null without one or for a date. */
function retryAfter(headers: Record<string, string> | undefined): number | null {
  const value = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'retry-after')?.[1];
  if (value === undefined) return null;
  const seconds = Number(value);
  if (!Number.isFinite(seconds) || seconds < 0) return null;
  return Math.min(3600, Math.ceil(seconds));
}

function textOf(kind: ModelFailure['kind'], seconds: number | null): Localized {
  const text = texts[kind];
  const wait =
    seconds === null
      ? { en: '', de: '', uk: '' }
      : {
          en: ` It asks for ${seconds} seconds.`,
          de: ` Es bittet um ${seconds} Sekunden.`,
          uk: ` Вона просить ${seconds} с.`,
        };
  const after = kind === 'cut' ? { en: '', de: '', uk: '' } : NOT_CHANGED;
  return {
    en: `${text.en}${wait.en} ${after.en}`.trim(),
    de: `${text.de}${wait.de} ${after.de}`.trim(),
    uk: `${text.uk}${wait.uk} ${after.uk}`.trim(),
  };
}
