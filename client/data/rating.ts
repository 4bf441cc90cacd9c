/** What rating with a model would cost, and having it done, over HTTP. */
import { type Localized, type RatingEstimate, ratingEstimateSchema } from '../../server/protocol/index.ts';
import { CvFailure, wordsOf } from './cv.ts';

/** Throws CvFailure. `url` gives an address of Perch. */
export function createRating(url: (path: string) => string, conversationId: () => string | undefined) {
  const ask = async (action: string, input: unknown): Promise<unknown> => {
    const conversation = conversationId();
    const query = conversation === undefined ? '' : `?conversation=${conversation}`;
    const answer = await fetch(url(`/api/actions/${action}${query}`), {
      method: 'POST',
      credentials: 'include',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    }).catch(() => null);
    const value: unknown = await answer?.json().catch(() => null);
    if (answer?.ok !== true) throw new CvFailure(wordsOf(value));
    return value;
  };
  return {
    async estimate(top: number): Promise<RatingEstimate> {
      const answer = await ask('estimate_rating', { top });
      const data = typeof answer === 'object' && answer !== null && 'data' in answer ? answer.data : null;
      return ratingEstimateSchema.parse(data);
    },
    /** What became of it, in words; `agree` names the server that may read the CV from now on. */
    async rate(top: number, agree: string | null): Promise<Localized | null> {
      const answer = await ask('rate_jobs', { top, ...(agree === null ? {} : { agree }) });
      return lineOf(answer);
    },
  };
}

function lineOf(answer: unknown): Localized | null {
  const outcome = typeof answer === 'object' && answer !== null && 'outcome' in answer ? answer.outcome : null;
  const line = typeof outcome === 'object' && outcome !== null && 'line' in outcome ? outcome.line : null;
  return wordsOf({ error: { text: line } });
}
