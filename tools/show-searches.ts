/** show_searches: the saved searches, with how many new matches each has. */
import { z } from 'zod';
import { counted, localize, type PluralForms } from '../server/kernel/plural.ts';
import type { Language } from '../server/kernel/text.ts';
import type { SearchLine } from '../server/notifications/saved-search.ts';
import { defineAction } from './action.ts';
import { FREQUENCY_WORDS, nameOf, newOnes } from './search-words.ts';

/** As many as a sentence can bear; the page lists all. */
const MOST_SAID = 5;
const SEARCHES: Record<Language, PluralForms> = {
  en: { one: 'saved search', other: 'saved searches' },
  de: { one: 'gespeicherte Suche', other: 'gespeicherte Suchen' },
  uk: { one: 'збережений пошук', few: 'збережені пошуки', many: 'збережених пошуків', other: 'збереженого пошуку' },
};

export const showSearches = defineAction({
  name: 'show_searches',
  title: { en: 'Show saved searches', de: 'Gespeicherte Suchen zeigen', uk: 'Показати збережені пошуки' },
  says: { en: 'Looking them up', de: 'Wird nachgesehen', uk: 'Переглядаю їх' },
  description:
    'Lists the saved searches of the person, the one saved last first, each with its frequency and how many new matches came since it was last opened, and opens that view.',
  input: z.strictObject({}),
  effect: 'read',
  guarded: false,
  async run({ userId }, _input, services) {
    const list = await services.searches.list({ userId });
    const line = localize((language) => counted(language, list.searches.length, SEARCHES[language]));
    return {
      outcome: { line, undoId: null, undone: false, view: { kind: 'searches' } },
      forModel: {
        searches: list.searches.map((search, place) => ({
          n: place + 1,
          name: nameOf(search, 'en'),
          frequency: search.frequency,
          newMatches: search.newMatches,
        })),
        say: localize((language) => sentence(list.searches, language)),
      },
      data: list,
    };
  },
});

function sentence(searches: readonly SearchLine[], language: Language): string {
  if (searches.length === 0)
    return {
      en: 'You have no saved searches yet. Say what you are looking for, then “save this search”, and I count what comes new.',
      de: 'Sie haben noch keine Suche gespeichert. Sagen Sie, was Sie suchen, und dann „Suche speichern“: Neue Treffer zähle ich dann für Sie.',
      uk: 'У вас ще немає збережених пошуків. Скажіть, що шукаєте, а потім «збережи цей пошук», і я рахуватиму нові вакансії.',
    }[language];
  const lines = searches.slice(0, MOST_SAID).map((search, place) => {
    const often = FREQUENCY_WORDS[language][search.frequency];
    const fresh = search.newMatches > 0 ? `, ${newOnes(language, search.newMatches)}` : '';
    const number = searches.length === 1 ? '' : `${place + 1}. `;
    return `${number}${nameOf(search, language)} (${often}${fresh})`;
  });
  const more = searches.length > MOST_SAID ? '; …' : '.';
  const have = { en: 'You have', de: 'Sie haben', uk: 'У вас' }[language];
  return `${have} ${counted(language, searches.length, SEARCHES[language])}: ${lines.join('; ')}${more}`;
}
