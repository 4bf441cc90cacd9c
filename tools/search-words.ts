/** What the actions about saved searches share: how one is called, how often it tells, and which one is meant. */
import { z } from 'zod';
import { counted, type PluralForms } from '../server/kernel/plural.ts';
import { PerchError } from '../server/kernel/errors.ts';
import { LANGUAGES, type Language } from '../server/kernel/text.ts';
import { sameFilter } from '../server/matching/change-filter.ts';
import type { Frequency, SavedSearch, SearchLine } from '../server/notifications/saved-search.ts';
import { hasWords } from '../server/taxonomy/words.ts';
import type { ActionContext, ActionServices } from './action.ts';
import { filterWords } from './filter-words.ts';

/** A line and a sentence stay readable, however much a filter says. */
const LONGEST = 120;

export const searchName = z.string().trim().min(1).max(120);
/** A place in the list of saved searches (1 was saved last), an id, or words of it. */
export const searchReference = z.union([z.number().int().min(1).max(1000), z.string().trim().min(1).max(200)]);

export const FREQUENCY_WORDS: Record<Language, Record<Frequency, string>> = {
  en: { daily: 'daily', weekly: 'weekly' },
  de: { daily: 'täglich', weekly: 'wöchentlich' },
  uk: { daily: 'щодня', weekly: 'щотижня' },
};

const NEW: Record<Language, PluralForms> = {
  en: { one: 'new', other: 'new' },
  de: { one: 'neu', other: 'neu' },
  uk: { one: 'нова', few: 'нові', many: 'нових', other: 'нової' },
};

/** "3 new" */
export function newOnes(language: Language, count: number): string {
  return counted(language, count, NEW[language]);
}

/** The name that the person gave it, or the words of its filter. */
export function nameOf({ name, filter }: Pick<SavedSearch, 'name' | 'filter'>, language: Language): string {
  const words = name ?? filterWords(filter, language).join(', ');
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 1)}…`;
}

/** Which saved search is meant: unnamed, the one that is on screen, or the only one. Throws not_found, naming all. */
export async function findSearch(
  context: ActionContext,
  services: ActionServices,
  wanted: z.output<typeof searchReference> | undefined,
): Promise<SearchLine> {
  const { searches } = await services.searches.list({ userId: context.userId });
  if (searches.length === 0) throw noneSaved();
  const found = wanted === undefined ? await unnamed(context, services, searches) : named(searches, wanted);
  if (found === undefined) throw whichOne(searches);
  return found;
}

async function unnamed(
  { userId, conversationId }: ActionContext,
  services: ActionServices,
  searches: readonly SearchLine[],
): Promise<SearchLine | undefined> {
  const { filter } = await services.filters.get({ userId, conversationId });
  const onScreen = searches.find((search) => sameFilter(search.filter, filter));
  return onScreen ?? (searches.length === 1 ? searches[0] : undefined);
}

function named(searches: readonly SearchLine[], wanted: z.output<typeof searchReference>): SearchLine | undefined {
  if (typeof wanted === 'number') return searches[wanted - 1];
  return (
    searches.find(({ id }) => id === wanted) ??
    searches.find((search) => LANGUAGES.some((language) => hasWords(nameOf(search, language), wanted)))
  );
}

function noneSaved(): PerchError {
  return new PerchError('not_found', {
    en: 'You have no saved searches yet. Say what you are looking for, then “save this search”.',
    de: 'Sie haben noch keine Suche gespeichert. Sagen Sie, was Sie suchen, und dann „Suche speichern“.',
    uk: 'У вас ще немає збережених пошуків. Скажіть, що шукаєте, а потім «збережи цей пошук».',
  });
}

function whichOne(searches: readonly SearchLine[]): PerchError {
  const list = (language: Language): string =>
    searches
      .slice(0, 5)
      .map((search, place) => `${place + 1}. ${nameOf(search, language)}`)
      .join('; ');
  return new PerchError('not_found', {
    en: `Which saved search do you mean? Say its number or its words: ${list('en')}.`,
    de: `Welche gespeicherte Suche meinen Sie? Nennen Sie ihre Nummer oder ihre Wörter: ${list('de')}.`,
    uk: `Який збережений пошук маєте на увазі? Назвіть його номер або слова: ${list('uk')}.`,
  });
}
