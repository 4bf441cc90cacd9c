/** The page's texts in the languages it has. */
import { type Language, LANGUAGES } from '../../server/protocol/index.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { Texts } from './texts.ts';
import { uk } from './uk.ts';

export type { Texts } from './texts.ts';

const tables: Record<Language, Texts> = { en, de, uk };

export function textsOf(language: Language): Texts {
  return tables[language];
}

/** The languages in their own words. */
export function languageNames(): { language: Language; name: string }[] {
  return LANGUAGES.map((language) => {
    const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
    return { language, name: name.charAt(0).toLocaleUpperCase(language) + name.slice(1) };
  });
}
