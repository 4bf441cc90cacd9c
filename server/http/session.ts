/** Sessions: express-session kept in Postgres. Personal mode signs its owner in by itself. */
import { createHash, randomBytes } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler } from 'express';
import session from 'express-session';
import { z } from 'zod';
import type { Logger } from '../kernel/logger.ts';
import type { Store } from '../store/store.ts';

declare module 'express-session' {
  interface SessionData {
    userId: string;
  }
}

const THIRTY_DAYS_MS = 30 * 24 * 3600 * 1000;
const PRUNE_SECONDS = 3600;

export interface Sessions {
  /** Loads or begins the session and makes sure that somebody is signed in. */
  middleware: RequestHandler;
  /** Whose session the cookie names, as it stands in the store now; null when there is none (any more). Begins none. */
  userOf(request: Pick<IncomingMessage, 'headers'>): Promise<string | null>;
  /** The cookie's name, which tells two Perches of one machine apart. */
  cookieName: string;
  close(): void;
}

const signedIn = z.object({ session: z.object({ userId: z.uuid() }) });

/** `secret` signs the cookie; `isSecure` when PERCH_ORIGIN is https; `place` tells the cookies of two Perches apart. */
export function createSessions(options: {
  store: Store;
  secret: string;
  isSecure: boolean;
  /** Pages of other sites have Perch in them: its cookie goes there, kept apart for each. */
  isEmbedded: boolean;
  place: string;
  ownerId: string;
  logger: Logger;
}): Sessions {
  const { isSecure, logger } = options;
  const Postgres = connectPgSimple(session);
  const instance = createHash('sha256').update(options.place).digest('hex').slice(0, 8);
  const cookieName = isSecure ? '__Host-perch' : `perch-${instance}`;
  const kept = new Postgres({
    pool: options.store.pool,
    tableName: 'http_session',
    pruneSessionInterval: PRUNE_SECONDS,
    disableTouch: true,
    errorLog: (...words: unknown[]) => logger.warn({ words: words.map(String) }, 'the session store failed'),
  });
  const load = session({
    name: cookieName,
    secret: options.secret,
    resave: false,
    saveUninitialized: false,
    genid: () => randomBytes(24).toString('hex'),
    store: kept,
    cookie: {
      httpOnly: true,
      // Browsers take a cookie of another site only with TLS. Without it, other ports of this machine are one site.
      ...(isSecure && options.isEmbedded ? { sameSite: 'none', partitioned: true } : { sameSite: 'strict' }),
      secure: isSecure,
      path: '/',
      maxAge: THIRTY_DAYS_MS,
    },
  });
  // The middleware is typed for express; it takes any request of Node's.
  const any: { load(request: object, response: object, next: (error?: unknown) => void): void } = { load };
  return {
    cookieName,
    middleware(request, response, next) {
      // Perch itself speaks http; with an https PERCH_ORIGIN the proxy before it speaks TLS, and the cookie is safe.
      if (isSecure) Object.defineProperty(request, 'secure', { value: true });
      load(request, response, (error: unknown) => {
        if (error !== undefined && error !== null) {
          next(error);
          return;
        }
        if (request.session.userId !== undefined) {
          next();
          return;
        }
        request.session.userId = options.ownerId;
        // Headers leave before the end of an answer: whoever has the cookie must find its session.
        request.session.save(next);
      });
    },
    async userOf({ headers }) {
      if (!(headers.cookie ?? '').includes(`${cookieName}=`)) return null;
      // A request of its own each time: on one that it has seen before the middleware would give the old answer.
      const bare = new IncomingMessage(new Socket());
      const probe = Object.assign(bare, { url: '/', originalUrl: '/', headers: { cookie: headers.cookie } });
      return await new Promise((resolve, reject) => {
        any.load(probe, new ServerResponse(bare), (error: unknown) => {
          if (error === undefined || error === null) resolve(signedIn.safeParse(probe).data?.session.userId ?? null);
          else reject(error instanceof Error ? error : new Error('the session could not be read', { cause: error }));
        });
      });
    },
    close: () => kept.close(),
  };
}
