/** correct_profile: the person corrects, adds to or hides what was read from their CV. */
import { z } from 'zod';
import { correctionChangeSchema } from '../server/cv/cv.ts';
import { defineAction } from './action.ts';
import { forModel } from './show-profile.ts';

export const correctProfile = defineAction({
  name: 'correct_profile',
  title: { en: 'Correct my CV', de: 'Lebenslauf korrigieren', uk: 'Виправити резюме' },
  says: { en: 'Correcting', de: 'Wird korrigiert', uk: 'Виправляю' },
  description:
    'Corrects what was read from the CV: set values (null hides one), add or remove skills, titles, languages, entries of experience, wishes for work. Only what the person said themselves.',
  input: z.strictObject({ cv: z.uuid().optional(), change: correctionChangeSchema }),
  effect: 'change',
  guarded: true,
  async run(context, { cv: cvId, change }, services) {
    const { userId, conversationId } = context;
    const { changeId, cv } = await services.cvs.correct({ userId, conversationId, cvId, change });
    return {
      outcome: {
        line: { en: 'CV corrected', de: 'Lebenslauf korrigiert', uk: 'Резюме виправлено' },
        undoId: changeId,
        undone: false,
        view: null,
      },
      forModel: forModel(cv),
      data: cv,
    };
  },
});
