/** GET /api/docs: the API explained as a page, beside its style. */
import { fileURLToPath } from 'node:url';
import { Router } from 'express';
import { renderDocs } from './docs-page.ts';

const STYLE = fileURLToPath(new URL('docs.css', import.meta.url));

/** `document` is the OpenAPI document. */
export function docsRoutes(document: unknown): Router {
  const page = renderDocs(document);
  const router = Router();
  router.get('/api/docs', (_request, response) => {
    response.type('html').send(page);
  });
  router.get('/api/docs.css', (_request, response) => {
    response.sendFile(STYLE);
  });
  return router;
}
