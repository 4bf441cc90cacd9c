/** Sessions: express-session kept in Postgres. Personal mode signs its owner in by itself. */
import { createHash, randomBytes } from 'node:crypto';
import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler } from 'express';
import session from 'express-session';
import type { Store } from '../store/store.ts';

declare module 'express-session' {
  interface SessionData {
    userId: string;
  }
}

const THIRTY_DAYS_MS = 30 * 24 * 3600 * 1000;

export interface Sessions {
  /** Loads or begins the session and makes sure that somebody is signed in. */
  middleware: RequestHandler;
  /** Loads the session only; an upgrade may not begin one, since it cannot set a cookie. */
  load(request: object, response: object, next: (error?: unknown) => void): void;
  cookieName: string;
}

/** `secret` signs the cookie; `isSecure` when PERCH_ORIGIN is https; `place` tells the cookies of two Perches apart. */
export function createSessions(options: {
  store: Store;
  secret: string;
  isSecure: boolean;
  place: string;
  ownerId: string;
}): Sessions {
  const Postgres = connectPgSimple(session);
  const instance = createHash('sha256').update(options.place).digest('hex').slice(0, 8);
  const cookieName = options.isSecure ? '__Host-perch' : `perch-${instance}`;
  const load = session({
    name: cookieName,
    secret: options.secret,
    resave: false,
    saveUninitialized: false,
    genid: () => randomBytes(24).toString('hex'),
    store: new Postgres({
      pool: options.store.pool,
      tableName: 'http_session',
      pruneSessionInterval: 3600,
      disableTouch: true,
    }),
    cookie: { httpOnly: true, sameSite: 'strict', secure: options.isSecure, path: '/', maxAge: THIRTY_DAYS_MS },
  });
  return {
    cookieName,
    load,
    middleware(request, response, next) {
      load(request, response, (error: unknown) => {
        if (error !== undefined && error !== null) {
          next(error);
          return;
        }
        request.session.userId ??= options.ownerId;
        next();
      });
    },
  };
}
