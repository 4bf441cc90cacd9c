/** Bodies: JSON objects of a bounded size, within a bounded time. Whatever else somebody sends is refused unread. */
import express, { type RequestHandler, Router } from 'express';
import { PerchError } from '../kernel/errors.ts';

const LIMIT = '256kb';
/** Longest a body may take; a browser on this machine needs milliseconds. */
const ARRIVES_MS = 20_000;

/** Parses `request.body`. Errors: 413 too large, 415 another kind than JSON, 400 malformed; a slow sender is cut off. */
export function jsonBody(options: { arrivesMs?: number } = {}): RequestHandler {
  const arrivesMs = options.arrivesMs ?? ARRIVES_MS;
  const router = Router();
  router.use((request, response, next) => {
    const { 'content-length': length, 'transfer-encoding': coding } = request.headers;
    const hasBody = coding !== undefined || (length !== undefined && length !== '0');
    if (!hasBody) {
      next();
      return;
    }
    if (request.is('json') === false) {
      response.status(415);
      throw new PerchError('invalid', {
        en: 'Send JSON, with Content-Type: application/json.',
        de: 'Senden Sie JSON, mit Content-Type: application/json.',
        uk: 'Надсилайте JSON із Content-Type: application/json.',
      });
    }
    const late = setTimeout(() => request.destroy(), arrivesMs);
    const arrived = (): void => clearTimeout(late);
    request.once('end', arrived);
    request.once('close', arrived);
    next();
  });
  router.use(express.json({ limit: LIMIT }));
  return router;
}
