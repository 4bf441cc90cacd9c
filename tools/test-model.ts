/** test_model: asks the person's model for one tool call and says in a sentence what works. */
import { z } from 'zod';
import type { Localized } from '../server/kernel/text.ts';
import { defineAction } from './action.ts';
import { said } from './words.ts';

const NO_MODEL: Localized = {
  en: 'No language model is set up: the built-in assistant answers everything.',
  de: 'Es ist kein Sprachmodell eingerichtet: Der eingebaute Assistent beantwortet alles.',
  uk: 'Мовну модель не налаштовано: на все відповідає вбудований помічник.',
};

export const testModel = defineAction({
  name: 'test_model',
  title: { en: 'Test the model', de: 'Modell prüfen', uk: 'Перевірити модель' },
  says: { en: 'Asking the model', de: 'Das Modell wird gefragt', uk: 'Запитую модель' },
  description: 'Asks the language model of the person for one tool call and says what works. Costs one or two calls.',
  input: z.strictObject({}),
  effect: 'outward',
  guarded: true,
  async run({ userId, conversationId, signal }, _input, services) {
    // Throws for a conversation that is not this person's.
    await services.filters.get({ userId, conversationId });
    const trial = await services.models.try(userId, signal);
    if (trial === null) return { outcome: said(NO_MODEL), forModel: NO_MODEL.en, data: { name: null, works: false } };
    const { name, answers, callsTools, text } = trial;
    const line = { en: `${name}: ${text.en}`, de: `${name}: ${text.de}`, uk: `${name}: ${text.uk}` };
    return { outcome: said(line), forModel: text.en, data: { name, works: answers, callsTools } };
  },
});
