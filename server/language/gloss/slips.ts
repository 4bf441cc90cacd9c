/** Slips of the keyboard in words of a lexicon: one letter wrong, missing, doubled or swapped. */
import { foldForLexicon, type Lexicon } from './lexicon.ts';
import type { Token } from '../meaning.ts';

/** Shorter words are too near to one another. */
const SHORTEST = 5;
const LONGEST_ENDING = 5;
/** A shorter stem takes a shorter ending: "ремонтник" is no "ремоут". */
const LONG_STEM = 7;
/** In such a stem even the second letter may be left out: "рзробник". */
const LONG_LEFT_OUT = 6;

/** The tokens with likely slips put right, so that phrases are found as well; what `isRight` knows stays. */
export function putRight(
  tokens: readonly Token[],
  lexicon: Lexicon,
  isRight: (token: Token, before: Token | undefined) => boolean,
  most: number,
): Token[] {
  let count = 0;
  return tokens.map((token, at) => {
    const folded = foldForLexicon(token.word);
    if (count >= most || folded.length < SHORTEST || lexicon.knows(folded) || isRight(token, tokens[at - 1]))
      return token;
    count += 1;
    const right = inOwnLetters(folded).find((word) => lexicon.knows(word)) ?? nearestWord(folded, lexicon);
    return right === null ? token : { ...token, word: right };
  });
}

/** Ukrainian as a Russian keyboard writes it: "официантом", "в италии". Other words have no such spellings. */
export function inOwnLetters(folded: string): string[] {
  if (!/[иі]/u.test(folded)) return [];
  const narrow = folded.replaceAll('и', 'і');
  return [narrow, narrow.replace(/іі$/u, 'ії'), narrow.replace(/іа/gu, 'ія'), folded.replaceAll('і', 'и')];
}

/** The one word of the lexicon a single slip away that begins alike, with the ending that was written; null for none. */
export function nearestWord(word: string, lexicon: Lexicon): string | null {
  if (word.length < SHORTEST || word.length > 24 || /\d/.test(word)) return null;
  let best: { word: string; open: boolean } | null = null;
  for (const { word: candidate, open } of lexicon.beginningWith(word.charAt(0))) {
    if (candidate.length < SHORTEST || candidate.length > word.length + 1) continue;
    if (word.length - candidate.length > (open ? (candidate.length < LONG_STEM ? 3 : LONGEST_ENDING) : 1)) continue;
    if ((best !== null && candidate.length <= best.word.length) || (!open && lexicon.word(candidate)?.english === ''))
      continue;
    if (slipsInto(word, candidate, open ? 3 : 0)) best = { word: candidate, open };
  }
  return best === null ? null : best.word;
}

/** Is the beginning of `word` one slip away from `stem`? */
function slipsInto(word: string, stem: string, ending: number): boolean {
  let at = 0;
  while (at < stem.length && word[at] === stem[at]) at += 1;
  const rest = stem.slice(at);
  // Near the end of a stem everything looks alike: the slip must leave something to compare.
  const isLeftOut = at === 1 && stem.length >= LONG_LEFT_OUT && word[1] === stem[2];
  if (rest.length < 1 || (at < 2 && !isLeftOut)) return false;
  const swapped = word[at] === stem[at + 1] && word[at + 1] === stem[at];
  const begins = (tail: string, wanted: string): boolean =>
    tail.startsWith(wanted) && tail.length - wanted.length <= ending && (wanted.length > 0 || tail.length <= 1);
  return (
    begins(word.slice(at + 1), rest.slice(1)) ||
    begins(word.slice(at + 1), rest) ||
    begins(word.slice(at), rest.slice(1)) ||
    (swapped && begins(word.slice(at + 2), rest.slice(2)))
  );
}
