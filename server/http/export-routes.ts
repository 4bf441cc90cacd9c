/** GET /api/exports/:id: the file of an export, written while it is read. The link keeps working. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { z } from 'zod';
import { PerchError } from '../kernel/errors.ts';
import type { ExportService } from '../matching/export-service.ts';
import { callerOf } from './caller.ts';

export function exportRoutes(exports: ExportService): Router {
  const router = Router();
  router.get('/api/exports/:id', async (request, response) => {
    const exportId = z.uuid().safeParse(request.params.id);
    if (!exportId.success) throw noExport();
    const file = await exports.stream({ userId: callerOf(request), exportId: exportId.data });
    response.setHeader('content-type', file.contentType);
    response.setHeader('content-disposition', `attachment; filename="${file.filename}"`);
    await pipeline(Readable.from(file.chunks), response);
  });
  return router;
}

function noExport(): PerchError {
  return new PerchError('not_found', {
    en: 'There is no such export.',
    de: 'Diesen Export gibt es nicht.',
    uk: 'Такого експорту немає.',
  });
}
