/** A CV comes as a file or as pasted text, and goes for good: POST /cv, POST /cv/upload, DELETE /cv/:id. */
import { type RequestHandler, Router } from 'express';
import multer, { memoryStorage, MulterError } from 'multer';
import { z } from 'zod';
import type { CvService } from '../cv/cv-service.ts';
import { LIMITS } from '../cv/extracted.ts';
import { TOO_LARGE } from '../cv/quality-words.ts';
import { PerchError } from '../kernel/errors.ts';
import { callerOf } from './caller.ts';
import { parseOrRefuse } from './errors.ts';
import { jsonBody } from './json-body.ts';

/** A slow sender is cut off. */
const ARRIVES_MS = 30_000;
/** The longest text that is pasted, in characters. */
const LONGEST_TEXT = 200_000;

export const pastedCv = z.strictObject({
  text: z.string().trim().min(1).max(LONGEST_TEXT),
  name: z.string().trim().min(1).max(120).default('Pasted text'),
});
export const cvPath = z.object({ id: z.uuid() });

/** POST takes `multipart/form-data` with one `file`, or JSON with `text`; both answer what was read. */
export function cvRoutes(cvs: CvService): Router {
  const router = Router();
  const receive = receiveFile();
  const readsJson = jsonBody();
  const body: RequestHandler = (request, response, next) => {
    // Before a byte is read.
    callerOf(request);
    void (request.is('multipart/form-data') === false ? readsJson : receive)(request, response, next);
  };
  router.post(['/cv', '/cv/upload'], body, async (request, response) => {
    const userId = callerOf(request);
    const stopped = new AbortController();
    response.once('close', () => stopped.abort());
    const { bytes, name } = request.file === undefined ? pasted(request.body) : uploaded(request.file);
    response.status(201).json(await cvs.add({ userId, bytes, name, signal: stopped.signal }));
  });
  router.delete('/cv/:id', async (request, response) => {
    const { id: cvId } = parseOrRefuse(cvPath, request.params);
    response.json(await cvs.remove({ userId: callerOf(request), cvId }));
  });
  return router;
}

/** One file of at most 10 MB in memory, and nothing beside it that takes room. */
function receiveFile(): RequestHandler {
  const upload = multer({
    storage: memoryStorage(),
    defParamCharset: 'utf8',
    limits: { fileSize: LIMITS.bytes, files: 1, fields: 4, parts: 6, fieldSize: 1000, headerPairs: 20 },
  }).single('file');
  return (request, response, next) => {
    const late = setTimeout(() => request.destroy(), ARRIVES_MS);
    upload(request, response, (error: unknown) => {
      clearTimeout(late);
      if (error instanceof MulterError) next(refusal(error));
      // What busboy throws is about a body that is no form.
      else next(error instanceof Error && !(error instanceof PerchError) ? noFile() : error);
    });
  };
}

type Sent = { bytes: Uint8Array; name: string };

function pasted(body: unknown): Sent {
  if (body === undefined || (typeof body === 'object' && body !== null && !('text' in body))) throw noFile();
  const { text, name } = parseOrRefuse(pastedCv, body);
  return { bytes: new TextEncoder().encode(text), name };
}

const uploaded = ({ buffer, originalname }: { buffer: Buffer; originalname: string }): Sent => ({
  bytes: buffer,
  name: originalname,
});

function refusal(error: MulterError): PerchError {
  return error.code === 'LIMIT_FILE_SIZE' ? new PerchError('too_large', TOO_LARGE) : noFile();
}

function noFile(): PerchError {
  return new PerchError('invalid', {
    en: 'Send one file under the name “file”, as multipart/form-data, or JSON with the text.',
    de: 'Senden Sie eine Datei unter dem Namen „file“ als multipart/form-data, oder JSON mit dem Text.',
    uk: 'Надішліть один файл під назвою «file» як multipart/form-data або JSON із текстом.',
  });
}
