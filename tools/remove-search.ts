/** remove_search: forgets a saved search; undo brings it back with what is new in it. */
import { z } from 'zod';
import { localize } from '../server/kernel/plural.ts';
import { defineAction } from './action.ts';
import { findSearch, nameOf, searchReference } from './search-words.ts';
import { said } from './words.ts';

export const removeSearch = defineAction({
  name: 'remove_search',
  title: { en: 'Remove a saved search', de: 'Gespeicherte Suche entfernen', uk: 'Прибрати збережений пошук' },
  says: { en: 'Removing the search', de: 'Suche wird entfernt', uk: 'Прибираю пошук' },
  description:
    'Removes a saved search. The list and its filter stay. `search` as in open_search; without it the one that is the filter now, or the only one.',
  input: z.strictObject({ search: searchReference.optional() }),
  effect: 'change',
  guarded: false,
  async run(context, { search: wanted }, services) {
    const { userId, conversationId } = context;
    const { id } = await findSearch(context, services, wanted);
    const { search, changeId } = await services.searches.remove({ userId, conversationId, id });
    const line = localize(
      (language) =>
        ({
          en: `Saved search removed: ${nameOf(search, language)}`,
          de: `Gespeicherte Suche entfernt: ${nameOf(search, language)}`,
          uk: `Збережений пошук прибрано: ${nameOf(search, language)}`,
        })[language],
    );
    return {
      outcome: said(line, changeId),
      forModel: { removed: nameOf(search, 'en'), say: localize((language) => `${line[language]}.`) },
      data: { id },
    };
  },
});
