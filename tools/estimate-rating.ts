/** estimate_rating: what having the model rate the first postings would cost, and who would read the CV. Asks no model. */
import { z } from 'zod';
import { localize } from '../server/kernel/plural.ts';
import { defineAction } from './action.ts';
import { costWords } from './rating-words.ts';
import { said } from './words.ts';

/** Postings that are rated when nobody says how many. */
export const RATED = 10;
export const topSchema = z.int().min(1).max(50).default(RATED);

export const estimateRating = defineAction({
  name: 'estimate_rating',
  title: { en: 'What rating would cost', de: 'Kosten der Bewertung', uk: 'Вартість оцінювання' },
  says: { en: 'Estimating the cost', de: 'Kosten werden geschätzt', uk: 'Оцінюю вартість' },
  description:
    'How many calls and tokens it would take to have the language model rate the first `top` postings of the list ' +
    'against the CV, and which server would read the CV. Costs nothing.',
  input: z.strictObject({ top: topSchema }),
  effect: 'read',
  guarded: false,
  async run({ userId, conversationId }, { top }, services) {
    const estimate = await services.ratings.estimate({ userId, conversationId, top });
    const line = localize((language) => costWords(estimate, language));
    return { outcome: said(line), forModel: { ...estimate, say: line }, data: estimate };
  },
});
