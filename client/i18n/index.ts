/** The page's texts in the languages it has. */
import { type Language, LANGUAGES } from '../../server/protocol/index.ts';
import { en } from './en.ts';
import type { Texts } from './texts.ts';

export type { Texts } from './texts.ts';

/** English comes with the page, the others when they are wanted. */
const loaded = new Map<Language, Texts>([['en', en]]);
const LOADERS: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => await Promise.resolve(en),
  de: async () => (await import('./de.ts')).de,
  uk: async () => (await import('./uk.ts')).uk,
};

/** Resolves to whether the texts of that language are here; without a connection they may not come. */
export async function loadTexts(language: Language): Promise<boolean> {
  try {
    loaded.set(language, loaded.get(language) ?? (await LOADERS[language]()));
    return true;
  } catch {
    return false;
  }
}

/** English until `loadTexts` has brought the language. */
export function textsOf(language: Language): Texts {
  return loaded.get(language) ?? en;
}

/** The languages in their own words. */
export function languageNames(): { language: Language; name: string }[] {
  return LANGUAGES.map((language) => {
    const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
    return { language, name: name.charAt(0).toLocaleUpperCase(language) + name.slice(1) };
  });
}
