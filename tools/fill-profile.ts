/** fill_profile: a language model looks for what Perch did not find in the CV; only words that stand in it count. */
import { z } from 'zod';
import { PerchError } from '../server/kernel/errors.ts';
import { formatNumber, localize } from '../server/kernel/plural.ts';
import { defineAction } from './action.ts';
import { forModel } from './show-profile.ts';
import { said } from './words.ts';

const NAMED = 6;
const ROUNDED = 100;

export const fillProfile = defineAction({
  name: 'fill_profile',
  title: { en: 'Fill gaps with the model', de: 'Lücken mit dem Modell füllen', uk: 'Заповнити прогалини моделлю' },
  says: { en: 'The model reads your CV', de: 'Das Modell liest Ihren Lebenslauf', uk: 'Модель читає ваше резюме' },
  description:
    'Has the language model look for what Perch did not find in the active CV: headline, jobs, education, skills, ' +
    'languages. Only words that stand in the CV are taken over; undoable. One call; `estimateOnly` says what it would ' +
    'cost. `agree` names the server that may read the CV, without name and contacts; only the person says so, once.',
  input: z.strictObject({ estimateOnly: z.boolean().default(false), agree: z.string().min(1).max(300).optional() }),
  effect: 'spend',
  guarded: true,
  tellsOfCv: true,
  async run({ userId, conversationId, signal, by }, { estimateOnly, agree }, services) {
    // Throws for a conversation that is not this person's.
    await services.filters.get({ userId, conversationId });
    const estimate = await services.cvFilling.estimate(userId);
    if (estimateOnly) {
      const { model, tokens } = estimate;
      const line = localize((language) => {
        const about = formatNumber(language, Math.ceil(tokens / ROUNDED) * ROUNDED);
        return {
          en: `${model} would read your CV once: about ${about} tokens.`,
          de: `${model} würde Ihren Lebenslauf einmal lesen: etwa ${about} Token.`,
          uk: `${model} прочитає ваше резюме один раз: приблизно ${about} токенів.`,
        }[language];
      });
      return { outcome: said(line), forModel: { ...estimate, say: line }, data: estimate };
    }
    if (agree !== undefined) {
      if (by === 'assistant' || agree !== estimate.host) throw onlyByClick(estimate.host);
      await services.preferences.change(userId, { cvGoesTo: agree });
    }
    const { changeId, cv, added, refused, model } = await services.cvFilling.run({ userId, conversationId, signal });
    const some = added.slice(0, NAMED).join(' · ');
    const line = localize((language) => {
      const left = {
        en: 'Not in your CV, so left out',
        de: 'Steht nicht in Ihrem Lebenslauf, deshalb weggelassen',
        uk: 'Немає в резюме, тому відкинуто',
      }[language];
      const found = { en: `${model} found`, de: `${model} hat gefunden`, uk: `${model} знайшла` }[language];
      const none = {
        en: `${model} found nothing new.`,
        de: `${model} hat nichts Neues gefunden.`,
        uk: `${model} не знайшла нічого нового.`,
      }[language];
      const more = added.length > NAMED ? ` +${formatNumber(language, added.length - NAMED)}` : '';
      return `${added.length === 0 ? none : `${found}: ${some}${more}.`}${refused === 0 ? '' : ` ${left}: ${formatNumber(language, refused)}.`}`;
    });
    return {
      outcome: said(line, changeId),
      forModel: { ...asObject(forModel(cv)), say: line },
      data: { added, refused, cv },
    };
  },
});

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

function onlyByClick(host: string): PerchError {
  return new PerchError('forbidden', {
    en: `Whether ${host} may read your CV is yours to say, under “My CV”.`,
    de: `Ob ${host} Ihren Lebenslauf lesen darf, sagen Sie selbst, unter „Mein Lebenslauf“.`,
    uk: `Чи може ${host} читати ваше резюме, вирішуєте ви самі в розділі «Моє резюме».`,
  });
}
