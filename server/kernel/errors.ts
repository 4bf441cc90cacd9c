/** Errors a person may read. Anything else that is thrown is unexpected: logged in full, shown without its message. */
import type { Localized } from './text.ts';

/** What went wrong, stable for machines; each door maps it to its own status. */
export type ErrorCode =
  | 'invalid'
  | 'unauthorized'
  | 'forbidden'
  | 'needs_approval'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'too_many'
  | 'unavailable';

export class PerchError extends Error {
  readonly code: ErrorCode;
  /** What a person reads: what failed and what to do. */
  readonly text: Localized;

  constructor(code: ErrorCode, text: Localized, options?: ErrorOptions) {
    super(text.en, options);
    this.name = 'PerchError';
    this.code = code;
    this.text = text;
  }
}

/** What a person may read of any error; unknown ones keep their message to the log. */
export function toLocalized(error: unknown): Localized {
  if (error instanceof PerchError) return error.text;
  return {
    en: 'Something went wrong in Perch. Nothing was lost; try it again. The log says more.',
    de: 'In Perch ist etwas schiefgegangen. Nichts ist verloren; versuchen Sie es noch einmal. Das Protokoll sagt mehr.',
    uk: 'У Perch сталася помилка. Нічого не втрачено; спробуйте ще раз. Подробиці в журналі.',
  };
}
