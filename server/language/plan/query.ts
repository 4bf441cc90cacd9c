/** The words that rank by meaning: what a new message adds to them and takes away. */
import type { Filter, FilterField } from '../../matching/filter.ts';
import { singular } from '../recognise/draft.ts';

/** Takes words out of the query that it has; false when it has them not. */
export function dropFromQuery(made: { set: Filter; clear: Set<FilterField> }, filter: Filter, words: string): boolean {
  // "no charter schools" leaves "high school".
  if (words.includes(' ') && filter.query?.toLowerCase().includes(words.toLowerCase()) !== true) return false;
  const gone = new Set(words.toLowerCase().split(' '));
  const held = (filter.query ?? '').split(' ');
  const left = held.filter((word) => !gone.has(word.toLowerCase()) && !gone.has(singular(word.toLowerCase())));
  if (left.length === held.length) return false;
  if (left.length === 0) made.clear.add('query');
  else made.set.query = left.join(' ');
  return true;
}

/** "Poltava region" in the query is a place: a new place takes its place. */
export function dropRegion(made: { set: Filter; clear: Set<FilterField> }, filter: Filter): void {
  if (/^[\p{L} -]+ (?:region|oblast|province|county|voivodeship)$/iu.test(filter.query ?? '')) made.clear.add('query');
}

/** The query that new words join; undefined when they say the same again. */
export function restatedQuery(filter: Filter, words: string): string | undefined {
  return filter.query === undefined || filter.query.toLowerCase().includes(words.toLowerCase())
    ? undefined
    : filter.query;
}
