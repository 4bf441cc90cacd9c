/** show_more: the next matches of the list. */
import { z } from 'zod';
import { localize } from '../server/kernel/plural.ts';
import { defineAction } from './action.ts';
import { said } from './words.ts';

export const showMore = defineAction({
  name: 'show_more',
  title: { en: 'Show more', de: 'Mehr zeigen', uk: 'Показати ще' },
  says: { en: 'Getting more', de: 'Weitere werden geholt', uk: 'Показую ще' },
  description: 'Shows the next matches of the list below the ones on screen.',
  input: z.strictObject({}),
  effect: 'read',
  guarded: false,
  async run(context, _input, services) {
    const { userId, conversationId } = context;
    const page = await services.matches.showMore({ userId, conversationId });
    const counts = await services.matches.counts({ userId, conversationId });
    const shown = page.matches.length;
    const line = localize((language) => {
      const number = new Intl.NumberFormat(language);
      const of = { en: 'shown, of', de: 'gezeigt, von', uk: 'показано, з' }[language];
      return `${number.format(shown)} ${of} ${number.format(counts.total)}`;
    });
    return { outcome: said(line), forModel: { shown, total: counts.total }, data: { shown, total: counts.total } };
  },
});
