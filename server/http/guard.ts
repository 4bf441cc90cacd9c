/**
 * Who may talk to Perch: only requests for our own names, and changes only from our own pages. Other tabs of the same
 * browser and rebound DNS names are strangers.
 */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { PerchError } from '../kernel/errors.ts';

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);
/** A name or address and perhaps a port; nothing else belongs into a Host header. */
const HOST = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/iu;

/** Addresses that give a file to keep and change nothing. */
const FILES = /^\/api\/(?:exports|conversations)\/[^/]+(?:\/markdown)?$/u;

type Asking = Pick<IncomingMessage, 'headers'>;

export interface Guard {
  /** Is the Host header one of ours? */
  allowsHost(request: Asking): boolean;
  /** Is the Origin header our own? A missing one is not. */
  allowsOrigin(request: Asking): boolean;
  /** Does the request carry the token that only this user can read from the lock file? */
  hasToken(request: Asking): boolean;
  /** Of every request: our name, and for changes our Origin or the token. */
  middleware: RequestHandler;
  /** Of requests for data: browsers say when another site asks, also where no Origin is sent (a link, an image). */
  ownSite: RequestHandler;
}

/**
 * `origin` is PERCH_ORIGIN; pages of `embedOrigins` may do what our own may; `token` opens the door of commands, null when there is none.
 */
export function createGuard(options: {
  origin: string | undefined;
  embedOrigins: readonly string[];
  token: string | null;
}): Guard {
  const own = options.origin === undefined ? null : new URL(options.origin);

  const isOurs = (host: string): boolean => {
    if (!HOST.test(host)) return false;
    const { hostname } = URL.parse(`http://${host}`) ?? {};
    if (hostname !== undefined && LOCAL_HOSTS.has(hostname)) return true;
    return own !== null && URL.parse(`${own.protocol}//${host}`)?.host === own.host;
  };
  const checks: Omit<Guard, 'middleware' | 'ownSite'> = {
    allowsHost: ({ headers }) => headers.host !== undefined && isOurs(headers.host),
    allowsOrigin({ headers }) {
      const origin = headers.origin === undefined ? null : URL.parse(headers.origin);
      if (origin === null) return false;
      if (own !== null && origin.origin === own.origin) return true;
      if (options.embedOrigins.includes(origin.origin)) return true;
      // The page and the address it talks to are one: another port of this machine is another program.
      return LOCAL_HOSTS.has(origin.hostname) && origin.host === headers.host?.toLowerCase();
    },
    hasToken({ headers }) {
      const given = /^Bearer ([0-9a-f]{64})$/u.exec(headers.authorization ?? '')?.[1];
      return (
        options.token !== null && given !== undefined && timingSafeEqual(Buffer.from(given), Buffer.from(options.token))
      );
    },
  };
  return {
    ...checks,
    middleware(request, response, next) {
      if (!checks.allowsHost(request)) {
        response.status(421);
        throw foreignHost();
      }
      const reads = request.method === 'GET' || request.method === 'HEAD';
      if (!reads && !checks.allowsOrigin(request) && !checks.hasToken(request)) throw foreignOrigin();
      next();
    },
    ownSite(request, _response, next) {
      const site = request.headers['sec-fetch-site'];
      // A link to a file, followed from a page that has Perch in it, comes without an Origin.
      const isFile = request.headers['sec-fetch-mode'] === 'navigate' && FILES.test(request.path);
      if (isFile && options.embedOrigins.length > 0) {
        next();
        return;
      }
      if (site !== undefined && site !== 'same-origin' && site !== 'none' && !checks.allowsOrigin(request)) {
        throw foreignOrigin();
      }
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
    en: 'Only Perch’s own page may do this. Nothing was changed.',
    de: 'Das darf nur die eigene Seite von Perch. Nichts wurde geändert.',
    uk: 'Це може робити лише власна сторінка Perch. Нічого не змінено.',
  });
}
