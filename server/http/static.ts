/** The page and its files. Built files carry a hash in their names and may be kept; the page itself may not. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, type Response, Router } from 'express';

/** Forms of a file that the build has written beside it, the smaller one first. */
const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;
const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

/** `withSession` begins a session with the page, so that the socket finds one. */
export function pageFiles(pageDir: string, withSession: RequestHandler): Router {
  const router = Router();
  const assets = join(pageDir, 'assets');
  router.use('/assets', chooseEncoding(assets));
  router.use(
    '/assets',
    express.static(assets, { immutable: true, maxAge: '365d', index: false, fallthrough: true, setHeaders: describe }),
  );
  router.get(['/', '/index.html'], withSession, (_request, response) => {
    response.setHeader('cache-control', 'no-store');
    response.sendFile(join(pageDir, 'index.html'));
  });
  router.use(express.static(pageDir, { index: false, maxAge: '1h' }));
  return router;
}

/** Leads a request for a script or a style to its compressed form when there is one that the browser takes. */
function chooseEncoding(assets: string): RequestHandler {
  return (request, response, next) => {
    const name = /^\/([\w-]+\.(?:js|css))$/.exec(request.path)?.[1];
    if (name === undefined) {
      next();
      return;
    }
    response.vary('Accept-Encoding');
    const found = ENCODINGS.find(
      (encoding) =>
        request.acceptsEncodings(encoding.name) === encoding.name && existsSync(join(assets, name + encoding.ending)),
    );
    if (found !== undefined) request.url = `/${name}${found.ending}`;
    next();
  };
}

/** A compressed file is what it was before, only encoded. */
function describe(response: Response, path: string): void {
  const encoding = ENCODINGS.find(({ ending }) => path.endsWith(ending));
  const type = /\.(js|css)\.(?:br|gz)$/.exec(path)?.[1];
  if (encoding === undefined || type === undefined) return;
  response.setHeader('content-encoding', encoding.name);
  response.setHeader('content-type', `${TYPES[type]}; charset=utf-8`);
}
