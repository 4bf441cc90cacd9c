/**
 * GET /metrics, for Prometheus. With PERCH_METRICS_TOKEN whoever carries it, else only programs of this machine; what
 * comes through a proxy has come from elsewhere.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type Request, Router } from 'express';
import { PerchError } from '../kernel/errors.ts';
import type { Metrics } from './metrics.ts';

const THIS_MACHINE = /^(?:127\.|::1$|::ffff:127\.)/u;
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/** `token` is PERCH_METRICS_TOKEN. */
export function metricsRoutes(options: { metrics: Metrics; token: string | undefined }): Router {
  const router = Router();
  router.get('/metrics', async (request, response) => {
    if (!mayRead(request, options.token)) throw notForYou();
    const { type, text } = await options.metrics.page();
    response.setHeader('cache-control', 'no-store');
    response.setHeader('content-type', type);
    response.send(text);
  });
  return router;
}

function mayRead({ headers, socket }: Request, token: string | undefined): boolean {
  // A page of a browser has no business here, also one of this machine.
  if (headers.origin !== undefined || (headers['sec-fetch-site'] ?? 'none') !== 'none') return false;
  if (token !== undefined) return isSame(headers.authorization ?? '', `Bearer ${token}`);
  return THIS_MACHINE.test(socket.remoteAddress ?? '') && FORWARDED.every((name) => headers[name] === undefined);
}

/** Compares digests, which have one length, in constant time. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

function notForYou(): PerchError {
  return new PerchError('forbidden', {
    en: 'The figures are for programs of this machine, or for who carries PERCH_METRICS_TOKEN as a bearer token.',
    de: 'Die Zahlen sind für Programme dieses Rechners, oder für den, der PERCH_METRICS_TOKEN als Bearer-Token mitbringt.',
    uk: 'Показники доступні програмам цього комп’ютера або тому, хто передає PERCH_METRICS_TOKEN як Bearer-токен.',
  });
}
