/** Languages people speak, by name in the three languages of Perch or by their own (CLDR, by Intl). */
import { LANGUAGES } from '../server/kernel/text.ts';

let codes: ReadonlyMap<string, string> | null = null;

/** The ISO 639-1 code of a code or a name ("German", "Deutsch", "німецька"), or null. */
export function languageCodeOf(words: string): string | null {
  codes ??= readCodes();
  return codes.get(words.trim().toLowerCase()) ?? null;
}

function readCodes(): ReadonlyMap<string, string> {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const found = new Map<string, string>();
  for (const first of letters) {
    for (const second of letters) {
      const code = first + second;
      for (const language of [...LANGUAGES, code]) {
        const name = nameIn(language, code);
        if (name === null) break;
        if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), code);
        found.set(code, code);
      }
    }
  }
  return found;
}

function nameIn(language: string, code: string): string | null {
  return new Intl.DisplayNames([language], { type: 'language', fallback: 'none' }).of(code) ?? null;
}
