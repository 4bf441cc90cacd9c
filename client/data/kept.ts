/**
 * What this browser keeps for the person: what is its own, and a copy of language and colours for the time before the
 * server has answered. A browser that keeps nothing (blocked storage) loses nothing else.
 */
import { type Language, LANGUAGES, type ShownPreferences } from '../../server/protocol/index.ts';

export type Theme = NonNullable<ShownPreferences['theme']>;

export interface Kept {
  language: Language;
  theme: Theme;
  /** The question for the country was answered or skipped in this browser. */
  wasAsked: boolean;
  /** Single keys work as shortcuts. */
  shortcuts: boolean;
  /** What was chosen here and the server has not confirmed, such as without a line. */
  unsent: readonly Shared[];
}
/** What both the browser and the server keep. */
type Shared = (typeof SHARED)[number];

/** A choice the person made: the browser's own, and what the server keeps for them wherever they are. */
export type Choice = Partial<Kept> & Partial<Pick<ShownPreferences, 'homeCountry'>>;

export const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const SHARED = ['language', 'theme'] as const;
const PREFIX = 'perch-';

/** What was chosen once, else what the browser says, else English. */
export function readKept(): Kept {
  const theme = read('theme');
  return {
    language: chooseLanguage([read('language') ?? '', ...navigator.languages.map((tag) => tag.slice(0, 2))]),
    theme: THEMES.find((known) => known === theme) ?? 'system',
    wasAsked: read('asked') === 'yes',
    shortcuts: read('shortcuts') !== 'off',
    unsent: SHARED.filter((name) => (read('unsent') ?? '').split(',').includes(name)),
  };
}

export function keep(kept: Kept): void {
  write('language', kept.language);
  write('theme', kept.theme);
  write('asked', kept.wasAsked ? 'yes' : '');
  write('shortcuts', kept.shortcuts ? 'on' : 'off');
  write('unsent', kept.unsent.join(','));
}

/** What the server knows of the person wins, except over what it has not heard of yet; the rest stays as it is. */
export function adopt(kept: Kept, known: Pick<ShownPreferences, Shared>): Kept {
  const unsent = kept.unsent.filter((name) => known[name] !== kept[name]);
  return {
    ...kept,
    unsent,
    language: (unsent.includes('language') ? null : known.language) ?? kept.language,
    theme: (unsent.includes('theme') ? null : known.theme) ?? kept.theme,
  };
}

/** With a choice made here; what of it is the server's as well waits for its word. */
export function choose(kept: Kept, choice: Choice): Kept {
  const { homeCountry: _, ...own } = choice;
  const chosen = SHARED.filter((name) => own[name] !== undefined || kept.unsent.includes(name));
  return { ...kept, ...own, unsent: chosen };
}

/** What the server is to be told of again: the input of `set_preferences`, null for nothing. */
export function untold(kept: Kept): object | null {
  return personal(Object.fromEntries(kept.unsent.map((name) => [name, kept[name]])));
}

/** What of a choice belongs to the person and not to this browser: the input of `set_preferences`, null for nothing. */
export function personal({ language, theme, homeCountry }: Choice): object | null {
  const change = {
    ...(language === undefined ? {} : { language }),
    ...(theme === undefined ? {} : { theme }),
    ...(homeCountry === undefined ? {} : { homeCountry }),
  };
  return Object.keys(change).length === 0 ? null : change;
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
