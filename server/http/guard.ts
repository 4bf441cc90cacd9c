/**
 * Who may talk to Perch: only requests for our own names, and changes only from our own pages. Other tabs of the same
 * browser and rebound DNS names are strangers.
 */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { PerchError } from '../kernel/errors.ts';

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

export interface Guard {
  /** Is the Host header one of ours? */
  allowsHost(request: Pick<IncomingMessage, 'headers'>): boolean;
  /** Is the Origin header our own? A missing one is not. */
  allowsOrigin(request: Pick<IncomingMessage, 'headers'>): boolean;
  /** Does the request carry the token that only this user can read from the lock file? */
  hasToken(request: Pick<IncomingMessage, 'headers'>): boolean;
  middleware: RequestHandler;
}

export function createGuard(options: { origin: string | undefined; token: string | null }): Guard {
  const own = options.origin === undefined ? null : new URL(options.origin);

  const isOurs = (host: string): boolean => {
    const name = URL.parse(`http://${host}`);
    return name !== null && (LOCAL_HOSTS.has(name.hostname) || name.host === own?.host);
  };
  const guard: Omit<Guard, 'middleware'> = {
    allowsHost: ({ headers }) => headers.host !== undefined && isOurs(headers.host),
    allowsOrigin({ headers }) {
      const origin = headers.origin === undefined ? null : URL.parse(headers.origin);
      if (origin === null) return false;
      if (own !== null && origin.origin === own.origin) return true;
      // The page and the address it talks to are one: another port of this machine is another program.
      return LOCAL_HOSTS.has(origin.hostname) && origin.host === headers.host;
    },
    hasToken({ headers }) {
      const given = /^Bearer ([0-9a-f]{64})$/u.exec(headers.authorization ?? '')?.[1];
      return (
        options.token !== null && given !== undefined && timingSafeEqual(Buffer.from(given), Buffer.from(options.token))
      );
    },
  };
  return {
    ...guard,
    middleware(request, _response, next) {
      if (!guard.allowsHost(request)) throw foreignHost();
      const reads = request.method === 'GET' || request.method === 'HEAD';
      if (!reads && !guard.allowsOrigin(request) && !guard.hasToken(request)) throw foreignOrigin();
      next();
    },
  };
}

function foreignHost(): PerchError {
  return new PerchError('forbidden', {
    en: 'Perch does not answer under this name. Open it at http://localhost or set PERCH_ORIGIN to its address.',
    de: 'Unter diesem Namen antwortet Perch nicht. Öffnen Sie es über http://localhost, oder setzen Sie PERCH_ORIGIN auf seine Adresse.',
    uk: 'Під цією назвою Perch не відповідає. Відкрийте його за адресою http://localhost або задайте PERCH_ORIGIN.',
  });
}

function foreignOrigin(): PerchError {
  return new PerchError('forbidden', {
    en: 'Only Perch’s own page may change something. Nothing was changed.',
    de: 'Nur die eigene Seite von Perch darf etwas ändern. Nichts wurde geändert.',
    uk: 'Змінювати щось може лише власна сторінка Perch. Нічого не змінено.',
  });
}
