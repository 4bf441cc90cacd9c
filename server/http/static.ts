/** The page and its files. Built files carry a hash in their names and may be kept; the page itself may not. */
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

/** `withSession` begins a session with the page, so that the socket finds one. */
export function pageFiles(pageDir: string, withSession: RequestHandler): Router {
  const router = Router();
  router.use(
    '/assets',
    express.static(join(pageDir, 'assets'), { immutable: true, maxAge: '365d', index: false, fallthrough: true }),
  );
  router.get(['/', '/index.html'], withSession, (_request, response) => {
    response.setHeader('cache-control', 'no-store');
    response.sendFile(join(pageDir, 'index.html'));
  });
  router.use(express.static(pageDir, { index: false, maxAge: '1h' }));
  return router;
}
