/** explain_match: why a posting has its score, requirement by requirement, with the words of both. */
import { z } from 'zod';
import { defineAction } from './action.ts';
import { fitForModel, fitOrRefuse, fitSentence } from './score-words.ts';
import { jobReference } from './show-job.ts';

export const explainMatch = defineAction({
  name: 'explain_match',
  title: { en: 'Explain a score', de: 'Punkte erklären', uk: 'Пояснити оцінку' },
  says: { en: 'Looking at both texts', de: 'Beide Texte werden verglichen', uk: 'Порівнюю обидва тексти' },
  description:
    'Why a posting has its score against the CV: each requirement with its verdict and quotes, the hard stops, what would raise it. `job` is a place in the list, an id, or words.',
  input: z.strictObject({ job: jobReference }),
  effect: 'read',
  guarded: false,
  tellsOfCv: true,
  async run(context, { job }, services) {
    const place = { userId: context.userId, conversationId: context.conversationId };
    const { id } = await services.matches.resolve({ ...place, job });
    const detail = await services.matches.detail({ ...place, postingId: id });
    const fit = fitOrRefuse(detail);
    const say = fitSentence(detail.title, fit);
    return {
      outcome: { line: say, undoId: null, undone: false, view: { kind: 'posting', postingId: id } },
      forModel: { title: detail.title, company: detail.company, ...asObject(fitForModel(fit)), say },
      data: { id, title: detail.title, company: detail.company, fit },
    };
  },
});

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});
