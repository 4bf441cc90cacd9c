/** From errors to answers: the one place that knows HTTP status codes. */
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { z } from 'zod';
import { type ErrorCode, PerchError, toLocalized } from '../kernel/errors.ts';
import { newId } from '../kernel/ids.ts';
import type { Logger } from '../kernel/logger.ts';

const STATUS: Record<ErrorCode, number> = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  needs_approval: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
};
/** Whoever sends thousands of unknown keys is not told each of them. */
const LONGEST_WORDS = 1000;

/** What an error's answer looks like: `id` only for unexpected ones, to find them in the log. */
export const failureSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    text: z.object({ en: z.string(), de: z.string(), uk: z.string() }),
    id: z.uuid().optional(),
  }),
});

export const notFound: RequestHandler = (request, _response, next) => {
  const what = `${request.method} ${request.path.slice(0, 100)}`;
  next(
    new PerchError('not_found', {
      en: `There is nothing at ${what}. GET /api/openapi.json lists what there is.`,
      de: `Unter ${what} gibt es nichts. GET /api/openapi.json zeigt, was es gibt.`,
      uk: `За адресою ${what} нічого немає. GET /api/openapi.json показує, що є.`,
    }),
  );
};

/** Parses, or throws PerchError invalid that names each place. */
export function parseOrRefuse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const what = z.prettifyError(parsed.error);
  throw new PerchError('invalid', { en: what, de: what, uk: what });
}

/** JSON `{error: {code, message, text}}`; what is unexpected goes to the log with an id, and only the id to the caller. */
export function errorHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    if (response.headersSent) {
      // Too late for an answer: cut it off, so that nobody takes half a file for a whole one.
      logger.debug({ error, path: request.path }, 'an answer broke off');
      response.destroy();
      return;
    }
    const known = readError(error);
    if (known !== null) {
      // A status that was set before is more exact than the code's.
      const status = known.status ?? (response.statusCode >= 400 ? response.statusCode : STATUS[known.error.code]);
      const { code, text } = known.error;
      response.status(status).json({ error: { code, message: cut(text.en), text: cutAll(text) } });
      return;
    }
    const id = newId();
    logger.error({ error, id, method: request.method, path: request.path }, 'a request failed');
    const text = toLocalized(error);
    response.status(500).json({ error: { code: 'internal', id, message: text.en, text } });
  };
}

/** A PerchError, or what express and its parsers threw about a request that is wrong; null for anything else. */
function readError(error: unknown): { error: PerchError; status?: number } | null {
  if (error instanceof PerchError) return { error };
  const status = error instanceof Error && 'status' in error ? error.status : null;
  if (typeof status !== 'number' || status < 400 || status > 499) return null;
  if (status === 413) return { error: tooLarge() };
  if (status === 404) return { error: gone() };
  return { error: malformed(), status };
}

function tooLarge(): PerchError {
  return new PerchError('too_large', {
    en: 'The body is too large.',
    de: 'Der Inhalt ist zu groß.',
    uk: 'Вміст завеликий.',
  });
}

function gone(): PerchError {
  return new PerchError('not_found', {
    en: 'There is no such file.',
    de: 'Diese Datei gibt es nicht.',
    uk: 'Такого файлу немає.',
  });
}

function malformed(): PerchError {
  return new PerchError('invalid', {
    en: 'The request could not be read. Is the address right, and the body valid JSON?',
    de: 'Die Anfrage ließ sich nicht lesen. Stimmt die Adresse, und ist der Inhalt gültiges JSON?',
    uk: 'Запит не вдалося прочитати. Чи правильна адреса і чи вміст є коректним JSON?',
  });
}

const cut = (words: string): string => (words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS)} …` : words);

function cutAll({ en, de, uk }: PerchError['text']): PerchError['text'] {
  return { en: cut(en), de: cut(de), uk: cut(uk) };
}
