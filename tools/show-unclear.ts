/** show_unclear: whether matches that leave something open are in the list. */
import { z } from 'zod';
import { defineAction } from './action.ts';
import { describeFilterChange } from './filter-outcome.ts';

export const showUnclear = defineAction({
  name: 'show_unclear',
  title: { en: 'Show unclear ones', de: 'Unklare zeigen', uk: 'Показувати неясні' },
  says: { en: 'Changing what is shown', de: 'Ansicht wird geändert', uk: 'Змінюю показане' },
  description:
    'Shows or leaves out the matches that leave a criterion open (the posting does not say). {"show":false} keeps only what surely fits.',
  input: z.strictObject({ show: z.boolean() }),
  effect: 'change',
  guarded: false,
  async run(context, { show }, services) {
    const { userId, conversationId, by } = context;
    const changed = await services.filters.showUnclear({ userId, conversationId, by, show });
    return await describeFilterChange(context, services, changed);
  },
});
