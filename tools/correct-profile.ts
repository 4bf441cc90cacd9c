/** correct_profile: the person corrects, adds to or hides what was read from their CV. */
import { z } from 'zod';
import { type CorrectionChange, correctionChangeSchema } from '../server/cv/cv.ts';
import { noCv } from '../server/cv/cv-service.ts';
import { PerchError } from '../server/kernel/errors.ts';
import type { Localized } from '../server/kernel/text.ts';
import { defineAction } from './action.ts';
import { forModel } from './show-profile.ts';
import { adding, removing, spokenSchema } from './spoken-correction.ts';

export const correctProfile = defineAction({
  name: 'correct_profile',
  title: { en: 'Correct my CV', de: 'Lebenslauf korrigieren', uk: 'Виправити резюме' },
  says: { en: 'Correcting', de: 'Wird korrigiert', uk: 'Виправляю' },
  description:
    'Corrects what was read from the CV. `add` and `remove` take words as the person said them: skills, job titles, ' +
    'spoken languages ({"add":["Kubernetes"]}). `change` sets values (null hides one), entries of experience, wishes ' +
    'for work. Only what the person said themselves.',
  input: z.strictObject({
    cv: z.uuid().optional(),
    change: correctionChangeSchema.default({}),
    ...spokenSchema.shape,
  }),
  effect: 'change',
  guarded: true,
  tellsOfCv: true,
  async run(context, { cv: cvId, change, add = [], remove = [] }, services) {
    const { userId, conversationId } = context;
    await services.filters.get({ userId, conversationId });
    let whole: CorrectionChange = { ...change, ...adding(add) };
    if (remove.length > 0) {
      const { active } = await services.cvs.show(userId);
      if (active === null) throw noCv();
      const removed = removing(remove, active);
      if (removed.unknown.length === remove.length && add.length === 0) throw notThere(removed.unknown);
      whole = { ...whole, ...removed.change };
    }
    const { changeId, cv } = await services.cvs.correct({ userId, conversationId, cvId, change: whole });
    const line = corrected(add, remove);
    return {
      outcome: { line, undoId: changeId, undone: false, view: null },
      forModel: { ...asObject(forModel(cv)), say: sentence(line) },
      data: cv,
    };
  },
});

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});
const sentence = ({ en, de, uk }: Localized): Localized => ({ en: `${en}.`, de: `${de}.`, uk: `${uk}.` });

/** "CV corrected: + Kubernetes, − PHP". */
function corrected(add: readonly string[], remove: readonly string[]): Localized {
  const what = [...add.map((word) => `+ ${word}`), ...remove.map((word) => `− ${word}`)].join(', ');
  const more = what === '' ? '' : `: ${what}`;
  return { en: `CV corrected${more}`, de: `Lebenslauf korrigiert${more}`, uk: `Резюме виправлено${more}` };
}

function notThere(words: readonly string[]): PerchError {
  const list = words.join(', ');
  return new PerchError('not_found', {
    en: `Your CV as Perch reads it does not name ${list}, so there is nothing to remove.`,
    de: `In Ihrem Lebenslauf, wie Perch ihn liest, kommt ${list} nicht vor; es gibt nichts zu entfernen.`,
    uk: `У вашому резюме, як його прочитав Perch, немає «${list}», тож прибирати нічого.`,
  });
}
