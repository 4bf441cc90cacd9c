/** Ukrainian statements whose parts mean something only together, each put into English by a module of its own. */
import type { Lexicon } from '../lexicon.ts';
import type { Token } from '../meaning.ts';
import { ageOf } from './ages.ts';
import { languagePhrase } from './languages.ts';
import { payUnit } from './pay-units.ts';
import { rolePhrase } from './role-phrases.ts';
import { scoreOf } from './scores.ts';
import { sortingOf } from './sorting.ts';
import { swapWord } from './swaps.ts';

/**
 * The statement that begins at this token, in English; null when none does. `known` is where the phrase of the lexicon
 * ends that begins here, too: a name of a role has to be longer.
 */
export function ukrainianPhrase(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
  known: number,
): { english: string; to: number } | null {
  const statement =
    payUnit(tokens, at) ??
    swapWord(tokens, at) ??
    scoreOf(tokens, at) ??
    languagePhrase(tokens, at, lexicon) ??
    sortingOf(tokens, at) ??
    ageOf(tokens, at);
  if (statement !== null && statement.to >= known) return statement;
  const role = rolePhrase(tokens, at, lexicon);
  return role !== null && role.to > known ? role : null;
}
