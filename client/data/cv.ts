/** The person's CVs over HTTP: read, corrected, chosen, pasted, erased. */
import {
  type CorrectionChange,
  type Cvs,
  cvsSchema,
  type CvView,
  type Localized,
} from '../../server/protocol/index.ts';

/** What Perch said, or null when it could not be reached. */
export class CvFailure extends Error {
  readonly text: Localized | null;

  constructor(text: Localized | null) {
    super(text?.en ?? 'no answer');
    this.text = text;
  }
}

/** Throws CvFailure. `url` gives an address of Perch. */
export function createCvStore(url: (path: string) => string, conversationId: () => string | undefined) {
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(url(path), {
      method,
      credentials: 'include',
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    }).catch(() => null);
    const value: unknown = await answer?.json().catch(() => null);
    if (answer?.ok !== true) throw new CvFailure(wordsOf(value));
    return value;
  };
  const act = async (name: string, input: unknown): Promise<void> => {
    const conversation = conversationId();
    const query = conversation === undefined ? '' : `?conversation=${conversation}`;
    await ask('POST', `/api/actions/${name}${query}`, input);
  };
  const show = async (): Promise<Cvs> => {
    const answer = await ask('GET', '/profile/overview');
    const data = typeof answer === 'object' && answer !== null && 'data' in answer ? answer.data : null;
    return cvsSchema.parse(data);
  };
  const then = async (work: Promise<unknown>): Promise<Cvs> => {
    await work;
    return await show();
  };
  return {
    show,
    correct: async (cv: CvView, change: CorrectionChange) => await then(act('correct_profile', { cv: cv.id, change })),
    choose: async (cv: string) => await then(act('choose_cv', { cv })),
    paste: async (text: string) => await then(ask('POST', '/cv', { text })),
    remove: async (cv: string) => await then(ask('DELETE', `/cv/${cv}`)),
  };
}

/** The words of a failure as Perch sends it, or null. */
export function wordsOf(value: unknown): Localized | null {
  const error = typeof value === 'object' && value !== null && 'error' in value ? value.error : null;
  const text = typeof error === 'object' && error !== null && 'text' in error ? error.text : null;
  if (typeof text !== 'object' || text === null || !('en' in text) || !('de' in text) || !('uk' in text)) return null;
  const { en, de, uk } = text;
  return typeof en === 'string' && typeof de === 'string' && typeof uk === 'string' ? { en, de, uk } : null;
}
