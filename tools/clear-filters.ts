/** clear_filters: empties the filter; undoable like any change. */
import { z } from 'zod';
import { defineAction } from './action.ts';
import { describeFilterChange } from './filter-outcome.ts';

export const clearFilters = defineAction({
  name: 'clear_filters',
  title: { en: 'Clear filters', de: 'Filter leeren', uk: 'Очистити фільтри' },
  says: { en: 'Clearing the filters', de: 'Filter werden geleert', uk: 'Очищую фільтри' },
  description: 'Empties the whole filter: start over, clear everything, a new search.',
  input: z.strictObject({}),
  effect: 'change',
  guarded: false,
  async run(context, _input, services) {
    const { userId, conversationId, by } = context;
    const changed = await services.filters.clear({ userId, conversationId, by });
    return await describeFilterChange(context, services, changed);
  },
});
