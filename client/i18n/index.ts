/** The page's language: chosen once, else the browser's, else English. */
import { type Language, LANGUAGES } from '../../server/protocol/index.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { Texts } from './texts.ts';
import { uk } from './uk.ts';

export type { Texts } from './texts.ts';

const tables: Record<Language, Texts> = { en, de, uk };
const STORED = 'perch-language';

export function textsOf(language: Language): Texts {
  return tables[language];
}

export function chooseLanguage(): Language {
  const wanted = [localStorage.getItem(STORED), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return (
    LANGUAGES.find((language) => language === wanted.find((tag) => LANGUAGES.some((known) => known === tag))) ?? 'en'
  );
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
}

export function nextLanguage(language: Language): Language {
  return LANGUAGES[(LANGUAGES.indexOf(language) + 1) % LANGUAGES.length] ?? 'en';
}
