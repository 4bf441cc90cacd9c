/** set_filter: changes the newest revision of the conversation's filter. */
import { filterChangeSchema } from '../server/matching/filter.ts';
import { defineAction } from './action.ts';
import { describeFilterChange } from './filter-outcome.ts';
import { resolveFilterChange } from './resolve-filter.ts';

export const setFilter = defineAction({
  name: 'set_filter',
  title: { en: 'Set filters', de: 'Filter setzen', uk: 'Встановити фільтри' },
  says: { en: 'Setting the filters', de: 'Filter werden gesetzt', uk: 'Встановлюю фільтри' },
  description:
    'Changes the filter of the list. Send only the change: `set` replaces fields, `add` and `remove` work on lists, ' +
    '`clear` empties fields. Countries are ISO codes. Example: {"set":{"workplace":["remote"],"countries":["DE"]},"add":{"skills":["Python"]}}.',
  input: filterChangeSchema,
  resolve: resolveFilterChange,
  effect: 'change',
  guarded: false,
  async run(context, change, services) {
    const { userId, conversationId, by } = context;
    const changed = await services.filters.change({ userId, conversationId, change, by, action: 'set_filter' });
    return await describeFilterChange(context, services, changed);
  },
});
