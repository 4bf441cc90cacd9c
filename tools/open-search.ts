/** open_search: makes a saved search the filter of this conversation; what it has is no longer new. */
import { z } from 'zod';
import { localize } from '../server/kernel/plural.ts';
import { defineAction } from './action.ts';
import { describeFilterChange } from './filter-outcome.ts';
import { findSearch, nameOf, searchReference } from './search-words.ts';
import { jobsWas } from './words.ts';

export const openSearch = defineAction({
  name: 'open_search',
  title: { en: 'Open a saved search', de: 'Gespeicherte Suche öffnen', uk: 'Відкрити збережений пошук' },
  says: { en: 'Opening the search', de: 'Suche wird geöffnet', uk: 'Відкриваю пошук' },
  description:
    'Makes a saved search the filter of this conversation; undo brings back the one before. `search` is its place in show_searches (1 was saved last), its id or words of its name; it can be left out when there is only one.',
  input: z.strictObject({ search: searchReference.optional() }),
  effect: 'change',
  guarded: false,
  async run(context, { search: wanted }, services) {
    const { userId, conversationId, by } = context;
    const { id } = await findSearch(context, services, wanted);
    const opened = await services.searches.open({ userId, conversationId, id, by });
    const { forModel, data, outcome } = await describeFilterChange(context, services, opened);
    const word = { en: 'Opened', de: 'Geöffnet', uk: 'Відкрито' };
    const line = localize(
      (language) =>
        `${word[language]}: ${nameOf(opened.search, language)}: ${jobsWas(language, data.total, opened.totalBefore)}`,
    );
    return { outcome: { ...outcome, line }, forModel, data };
  },
});
