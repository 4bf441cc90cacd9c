/** From errors to answers: the one place that knows HTTP status codes. */
import type { ErrorRequestHandler, RequestHandler } from 'express';
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

export const notFound: RequestHandler = (request, _response, next) => {
  next(
    new PerchError('not_found', {
      en: `There is nothing at ${request.method} ${request.path.slice(0, 100)}. GET /api/openapi.json lists what there is.`,
      de: `Unter ${request.method} ${request.path.slice(0, 100)} gibt es nichts. GET /api/openapi.json zeigt, was es gibt.`,
      uk: `За адресою ${request.method} ${request.path.slice(0, 100)} нічого немає. GET /api/openapi.json показує, що є.`,
    }),
  );
};

/** JSON `{error: {code, message, text}}`; what is unexpected goes to the log with an id, and only the id to the caller. */
export function errorHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const known = fromBodyParser(error);
    if (known instanceof PerchError) {
      response
        .status(STATUS[known.code])
        .json({ error: { code: known.code, message: known.text.en, text: known.text } });
      return;
    }
    const id = newId();
    logger.error({ error, id, method: request.method, path: request.path }, 'a request failed');
    const text = toLocalized(error);
    response.status(500).json({ error: { code: 'internal', id, message: text.en, text } });
  };
}

/** body-parser marks its errors with a type. */
function fromBodyParser(error: unknown): unknown {
  const type = error instanceof Error && 'type' in error ? error.type : null;
  if (type === 'entity.too.large') {
    return new PerchError('too_large', {
      en: 'The body is too large.',
      de: 'Der Inhalt ist zu groß.',
      uk: 'Вміст завеликий.',
    });
  }
  if (typeof type === 'string') {
    return new PerchError('invalid', {
      en: 'The body is no valid JSON.',
      de: 'Der Inhalt ist kein gültiges JSON.',
      uk: 'Вміст не є коректним JSON.',
    });
  }
  return error;
}
