/** show_marked: what the person has saved or hidden, whatever the filter says. */
import { z } from 'zod';
import { localize } from '../server/kernel/plural.ts';
import type { Language } from '../server/kernel/text.ts';
import { LOOKED_UP, type LookedUp } from '../server/matching/marked.ts';
import { defineAction } from './action.ts';
import { jobs } from './words.ts';

const WORDS: Record<Language, Record<LookedUp, string>> = {
  en: { saved: 'Saved', hidden: 'Hidden by you' },
  de: { saved: 'Gemerkt', hidden: 'Von Ihnen ausgeblendet' },
  uk: { saved: 'Збережено', hidden: 'Приховано вами' },
};

export const showMarked = defineAction({
  name: 'show_marked',
  title: {
    en: 'Show saved or hidden',
    de: 'Gemerkte oder ausgeblendete zeigen',
    uk: 'Показати збережені чи приховані',
  },
  says: { en: 'Looking them up', de: 'Wird nachgesehen', uk: 'Шукаю їх' },
  description: 'Lists the postings the person has `saved` or `hidden`, whatever the filter says, and opens that view.',
  input: z.strictObject({ mark: z.enum(LOOKED_UP) }),
  effect: 'read',
  guarded: false,
  async run(context, { mark }, services) {
    const { userId, conversationId } = context;
    const list = await services.marked.list({ userId, conversationId, mark });
    const line = localize((language) => `${WORDS[language][mark]}: ${jobs(language, list.total)}`);
    return {
      outcome: { line, undoId: null, undone: false, view: { kind: 'marked', mark } },
      forModel: {
        mark,
        total: list.total,
        first: list.matches.slice(0, 10).map(({ id, title, company }) => ({ id, title, company })),
      },
      data: list,
    };
  },
});
