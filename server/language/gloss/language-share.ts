/** Which language a message is in: how many of its words speak for German, English or Ukrainian. */
import { isColloquial } from './colloquial.ts';
import { englishWords, isEnglish, speaksForEnglish } from '../english/function-words.ts';
import { roleHeads } from '../english/role-words.ts';
import { isWorkWord } from '../english/trade-words.ts';
import { isNamed } from '../recognise/facts.ts';
import { splitCompound } from '../german/compounds.ts';
import { foldForLexicon, type Found, type Lexicon } from './lexicon.ts';
import type { Token } from '../meaning.ts';
import { nearestWord } from './slips.ts';

export const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Words that are counted; a longer message has shown its language by then. */
const MOST_WORDS = 400;

export interface Share {
  all: number;
  cyrillic: number;
  german: number;
  english: number;
  isGerman: boolean;
}

/** Words that English has too ("in", "marketing manager") do not speak for German. */
export function isShared(found: Found, tokens: readonly Token[], at: number): boolean {
  const words = tokens.slice(at, found.to).map(({ word }) => word);
  if (found.shared || words.every((word) => isEnglish(word) || isWorkWord(word))) return true;
  if (found.english.toLowerCase() === words.join(' ')) return true;
  // "Hausmeister" is in the taxonomy of skills, too: the name of a role speaks for its language.
  const [word = '', ...more] = words;
  return more.length === 0 && isNamed(word) && !roleHeads.has(found.english.split(' ').at(-1) ?? '');
}

/** Counts the words of each language. Linear in the length of the message. */
export function shareOf(tokens: readonly Token[], german: Lexicon): Share {
  let cyrillic = 0;
  let own = 0;
  let shared = 0;
  let english = 0;
  let likely = 0;
  const read = tokens.slice(0, MOST_WORDS);
  for (let at = 0; at < read.length; at += 1) {
    const word = read[at]?.word ?? '';
    if (CYRILLIC.test(word)) {
      cyrillic += 1;
      continue;
    }
    const found = german.at(read, at);
    if (found !== null && !isShared(found, read, at)) own += found.to - at;
    else if (found !== null) shared += 1;
    if (englishWords.has(word) && word !== 'ok') english += 1;
    else if (speaksForEnglish(word)) likely += 1;
    if (
      found === null &&
      (/[äöüß]/.test(word) || (!isEnglish(word) && isColloquial(word, 'german') && !isColloquial(word, 'english')))
    )
      own += 1;
    if (found !== null) at = found.to - 1;
  }
  if (own === 0 && english === 0 && cyrillic === 0 && read.length <= 12)
    own = read.filter(
      ({ word }) =>
        word.length >= 4 &&
        !isEnglish(word) &&
        !isWorkWord(word) &&
        (isNamed(word)
          ? isTranslated(word, german)
          : word.length >= 8 && (isLongSlip(word, german) || splitCompound(word, german) !== null)),
    ).length;
  // "in den USA", "zur DB"
  if (own === 0 && read.length <= 4 && read.some(({ word }) => /^(?:den|der|dem|zum|zur)$/.test(word))) own = 1;
  return {
    all: read.length,
    cyrillic,
    german: own,
    english: english + likely,
    isGerman: own > 0 && own + shared >= english,
  };
}

/** "Buchhaltung" is in the taxonomy, too, but English has another word for it. */
function isTranslated(word: string, german: Lexicon): boolean {
  const english = german.word(foldForLexicon(word))?.english;
  return english !== undefined && english.toLowerCase() !== word;
}

/** A slip in a long word, of which no more than one letter is another. */
function isLongSlip(word: string, german: Lexicon): boolean {
  const right = nearestWord(foldForLexicon(word), german);
  return right !== null && right.length >= 8 && Math.abs(right.length - word.length) <= 2;
}
