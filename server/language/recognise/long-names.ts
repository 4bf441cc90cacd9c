/** Names of places and employers of more than one word, which no lexicon may take apart. */
import { cityOf, findPlaces, longTowns } from '../../taxonomy/places.ts';
import { employerNamed } from './employers.ts';
import type { Token } from '../meaning.ts';
import { createSpans } from './spans.ts';

/** Names of places of more than one word ("Frankfurt am Main"): the token behind each, by its first token. */
export function longNames(text: string, tokens: readonly Token[]): ReadonlyMap<number, number> {
  const names = new Map<number, number>();
  const span = createSpans(tokens);
  for (const place of findPlaces(text)) {
    const at = place.kind === 'city' ? span(place.start, place.end) : null;
    if (at !== null && at.to - at.from > 1) names.set(at.from, at.to);
  }
  for (const town of longTowns(text)) {
    const at = span(town.start, town.end);
    if (at !== null && at.to - at.from > 1) names.set(at.from, at.to);
  }
  tokens.forEach((token, at) => {
    const employer = /^\p{Lu}/u.test(token.text) ? employerNamed(tokens, at) : null;
    if (employer !== null && employer.to - at > 1) names.set(at, employer.to);
  });
  // "Neu-Ulm"
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    if (next?.gap === '-' && /^\p{Lu}/u.test(token.text) && cityOf(`${token.text}-${next.text}`) !== null)
      names.set(at, at + 2);
  });
  return names;
}
