/** change_search: another name or frequency for a saved search. */
import { z } from 'zod';
import { localize } from '../server/kernel/plural.ts';
import { FREQUENCIES } from '../server/notifications/saved-search.ts';
import { defineAction } from './action.ts';
import { FREQUENCY_WORDS, findSearch, nameOf, searchName, searchReference } from './search-words.ts';
import { said } from './words.ts';

export const changeSearch = defineAction({
  name: 'change_search',
  title: { en: 'Change a saved search', de: 'Gespeicherte Suche ändern', uk: 'Змінити збережений пошук' },
  says: { en: 'Changing the search', de: 'Suche wird geändert', uk: 'Змінюю пошук' },
  description:
    'Gives a saved search another `frequency` (daily, weekly) or `name` (null: called by its filter). `search` as in open_search; without it the one that is the filter now, or the only one.',
  input: z
    .strictObject({
      search: searchReference.optional(),
      frequency: z.enum(FREQUENCIES).optional(),
      name: searchName.nullable().optional(),
    })
    .refine(({ frequency, name }) => frequency !== undefined || name !== undefined, {
      message: 'say a frequency, a name or both',
    }),
  effect: 'change',
  guarded: false,
  async run(context, { search: wanted, frequency, name }, services) {
    const { userId, conversationId } = context;
    const { id } = await findSearch(context, services, wanted);
    const { search, changeId } = await services.searches.change({ userId, conversationId, id, frequency, name });
    const word = { en: 'Saved search', de: 'Gespeicherte Suche', uk: 'Збережений пошук' };
    const line = localize(
      (language) => `${word[language]}: ${nameOf(search, language)}, ${FREQUENCY_WORDS[language][search.frequency]}`,
    );
    return {
      outcome: said(line, changeId),
      forModel: { frequency: search.frequency, say: localize((language) => `${line[language]}.`) },
      data: search,
    };
  },
});
