/** add_job: keeps a posting that a person found elsewhere, by its address or its text, and opens it. */
import { z } from 'zod';
import { defineAction } from './action.ts';

export const addJob = defineAction({
  name: 'add_job',
  title: { en: 'Add a posting', de: 'Anzeige hinzufügen', uk: 'Додати вакансію' },
  says: { en: 'Reading the posting', de: 'Anzeige wird gelesen', uk: 'Читаю вакансію' },
  description:
    'Adds a posting that the person found elsewhere: `url` of its page, or its pasted `text` (with `url` when known). It is read like all others and opened.',
  input: z
    .strictObject({
      url: z
        .url({ protocol: /^https?$/u })
        .max(2000)
        .optional(),
      text: z.string().trim().min(1).max(100_000).optional(),
    })
    .refine(({ url, text }) => url !== undefined || text !== undefined, { message: 'say a url or a text' }),
  effect: 'change',
  // An address can carry away what somebody else's text told the model to put into it.
  guarded: true,
  async run(context, { url, text }, services) {
    const place = { userId: context.userId, conversationId: context.conversationId };
    const given = text === undefined ? { url: url ?? '' } : { text, url };
    const { id, isNew } = await services.adding.add(given, { signal: context.signal });
    const detail = await services.matches.detail({ ...place, postingId: id });
    const name = detail.company === null ? detail.title : `${detail.title}, ${detail.company}`;
    return {
      outcome: {
        line: isNew
          ? { en: `Added: ${name}`, de: `Hinzugefügt: ${name}`, uk: `Додано: ${name}` }
          : { en: `It was there already: ${name}`, de: `War schon da: ${name}`, uk: `Уже є: ${name}` },
        undoId: null,
        undone: false,
        view: { kind: 'posting', postingId: id },
      },
      forModel: { id, title: detail.title, company: detail.company, place: detail.place, new: isNew },
      data: detail,
    };
  },
});
