/** What a model would cost for rating postings and for reading the CV, and having it done, over HTTP. */
import {
  type FillingEstimate,
  fillingEstimateSchema,
  type Localized,
  type RatingEstimate,
  ratingEstimateSchema,
} from '../../server/protocol/index.ts';
import { CvFailure, wordsOf } from './cv.ts';

/** Throws CvFailure. `url` gives an address of Perch. */
export function createModelWork(url: (path: string) => string, conversationId: () => string | undefined) {
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
  const dataOf = (answer: unknown): unknown =>
    typeof answer === 'object' && answer !== null && 'data' in answer ? answer.data : null;
  const agreed = (agree: string | null): object => (agree === null ? {} : { agree });
  return {
    async estimateFilling(): Promise<FillingEstimate> {
      return fillingEstimateSchema.parse(dataOf(await ask('fill_profile', { estimateOnly: true })));
    },
    /** What was found, in words. */
    fill: async (agree: string | null): Promise<Localized | null> => lineOf(await ask('fill_profile', agreed(agree))),
    async estimate(top: number): Promise<RatingEstimate> {
      return ratingEstimateSchema.parse(dataOf(await ask('estimate_rating', { top })));
    },
    /** What became of it, in words; `agree` names the server that may read the CV from now on. */
    async rate(top: number, agree: string | null): Promise<Localized | null> {
      return lineOf(await ask('rate_jobs', { top, ...agreed(agree) }));
    },
  };
}

function lineOf(answer: unknown): Localized | null {
  const outcome = typeof answer === 'object' && answer !== null && 'outcome' in answer ? answer.outcome : null;
  const line = typeof outcome === 'object' && outcome !== null && 'line' in outcome ? outcome.line : null;
  return wordsOf({ error: { text: line } });
}
