/**
 * Towns: places too small to be recognised wherever their name stands ("Hof", "Mission", "Zug"). One counts where
 * nothing else can be meant: behind "in", beside another city, alone in its clause, or as a name of several words.
 */
import { townOf } from '../taxonomy/places.ts';
import { type Draft, isFree, take } from './draft.ts';
import { isEnglish } from './english/function-words.ts';
import { noise } from './english/noise-words.ts';
import { wordSet } from './phrases.ts';

/** Words of the longest name looked for ("Weil am Rhein"). */
const LONGEST_NAME = 3;
const SHORTEST = 3;
/** Lands whose towns bear everyday English words. */
const ENGLISH_SPEAKING = new Set(['US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'ZA']);
const leadsToPlace = wordSet('in near around outside');
const joins = wordSet('or and to from also not but for except remove drop add only just plus');

/** Takes the towns among the words that nothing else has claimed. */
export function takeTowns(draft: Draft): void {
  for (let from = 0; from < draft.tokens.length; from += 1) {
    for (let to = Math.min(draft.tokens.length, from + LONGEST_NAME); to > from; to -= 1) {
      const town = townAt(draft, from, to);
      if (town === null) continue;
      take(draft, { from, to, kind: 'list', field: 'cities', values: [town] });
      from = to - 1;
      break;
    }
  }
}

function townAt(draft: Draft, from: number, to: number): string | null {
  const run = draft.tokens.slice(from, to);
  const [first] = run;
  if (first === undefined || !isFree(draft, from, to) || run.some((token) => token.clause !== first.clause))
    return null;
  const words = draft.text.slice(first.start, run.at(-1)?.end);
  if (words.length < SHORTEST || run.every((token) => noise.has(token.word))) return null;
  const introduced = leadsToPlace.has(draft.tokens[from - 1]?.word ?? '');
  const capital = run.every((token) => /^\p{Lu}|^(?:am|an|der|de|la|le|sur|im|ob|bei|upon|on|in)$/u.test(token.text));
  const typedSmall = draft.text === draft.text.toLowerCase();
  if (!capital && !(introduced && typedSmall && words.length > SHORTEST)) return null;
  const town = townOf(words);
  return town !== null && (run.length > 1 || introduced || isMeant(draft, from, town.country)) ? town.name : null;
}

/** Does the single word stand where only a place can? */
function isMeant(draft: Draft, at: number, country: string | null): boolean {
  const { tokens } = draft;
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || isEnglish(token.word)) return false;
  const alone = tokens.every(
    (other) => other === token || other.clause !== token.clause || noise.has(other.word) || joins.has(other.word),
  );
  if (alone || isBesideCity(draft, at) || joins.has(before?.word ?? '')) return true;
  const beginsSentence = before === undefined || before.sentence !== token.sentence;
  return !beginsSentence && !ENGLISH_SPEAKING.has(country ?? '') && !besideName(draft, at);
}

/** "Ulm or Blaubeuren" */
function isBesideCity(draft: Draft, at: number): boolean {
  return draft.mentions.some(
    (mention) =>
      mention.kind === 'list' &&
      mention.field === 'cities' &&
      (Math.abs(mention.to - at) <= 1 || Math.abs(mention.from - at - 1) <= 1),
  );
}

/** A capital right beside it makes it part of a longer name. */
function besideName(draft: Draft, at: number): boolean {
  return [at - 1, at + 1].some((other) => {
    const token = draft.tokens[other];
    return (
      token !== undefined &&
      token.clause === draft.tokens[at]?.clause &&
      draft.taken[other] !== true &&
      /^\p{Lu}\p{Ll}/u.test(token.text) &&
      !noise.has(token.word)
    );
  });
}
