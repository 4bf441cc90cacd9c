/**
 * Perch as an element in pages of other origins, those of PERCH_EMBED_ORIGINS only: what CORS wants, a session for
 * whoever comes without Perch's own page, and one script whose name never changes.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import { PerchError } from '../kernel/errors.ts';

const PREFLIGHT_SECONDS = '600';

/** Tells browsers that pages of these origins may read what they asked for. Comes after the guard. */
export function allowEmbedding(origins: readonly string[]): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    if (origins.length > 0) response.vary('origin');
    if (origin === undefined || !origins.includes(origin)) {
      next();
      return;
    }
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader('access-control-expose-headers', 'content-disposition');
    if (request.method !== 'OPTIONS') {
      next();
      return;
    }
    response.setHeader('access-control-allow-methods', 'GET, POST');
    response.setHeader('access-control-allow-headers', 'content-type');
    response.setHeader('access-control-max-age', PREFLIGHT_SECONDS);
    response.status(204).end();
  };
}

/** POST /api/session and GET /embed.js. `withSession` begins a session; `pageDir` is the folder of the built page. */
export function embeddingRoutes(options: { withSession: RequestHandler; pageDir: string }): Router {
  const router = Router();
  router.post('/api/session', options.withSession, (_request, response) => {
    response.status(204).end();
  });
  router.get('/embed.js', async (_request, response) => {
    const page = await readFile(join(options.pageDir, 'index.html'), 'utf8').catch(() => '');
    response.setHeader('cache-control', 'no-cache');
    response.type('text/javascript').send(embedScript(page));
  });
  return router;
}

/** The module that brings the built page's styles and elements, whatever this build has called them. */
function embedScript(page: string): string {
  const style = /<link [^>]*href="\/?([^"]+\.css)"/u.exec(page)?.[1];
  const script = /<script [^>]*src="\/?([^"]+\.js)"/u.exec(page)?.[1];
  if (style === undefined || script === undefined) throw notBuilt();
  return `const style = document.createElement('link');
style.rel = 'stylesheet';
style.crossOrigin = 'anonymous';
style.href = new URL(${JSON.stringify(style)}, import.meta.url).href;
document.head.append(style);
await import(${JSON.stringify(`./${script.replace(/^\.\//u, '')}`)});
`;
}

function notBuilt(): PerchError {
  return new PerchError('unavailable', {
    en: 'The page is not built yet. Start Perch with npm start, which builds it.',
    de: 'Die Seite ist noch nicht gebaut. Starten Sie Perch mit npm start, das baut sie.',
    uk: 'Сторінку ще не зібрано. Запустіть Perch через npm start: він її збере.',
  });
}
