/** choose_cv: which of several CVs counts. */
import { z } from 'zod';
import { defineAction } from './action.ts';
import { forModel } from './show-profile.ts';

export const chooseCv = defineAction({
  name: 'choose_cv',
  title: { en: 'Choose a CV', de: 'Lebenslauf wählen', uk: 'Вибрати резюме' },
  says: { en: 'Changing the CV', de: 'Lebenslauf wird gewechselt', uk: 'Змінюю резюме' },
  description: 'Makes another of the person’s CVs the active one, by its id as show_profile gives it.',
  input: z.strictObject({ cv: z.uuid() }),
  effect: 'change',
  guarded: false,
  async run(context, { cv: cvId }, services) {
    const { userId, conversationId } = context;
    const { changeId, cv } = await services.cvs.choose({ userId, conversationId, cvId });
    return {
      outcome: {
        line: {
          en: `CV in use: ${cv.name}`,
          de: `Lebenslauf in Gebrauch: ${cv.name}`,
          uk: `Активне резюме: ${cv.name}`,
        },
        undoId: changeId,
        undone: false,
        view: null,
      },
      forModel: forModel(cv),
      data: cv,
    };
  },
});
