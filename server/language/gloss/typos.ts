/** Slips of the keyboard in words that matter: one letter wrong, missing, doubled or swapped. */
import { isListedHead, isModifierWord } from '../english/role-words.ts';
import { isWorkWord } from '../english/trade-words.ts';
import { rightWords, spellings } from '../english/spellings.ts';
import { demonyms, languageNames } from '../english/wish-words.ts';
import { noise } from '../english/noise-words.ts';
import { tokenise } from '../normalise.ts';

/** Corrected words a message gets at most; the work for a long text stays small. */
const MOST = 20;
/** Shorter words are too near to one another. */
const SHORTEST = 5;
/** Names of roles are many: only long ones are told apart. */
const LONG = 7;

/** The text with likely slips put right. Words that are known in any sense (`isKnown`) are left alone. */
export function correctTypos(
  text: string,
  isKnown: (word: string) => boolean,
  isCity: (word: string) => boolean = () => false,
): string {
  let corrected = '';
  let end = 0;
  let count = 0;
  for (const token of tokenise(text)) {
    if (count >= MOST) break;
    const { word } = token;
    if (word.length < SHORTEST || word.length > 16 || !/^[a-z]+$/.test(word) || noise.has(word)) continue;
    if (
      spellings.has(word) ||
      spellings.has(word.replace(/s$/, '')) ||
      rightWords.has(word) ||
      demonyms.has(word) ||
      languageNames.has(word) ||
      isListedHead(word) ||
      isListedHead(word.replace(/s$/, '')) ||
      isWorkWord(word) ||
      isKnown(word)
    )
      continue;
    count += 1;
    const right = nearest(word);
    if (right === null) continue;
    corrected += text.slice(end, token.start) + (token.text === word && !isCity(right) ? right : capital(right));
    end = token.end;
  }
  return corrected + text.slice(end);
}

/** The one listed word that is a single slip away and begins alike; null when there is none or more than one. */
function nearest(word: string): string | null {
  const found = new Set<string>();
  const modifiers = new Set<string>();
  for (const candidate of slips(word)) {
    if (candidate[0] !== word[0] || candidate.length < SHORTEST) continue;
    if (spellings.has(candidate) || isRoleMeant(word, candidate)) found.add(candidate);
    else if (candidate.length >= LONG && candidate.length !== word.length && isModifierWord(candidate))
      modifiers.add(candidate);
  }
  // "electrican" is rather who works than the word before him.
  const [only, ...others] = found.size > 0 ? found : modifiers;
  return only !== undefined && others.length === 0 ? only : null;
}

/** "bartneder", "recptionist", "superviser": letters swapped, one missing or a vowel wrong inside a long name of a role. */
function isRoleMeant(word: string, role: string): boolean {
  const swapped = role.length === word.length && [...role].toSorted().join('') === [...word].toSorted().join('');
  if ((word.length < LONG && !swapped) || role.at(-1) !== word.at(-1) || !isListedHead(role)) return false;
  return role.length > word.length || (role.length === word.length && consonants(word) === consonants(role)) || swapped;
}

/** "superviser": only a vowel is another. */
function consonants(word: string): string {
  return word.replace(/[aeiouy]/g, '*');
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

function* slips(word: string): Generator<string> {
  for (let at = 0; at <= word.length; at += 1) {
    const before = word.slice(0, at);
    yield before + word.slice(at + 1);
    if (at + 1 < word.length) yield `${before}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
    for (const letter of LETTERS) {
      yield before + letter + word.slice(at);
      yield before + letter + word.slice(at + 1);
    }
  }
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
