/** save_search: keeps the filter of this conversation, and points out what comes new, daily or weekly. */
import { z } from 'zod';
import { localize } from '../server/kernel/plural.ts';
import type { Language } from '../server/kernel/text.ts';
import { FREQUENCIES, type Frequency } from '../server/notifications/saved-search.ts';
import { defineAction } from './action.ts';
import { FREQUENCY_WORDS, nameOf, searchName } from './search-words.ts';
import { said } from './words.ts';

type Saved = 'fresh' | 'changed' | 'same';

export const saveSearch = defineAction({
  name: 'save_search',
  title: { en: 'Save this search', de: 'Diese Suche speichern', uk: 'Зберегти цей пошук' },
  says: { en: 'Saving the search', de: 'Suche wird gespeichert', uk: 'Зберігаю пошук' },
  description:
    'Saves the filter of this conversation as a search. New matches are counted beside it on the page and pointed out `daily` or `weekly`; nothing is sent anywhere. The same filter saved again takes the new frequency and `name`.',
  input: z.strictObject({ frequency: z.enum(FREQUENCIES).default('daily'), name: searchName.optional() }),
  effect: 'change',
  guarded: false,
  async run({ userId, conversationId }, { frequency, name }, services) {
    const { search, changeId, isKnown } = await services.searches.save({ userId, conversationId, frequency, name });
    const saved: Saved = !isKnown ? 'fresh' : changeId === null ? 'same' : 'changed';
    const line = localize(
      (language) => `${LINES[language][saved]}: ${nameOf(search, language)}, ${FREQUENCY_WORDS[language][frequency]}`,
    );
    const say = localize((language) => sentence(language, saved, nameOf(search, language), frequency));
    return {
      outcome: said(line, changeId),
      forModel: { frequency, wasSavedBefore: isKnown, say },
      data: search,
    };
  },
});

const LINES: Record<Language, Record<Saved, string>> = {
  en: { fresh: 'Search saved', changed: 'Saved search changed', same: 'Saved already' },
  de: { fresh: 'Suche gespeichert', changed: 'Gespeicherte Suche geändert', same: 'Schon gespeichert' },
  uk: { fresh: 'Пошук збережено', changed: 'Збережений пошук змінено', same: 'Уже збережено' },
};

/** Promises what there is: a count on the page. */
function sentence(language: Language, saved: Saved, name: string, frequency: Frequency): string {
  const often = FREQUENCY_WORDS[language][frequency];
  switch (language) {
    case 'en':
      if (saved === 'fresh')
        return `Saved: ${name}. I count what comes new under “Searches” and point it out ${often}. I cannot send e-mail, so have a look here.`;
      return saved === 'same'
        ? `You have saved this search already: ${name}. What comes new is pointed out ${often}, under “Searches”.`
        : `You had saved this search already: ${name}. From now on I point out what comes new ${often}, under “Searches”.`;
    case 'de':
      if (saved === 'fresh')
        return `Gespeichert: ${name}. Neue Treffer zähle ich unter „Suchen“ und weise Sie ${often} darauf hin. E-Mails kann ich nicht schicken, schauen Sie also hier vorbei.`;
      return saved === 'same'
        ? `Diese Suche haben Sie schon gespeichert: ${name}. Auf neue Treffer weise ich Sie unter „Suchen“ ${often} hin.`
        : `Diese Suche hatten Sie schon gespeichert: ${name}. Ab jetzt weise ich Sie unter „Suchen“ ${often} auf neue Treffer hin.`;
    case 'uk':
      if (saved === 'fresh')
        return `Збережено: ${name}. Нові вакансії я рахую в розділі «Пошуки» й ${often} показую, що вони є. Листів надсилати не вмію, тож зазирайте сюди.`;
      return saved === 'same'
        ? `Цей пошук уже збережено: ${name}. Про нові вакансії нагадую ${often}, у розділі «Пошуки».`
        : `Цей пошук уже був збережений: ${name}. Відтепер нагадую про нові вакансії ${often}, у розділі «Пошуки».`;
  }
}
