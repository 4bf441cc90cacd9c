/** set_model: which language model answers this person, with which key, and what it may cost. Only a click does it. */
import { z } from 'zod';
import { chosenModelSchema, limitsSchema } from '../server/accounts/preferences.ts';
import { defineAction } from './action.ts';
import { said } from './words.ts';

const limit = limitsSchema.shape;

export const setModel = defineAction({
  name: 'set_model',
  title: { en: 'Choose the model', de: 'Modell wählen', uk: 'Вибрати модель' },
  says: { en: 'Changing the model', de: 'Modell wird geändert', uk: 'Змінюю модель' },
  description:
    'Which language model answers: `model` {provider: openai, anthropic or compatible (any server that speaks chat ' +
    'completions), address, chat, extraction, writing} or null for what the environment says; `key` (kept encrypted, ' +
    'never shown again; an empty one deletes it); `limits` {callsPerHour, callsPerDay, tokensPerHour, tokensPerDay}. ' +
    'Only the person does this, in the settings.',
  input: z
    .strictObject({
      model: chosenModelSchema
        .extend({
          address: chosenModelSchema.shape.address.default(null),
          extraction: chosenModelSchema.shape.extraction.default(null),
          writing: chosenModelSchema.shape.writing.default(null),
        })
        .nullable(),
      key: z
        .string()
        .trim()
        .max(500)
        .regex(/^[\x21-\x7e]*$/, 'a key without spaces'),
      limits: z.strictObject({
        callsPerHour: limit.callsPerHour.unwrap().exactOptional(),
        callsPerDay: limit.callsPerDay.unwrap().exactOptional(),
        tokensPerHour: limit.tokensPerHour.unwrap().exactOptional(),
        tokensPerDay: limit.tokensPerDay.unwrap().exactOptional(),
      }),
    })
    .partial()
    .refine((change) => Object.keys(change).length > 0, 'say what to change'),
  // Whoever chooses the server reads all that is said: a text from outside must never bring that about.
  effect: 'outward',
  guarded: true,
  async run({ userId }, change, services) {
    const preferences = await services.preferences.changeModel(userId, change);
    const { kind, name } = preferences.assistant;
    const line =
      kind === 'builtin'
        ? {
            en: 'Saved: the built-in assistant answers',
            de: 'Gespeichert: Der eingebaute Assistent antwortet',
            uk: 'Збережено: відповідає вбудований помічник',
          }
        : { en: `Saved: ${name} answers`, de: `Gespeichert: ${name} antwortet`, uk: `Збережено: відповідає ${name}` };
    return { outcome: said(line), forModel: { assistant: preferences.assistant }, data: preferences };
  },
});
