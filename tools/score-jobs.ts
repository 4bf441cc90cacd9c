/** score_jobs: the list by its scores against the CV. */
import { z } from 'zod';
import { noCv } from '../server/cv/cv-service.ts';
import { localize } from '../server/kernel/plural.ts';
import { defineAction } from './action.ts';
import { jobs, said } from './words.ts';

const SHOWN = 10;

export const scoreJobs = defineAction({
  name: 'score_jobs',
  title: { en: 'Score the list', de: 'Liste bewerten', uk: 'Оцінити список' },
  says: { en: 'Scoring against your CV', de: 'Wird mit Ihrem Lebenslauf verglichen', uk: 'Порівнюю з вашим резюме' },
  description:
    'Orders the list by its scores against the active CV and gives the best ones with their scores. Needs no model and costs nothing.',
  input: z.strictObject({}),
  effect: 'change',
  guarded: false,
  async run(context, _input, services) {
    const place = { userId: context.userId, conversationId: context.conversationId };
    const { filter } = await services.filters.get(place);
    if ((await services.cvs.show(context.userId)).active === null) throw noCv();
    const isByScore = (filter.sort ?? 'score') === 'score';
    const changed = isByScore
      ? null
      : await services.filters.change({ ...place, change: { clear: ['sort'] }, by: context.by, action: 'score_jobs' });
    const { matches } = await services.matches.page(place);
    const top = matches.slice(0, SHOWN).map(({ title, company, score }, index) => ({
      n: index + 1,
      title,
      company,
      score: score?.value ?? null,
      stops: score?.stops ?? [],
    }));
    const [best] = top;
    const line = localize((language) => {
      const count = jobs(language, matches.length);
      if (best === undefined)
        return { en: 'There is nothing to score', de: 'Es gibt nichts zu bewerten', uk: 'Немає що оцінювати' }[
          language
        ];
      const name = best.company === null ? best.title : `${best.title}, ${best.company}`;
      return {
        en: `By score, the first ${count}. Best: ${name} with ${best.score}`,
        de: `Nach Punkten, die ersten ${count}. Am besten: ${name} mit ${best.score}`,
        uk: `За оцінкою, перші ${count}. Найкраща: ${name}, ${best.score}`,
      }[language];
    });
    return {
      outcome: said(line, changed?.changeId ?? null),
      forModel: { top, say: localize((language) => `${line[language]}.`) },
      data: { matches: matches.map(({ id, title, company, score }) => ({ id, title, company, score })) },
    };
  },
});
