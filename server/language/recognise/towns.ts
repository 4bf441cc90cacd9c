/**
 * Towns: places too small to be recognised wherever their name stands ("Hof", "Mission", "Zug"). One counts where
 * nothing else can be meant: behind "in", beside another city, alone in its clause, or as a name of several words.
 * Beside them, large cities and skills that were mistyped by a letter.
 */
import { cityNear, skillNear } from '../../taxonomy/mistyped.ts';
import { cityOf, townOf } from '../../taxonomy/places.ts';
import { type Draft, isFree, take } from './draft.ts';
import { isEverydayWord } from '../english/everyday-verbs.ts';
import { isEnglish } from '../english/function-words.ts';
import { noise } from '../english/noise-words.ts';
import { wordSet } from '../phrases.ts';

/** Words of the longest name looked for ("Weil am Rhein"). */
const LONGEST_NAME = 3;
const SHORTEST = 3;
/** From here on a word is long enough to tell what it was meant to be. */
const LONG = 7;
/** Lands whose towns bear everyday English words. */
const ENGLISH_SPEAKING = new Set(['US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'ZA']);
const leadsToPlace = wordSet('in near around outside');
const joins = wordSet('or and to from also not but for except remove drop add only just plus');

/** Takes the towns, and cities and skills mistyped by a letter, among the words that nothing else has claimed. */
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
  for (let at = 0; at < draft.tokens.length; at += 1) {
    const token = draft.tokens[at];
    if (token === undefined || draft.taken[at] === true || isEnglish(token.word) || isEverydayWord(token.word))
      continue;
    // "Bergen or Tromsø": a city that is a word as well, beside a town.
    const spelled = /^\p{Lu}/u.test(token.text) || draft.text === draft.text.toLowerCase();
    const named = spelled && isBesideCity(draft, at) ? (cityOf(token.text) ?? townOf(token.text)?.name ?? null) : null;
    const city = named ?? mistypedAt(draft, at);
    const skill = city === null && token.word.length >= LONG ? skillNear(token.word) : null;
    if (city !== null) take(draft, { from: at, to: at + 1, kind: 'list', field: 'cities', values: [city] });
    else if (skill !== null && !draft.foreign)
      take(draft, { from: at, to: at + 1, kind: 'list', field: 'skills', values: [skill] });
  }
}

/** "birmigham", where a place may stand: behind "in", with a capital, or in a message typed small. */
function mistypedAt(draft: Draft, at: number): string | null {
  const token = draft.tokens[at];
  if (token === undefined) return null;
  const introduced = leadsToPlace.has(draft.tokens[at - 1]?.word ?? '');
  const typedSmall = !draft.foreign && draft.text === draft.text.toLowerCase();
  const capital = token.text !== token.word && at > 0 && !besideName(draft, at);
  return introduced || typedSmall || capital ? cityNear(token.word) : null;
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
  if (!capital && !(typedSmall && words.length > SHORTEST)) return null;
  const town = townOf(words);
  if (town === null) return null;
  const meant = capital ? isMeant(draft, from, town.country) : isMeantSmall(draft, from, town.country);
  return run.length > 1 || introduced || meant ? town.name : null;
}

/** "receptionist split or zadar": in a message typed small, an English one, a word that nothing else knows. */
function isMeantSmall(draft: Draft, at: number, country: string | null): boolean {
  const word = draft.tokens[at]?.word ?? '';
  return (
    !draft.foreign &&
    word.length >= LONG - 2 &&
    !ENGLISH_SPEAKING.has(country ?? '') &&
    !isEnglish(word) &&
    !isEverydayWord(word) &&
    /^(?:or|and)$/.test(draft.tokens[at - 1]?.word ?? 'or')
  );
}

/** Does the single word stand where only a place can? */
function isMeant(draft: Draft, at: number, country: string | null): boolean {
  const { tokens } = draft;
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || isEnglish(token.word)) return false;
  // "Rust or Ada"
  if (
    draft.mentions.some(
      (mention) =>
        mention.kind === 'list' &&
        mention.field === 'skills' &&
        mention.to === at - 1 &&
        /^(?:or|and)$/.test(before?.word ?? ''),
    )
  )
    return false;
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
