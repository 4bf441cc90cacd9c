/** What this browser keeps for the person. A browser that keeps nothing (blocked storage) loses nothing else. */
import { type Language, LANGUAGES } from '../../server/protocol/index.ts';

export type Theme = 'system' | 'light' | 'dark';

export interface Kept {
  language: Language;
  theme: Theme;
  /** ISO code, or empty when the person would rather not say. */
  homeCountry: string;
  /** The question for the country was answered or skipped. */
  wasAsked: boolean;
  /** Single keys work as shortcuts. */
  shortcuts: boolean;
}

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const PREFIX = 'perch-';

/** What was chosen once, else what the browser says, else English. */
export function readKept(): Kept {
  const theme = read('theme');
  return {
    language: chooseLanguage([read('language') ?? '', ...navigator.languages.map((tag) => tag.slice(0, 2))]),
    theme: THEMES.find((known) => known === theme) ?? 'system',
    homeCountry: /^[A-Z]{2}$/u.exec(read('home-country') ?? '')?.[0] ?? '',
    wasAsked: read('home-country') !== null || read('asked') === 'yes',
    shortcuts: read('shortcuts') !== 'off',
  };
}

export function keep(kept: Kept): void {
  write('language', kept.language);
  write('theme', kept.theme);
  write('home-country', kept.homeCountry);
  write('asked', kept.wasAsked ? 'yes' : '');
  write('shortcuts', kept.shortcuts ? 'on' : 'off');
}

/** What was written in a conversation but not sent; empty when nothing. */
export function draftOf(conversationId: string): string {
  return read(`draft-${conversationId}`) ?? '';
}

/** An empty draft is forgotten. */
export function keepDraft(conversationId: string, text: string): void {
  if (conversationId !== '') write(`draft-${conversationId}`, text);
}

function chooseLanguage(tags: readonly string[]): Language {
  const wanted = tags.find((tag) => LANGUAGES.some((language) => language === tag));
  return LANGUAGES.find((language) => language === wanted) ?? 'en';
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

function write(name: string, value: string): void {
  try {
    if (value === '') localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, value);
  } catch {
    // It holds until the page is closed.
  }
}
