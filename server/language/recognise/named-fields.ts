/** Runs of unknown words that name a field of work: because the sentence says so, or because trades are named so. */
import type { Filter } from '../../matching/filter.ts';
import type { Draft } from './draft.ts';
import { noise, storyWords } from '../english/noise-words.ts';
import { isTradeWord } from '../english/trade-words.ts';

/** "something with falconry": said to be a field of work, whatever it is. */
export function isNamedAsField(draft: Draft, from: number): boolean {
  const before = draft.tokens.slice(Math.max(0, from - 5), from).map((token) => token.word);
  return /\b(?:something|anything) (?:with|about|in|around|involving|like|related to|to do with)(?: (?:my|the|a|an))?$/.test(
    before.join(' '),
  );
}

const isTrade = (word: string): boolean => isTradeWord(word) || /^[a-z]{3,}ing$/.test(word);

/** "painting and decorating", "delivery driving": a short first message of words of trades. */
export function isActivity(draft: Draft, filter: Filter, from: number, to: number): boolean {
  const { tokens, text } = draft;
  return (
    Object.keys(filter).length === 0 &&
    tokens.length <= 5 &&
    !/[?!]/.test(text) &&
    tokens.slice(from, to).every(({ word }) => isTrade(word)) &&
    tokens.every(({ word }, at) => (at >= from && at < to) || isTrade(word) || noise.has(word)) &&
    tokens.every(({ word }) => !storyWords.has(word) && word !== 'your')
  );
}
