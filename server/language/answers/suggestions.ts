/** Sentences the person could say next; each is understood completely without a model. */
import type { Language } from '../../kernel/text.ts';
import type { Filter } from '../../matching/filter.ts';
import { suggestionWords } from './suggestion-words.ts';
import { understand } from '../understand.ts';

export interface SuggestionContext {
  filter: Filter;
  /** How many jobs fit; null when not counted yet. */
  total: number | null;
  language?: Language;
}

/** Words that were not understood and are longer than this have no short reading. */
const LONGEST_WORDS = 40;

/** Up to three sentences that make sense under this filter. */
export function suggestions({ filter, total, language = 'en' }: SuggestionContext): string[] {
  const words = suggestionWords[language];
  if (Object.keys(filter).length === 0) return [...words.first];
  const found: string[] = [];
  const placed = filter.countries !== undefined || filter.regions !== undefined || filter.cities !== undefined;
  if (total === 0) {
    found.push(words.undo);
    if (filter.pay !== undefined) found.push(words.forgetPay);
    if (filter.postedWithinDays !== undefined) found.push(words.anyDate);
    if (placed) found.push(words.anyPlace);
    if (filter.seniority !== undefined) found.push(words.anyLevel);
    found.push(words.startOver);
    return found.slice(0, 3);
  }
  if (filter.postedWithinDays === undefined && (total === null || total > 10)) found.push(words.twoWeeks);
  if (filter.workplace === undefined) found.push(words.remote);
  if (filter.pay === undefined && (total === null || total > 20)) found.push(words.pay);
  if (filter.sort === undefined && (total === null || total > 5)) found.push(words.newest);
  if (total !== null && total > 0) found.push(words.csv);
  found.push(words.undo);
  return found.slice(0, 3);
}

/**
 * The two nearest readings of what was not understood in `text`, as sentences to choose from: wished for, and refused.
 * None when all was understood or nothing short was left.
 */
export function readings(text: string, filter: Filter, fallback: Language): string[] {
  const { rest, language, calls } = understand(text, { filter, today: '', onScreen: [] });
  const missed = rest.find((run) => /\p{L}{3}/u.test(run) && run.length <= LONGEST_WORDS && run.split(' ').length <= 3);
  if (missed === undefined || calls.some((call) => call.name !== 'set_filter')) return [];
  const words = suggestionWords[language ?? fallback];
  return [words.about(missed), words.without(missed)];
}

/** The language of a message, as far as its words tell. */
export function languageOf(text: string): Language | null {
  return understand(text, { filter: {}, today: '', onScreen: [] }).language;
}
