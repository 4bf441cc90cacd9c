/** Counted words in the three languages, by the plural rules of Intl. */
import { LANGUAGES, type Language, type Localized } from './text.ts';

/** The forms a language needs: English and German one/other, Ukrainian one/few/many/other. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const rules = new Map(LANGUAGES.map((language) => [language, new Intl.PluralRules(language)]));
const numbers = new Map(LANGUAGES.map((language) => [language, new Intl.NumberFormat(language)]));

/** 5586 as people of that language write it. */
export function formatNumber(language: Language, value: number): string {
  return numbers.get(language)?.format(value) ?? String(value);
}

/** "5,586 jobs": the number and the form that goes with it. */
export function counted(language: Language, value: number, forms: PluralForms): string {
  const rule = rules.get(language)?.select(value) ?? 'other';
  return `${formatNumber(language, value)} ${forms[rule] ?? forms.other}`;
}

/** One text for each language from one function. */
export function localize(write: (language: Language) => string): Localized {
  return { en: write('en'), de: write('de'), uk: write('uk') };
}
