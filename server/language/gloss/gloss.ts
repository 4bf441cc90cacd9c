/**
 * The bridge between languages: a German, Ukrainian or mixed message in the English words of the grammar, word by
 * word, so that one grammar reads all. Names, technologies and unknown words stay as they are.
 */
import type { Language } from '../../kernel/text.ts';
import { standardSpelling } from './colloquial.ts';
import { isNamed } from '../recognise/facts.ts';
import { longNames } from '../recognise/long-names.ts';
import { townOf } from '../../taxonomy/places.ts';
import { canonicalTitle, roleOf } from '../../taxonomy/titles.ts';
import { germanDigits } from '../german/numbers.ts';
import { germanSpelling } from '../german/spelling.ts';
import { roleAtTheEnd, roleWithGermanEnding, splitCompound } from '../german/compounds.ts';
import { CYRILLIC, isShared, type Share, shareOf } from './language-share.ts';
import { foldForLexicon } from './lexicon.ts';
import { lexicons } from './lexicons.ts';
import type { Token } from '../meaning.ts';
import { tokenise } from '../normalise.ts';
import { englishWords, isEnglish, speaksForEnglish } from '../english/function-words.ts';
import { roleHeads } from '../english/role-words.ts';
import { demonyms, languageNames } from '../english/wish-words.ts';
import { isWorkWord } from '../english/trade-words.ts';
import { type Piece, write } from './gloss-order.ts';
import { putRight } from './slips.ts';
import { placeInUkrainian } from '../ukrainian/places.ts';
import { endOfAside } from '../ukrainian/questions.ts';
import { ukrainianPhrase } from '../ukrainian/phrases.ts';
import { ukrainianSpelling } from '../ukrainian/spelling.ts';
import { fromLatin } from '../ukrainian/transliterated.ts';

export interface Gloss {
  /** The message in English words. */
  text: string;
  language: Language | null;
  /** What a word stands for in the message as it was written. */
  original(words: string): string;
}

/** "(m/w/d)", "(all genders)": who may apply says nothing of the job. */
const GENDER_MARKS =
  /(?<=\p{L}{3})(?:[:*_]|\/-?)in(?:nen)?(?!\p{L})|\s*\((?:[mwfdxigna*]\s?[/|,]\s?){1,4}[mwfdxigna*]\)|\s*\((?:all genders?|gn|mwd|mfd)\)/giu;
/** "Freelancer.com": an address is no word. */
const ADDRESS = /^[a-z][a-z-]{2,}\.[a-z]{2,3}$/i;
/** Words put right in one message at most; the work for a long text stays small. */
const MOST_SLIPS = 20;

/** The message in English words. Linear in the length of the message. */
export function gloss(said: string): Gloss {
  const { german, ukrainian } = lexicons();
  const typed = said.replace(GENDER_MARKS, '');
  const plain =
    CYRILLIC.test(typed) || saysEnglish(typed) ? typed : (fromLatin(typed, ukrainian, isOtherIn(typed)) ?? typed);
  const share = shareOf(tokenise(plain), german);
  const text = spelled(plain, share);
  const tokens = tokenise(text);
  const language =
    share.cyrillic * 2 > share.all
      ? 'uk'
      : share.isGerman
        ? 'de'
        : share.cyrillic > 0 && share.english === 0
          ? 'uk'
          : share.english > 0
            ? 'en'
            : null;
  if (share.german === 0 && share.cyrillic === 0) return { text, language, original: (words) => words };
  const pieces: Piece[] = [];
  const originals = new Map<string, string>();
  const dropped = new Set<number>();
  const names = longNames(text, tokens);
  const read = withoutSlips(tokens, share.isGerman);
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    const name = names.get(at);
    if (name !== undefined) {
      pieces.push({
        text: text.slice(token.start, tokens[name - 1]?.end ?? token.end),
        gap: token.gap,
        order: false,
        sentence: token.sentence,
        end: false,
      });
      at = name;
      continue;
    }
    const aside = share.cyrillic > 0 ? endOfAside(tokens, at, text) : null;
    if (aside !== null) {
      pieces.push({ text: 'is it so', gap: token.gap, order: false, sentence: token.sentence, end: true });
      at = aside;
      continue;
    }
    if (limits(tokens, at)) {
      pieces.push({ text: 'up to', gap: token.gap, order: false, sentence: token.sentence, end: false });
      at += 1;
      continue;
    }
    const isCyrillic =
      CYRILLIC.test(token.word) ||
      // "SMM-ниця", "2/2"
      (language === 'uk' && (/^\d/.test(token.word) || tokens[at + 1]?.gap === '-'));
    const lexicon = isCyrillic ? ukrainian : german;
    const found = dropped.has(at)
      ? { english: '', order: false, shared: false, to: at + 1, later: null }
      : token.text === 'Uber' || ADDRESS.test(token.text)
        ? null
        : lexicon.at(read, at);
    let english: string | null = null;
    let to = at + 1;
    let order = false;
    const phrase = isCyrillic && !dropped.has(at) ? ukrainianPhrase(read, at, ukrainian, found?.to ?? at) : null;
    if (phrase !== null) ({ english, to } = phrase);
    else if (found !== null && (isCyrillic || share.isGerman || !isShared(found, tokens, at))) {
      ({ english, to, order } = found);
      if (found.later !== null)
        for (let later = found.later.from; later < found.later.to; later += 1) dropped.add(later);
    } else if (isCyrillic) {
      const place = CYRILLIC.test(token.word) ? placeInUkrainian(tokens, at) : null;
      if (place !== null) ({ english, to } = place);
    } else if (share.german > 0 && !isNamed(token.word))
      english =
        splitCompound(token.word, german) ??
        (share.isGerman
          ? (roleNamed(token) ??
            unlessEnglish(token, (word) => roleWithGermanEnding(word) ?? roleAtTheEnd(word, german)))
          : null);
    const next = tokens[to];
    pieces.push({
      text: english ?? token.text,
      gap: token.gap,
      order,
      sentence: token.sentence,
      end: next === undefined || next.clause !== token.clause,
    });
    if (english !== null) remember(originals, english, text.slice(token.start, tokens[to - 1]?.end ?? token.end));
    at = to;
  }
  const tail = text.slice(tokens.at(-1)?.end ?? 0);
  return { text: write(pieces) + tail, language, original: (words) => spell(words, originals) };
}

/** The same, and every word of the names of several words in this text ("Port Harcourt"). */
function isOtherIn(text: string): (word: string) => boolean {
  const tokens = tokenise(text);
  const named = new Set(
    [...longNames(text, tokens)].flatMap(([from, to]) => tokens.slice(from, to).map(({ word }) => word)),
  );
  return (word) => named.has(word) || isOther(word);
}

/** Words that only English has, of three letters and more. */
function saysEnglish(text: string): boolean {
  return tokenise(text).some(({ word }) => word.length > 2 && englishWords.has(word));
}

/** A word of English or German, or a name: not Ukrainian in Latin letters. */
function isOther(word: string): boolean {
  const english = isEnglish(word) || roleHeads.has(word) || demonyms.has(word) || languageNames.has(word);
  return english || isWorkWord(word) || isNamed(word) || lexicons().german.knows(foldForLexicon(word));
}

/** The text in the standard spelling of its languages. */
function spelled(text: string, share: Share): string {
  const own = share.cyrillic > 0 ? standardSpelling(ukrainianSpelling(text), 'ukrainian') : text;
  if (share.isGerman) return germanDigits(standardSpelling(germanSpelling(own), 'german'));
  return share.cyrillic * 2 > share.all ? own : standardSpelling(own, 'english');
}

/** "до 2500", "bis 60k": a limit, unless an amount stands before it. */
function limits(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:до|bis)$/.test(tokens[at]?.word ?? '') &&
    /^[\d$€£₴]/.test(tokens[at + 1]?.word ?? '') &&
    !tokens.slice(Math.max(0, at - 3), at).some((token) => /^\d/.test(token.word))
  );
}

function unlessEnglish(token: Token, read: (word: string) => string | null): string | null {
  return isEnglish(token.word) || speaksForEnglish(token.word) ? null : read(token.word);
}

/** A role that only the taxonomy knows by its German name, in English. */
function roleNamed(token: Token): string | null {
  if (token.word.length < 7 || isEnglish(token.word)) return null;
  const role = roleOf(token.word);
  return role === null || role === token.word ? null : canonicalTitle(role);
}

/** "in Winsen": a short word with a capital behind such a word is a name, not a slip. */
function isNameOfPlace(token: Token, before: Token | undefined): boolean {
  return (
    token.word.length < 9 && /^\p{Lu}/u.test(token.text) && /^(?:in|aus|nach|um|nahe|raum)$/.test(before?.word ?? '')
  );
}

/** Slips put right in the words of the two lexicons. */
function withoutSlips(tokens: readonly Token[], isGerman: boolean): Token[] {
  const { german, ukrainian } = lexicons();
  const right = (token: Token): boolean =>
    /\p{Lu}.*\p{Lu}|\d/u.test(token.text) ||
    isNamed(token.word) ||
    (/^\p{Lu}/u.test(token.text) && townOf(token.text) !== null);
  const cyrillic = putRight(
    tokens,
    ukrainian,
    (token) => !CYRILLIC.test(token.word) || right(token) || placeInUkrainian([token], 0) !== null,
    MOST_SLIPS,
  );
  if (!isGerman) return cyrillic;
  return putRight(
    cyrillic,
    german,
    (token, before) =>
      isNameOfPlace(token, before) ||
      CYRILLIC.test(token.word) ||
      right(token) ||
      isEnglish(token.word) ||
      isWorkWord(token.word) ||
      splitCompound(token.word, german) !== null,
    MOST_SLIPS,
  );
}

function remember(originals: Map<string, string>, english: string, words: string): void {
  if (english !== '' && originals.size < 500) originals.set(english.toLowerCase(), words);
}

/** The words as they were written: whole glosses first, then word by word. */
function spell(words: string, originals: ReadonlyMap<string, string>): string {
  const whole = originals.get(words.toLowerCase());
  if (whole !== undefined) return whole;
  return words
    .split(' ')
    .map((word) => originals.get(word.toLowerCase()) ?? word)
    .join(' ');
}
