/** Ukrainian statements whose parts mean something only together, each put into English by a module of its own. */
import type { Lexicon } from '../gloss/lexicon.ts';
import type { Token } from '../meaning.ts';
import { cityOf, countryOf } from '../../taxonomy/places.ts';
import { canonicalSkill } from '../../taxonomy/skills.ts';
import { ageOf } from './ages.ts';
import { closingWords } from './closing-words.ts';
import { familyStory, formerTrade, ownName, pastStory } from './family-stories.ts';
import { languagePhrase } from './languages.ts';
import { payUnit } from './pay-units.ts';
import { employerNamed } from '../recognise/employers.ts';
import { placeInUkrainian } from './places.ts';
import { rolePhrase, warehouseBehind } from './role-phrases.ts';
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
    closingWords(tokens, at) ??
    swapWord(tokens, at) ??
    scoreOf(tokens, at) ??
    languagePhrase(tokens, at, lexicon) ??
    sortingOf(tokens, at) ??
    ageOf(tokens, at) ??
    warehouseBehind(tokens, at, lexicon) ??
    atEmployer(tokens, at) ??
    anywhereBut(tokens, at, lexicon) ??
    familyStory(tokens, at) ??
    pastStory(tokens, at, lexicon.at(tokens, at) !== null) ??
    formerTrade(tokens, at) ??
    ownName(tokens, at) ??
    fromWhere(tokens, at);
  if (statement !== null && statement.to >= known) return statement;
  const place = isPlace(lexicon.at(tokens, at)?.english ?? '') ? null : namedPlace(tokens, at);
  if (place !== null && place.to >= known) return place;
  const told = spokenTechnology(tokens, at, lexicon);
  if (told !== null) return told;
  const role = rolePhrase(tokens, at, lexicon);
  return role !== null && role.to > known ? role : null;
}

/** The lexicon knows some places itself, where their cases mislead. */
function isPlace(english: string): boolean {
  return english !== '' && (cityOf(english) !== null || countryOf(english) !== null);
}

/** "у Порту чи Брагу", "в Рівне": with a capital and behind such a word the city is meant, whatever else the word is. */
function namedPlace(tokens: readonly Token[], at: number): { english: string; to: number } | null {
  const here = tokens[at];
  const before = tokens[at - 1];
  if (here === undefined || !/^\p{Lu}\p{Ll}/u.test(here.text)) return null;
  if (before?.clause !== here.clause) return isListOfPlaces(tokens, at) ? placeInUkrainian(tokens, at) : null;
  return /^(?:в|у|до|біля|під|або|чи|та|й|і|ні)$/u.test(before.word) ? placeInUkrainian(tokens, at) : null;
}

/** "Порту або Брага": a name with a capital, joined to a place. */
function isListOfPlaces(tokens: readonly Token[], at: number): boolean {
  const joint = tokens[at + 1];
  const next = tokens[at + 2];
  return (
    /^(?:або|чи|та|і|й)$/u.test(joint?.word ?? '') &&
    joint?.clause === tokens[at]?.clause &&
    /^\p{Lu}\p{Ll}/u.test(next?.text ?? '') &&
    isPlace(placeInUkrainian(tokens, at + 2)?.english ?? '')
  );
}

/** "будь-де, крім ПриватБанку": what is refused behind it is no place, and the places stay. */
function anywhereBut(tokens: readonly Token[], at: number, lexicon: Lexicon): { english: string; to: number } | null {
  const words = tokens.slice(at, at + 3).map((token) => token.word);
  if (words[0] !== 'будь' || words[1] !== 'де' || !/^(?:крім|окрім)$/u.test(words[2] ?? '')) return null;
  const english = lexicon.at(tokens, at + 3)?.english ?? placeInUkrainian(tokens, at + 3)?.english ?? '';
  const isName = /^[\p{Lu}"]/u.test(tokens[at + 3]?.text ?? '');
  return isName && !isPlace(english) ? { english: 'except', to: at + 3 } : null;
}

const PLATFORMS: ReadonlyMap<string, string> = new Map([
  ['android', 'android developer'],
  ['ios', 'ios developer'],
]);

function asksForWork(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    before === undefined ||
    before.clause !== tokens[at]?.clause ||
    /^(?:вакансі|робот|щось|позиці|проєкт|проект|пропозиці|розробк)/u.test(before.word)
  );
}

/** "щось по джаві": with a technology, not by one. */
function spokenTechnology(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
): { english: string; to: number } | null {
  const platform = PLATFORMS.get(tokens[at + 1]?.word ?? '');
  // "вакансії для Android": who works for a platform has a name.
  if (platform !== undefined && /^(?:для|під|на)$/u.test(tokens[at]?.word ?? '') && asksForWork(tokens, at))
    return { english: platform, to: at + 2 };
  if (tokens[at]?.word !== 'по') return null;
  const next = lexicon.at(tokens, at + 1);
  const name = next?.english ?? tokens[at + 1]?.word ?? '';
  return name !== '' && canonicalSkill(name) !== null ? { english: 'with', to: at + 1 } : null;
}

/** "робота в Apple": at an employer, where a name in Latin letters is neither a place nor a skill. */
function atEmployer(tokens: readonly Token[], at: number): { english: string; to: number } | null {
  // "до команди Grammarly"
  const from =
    /^(?:до|в|у)$/u.test(tokens[at]?.word ?? '') && /^команд[иіу]$/u.test(tokens[at + 1]?.word ?? '') ? at + 1 : at;
  const name = tokens[from + 1];
  if ((from === at && !/^(?:в|у)$/u.test(tokens[at]?.word ?? '')) || !/^[A-Z][A-Za-z]/.test(name?.text ?? ''))
    return null;
  const word = name?.word ?? '';
  if (name?.clause !== tokens[at]?.clause || isPlace(word) || canonicalSkill(word) !== null) return null;
  const employer = employerNamed(tokens, from + 1);
  if (employer === null) return null;
  // "до команди Grammarly редакторкою": behind the name something else begins.
  if (tokens[employer.to]?.clause !== tokens[at]?.clause) return { english: 'at', to: from + 1 };
  const words = tokens.slice(from + 1, employer.to).map((token, index) => (index === 0 ? '' : token.gap) + token.text);
  return { english: `at ${words.join('')},`, to: employer.to };
}

/** "я з Харкова": where one comes from. */
function fromWhere(tokens: readonly Token[], at: number): { english: string; to: number } | null {
  const speaks = tokens[at - 1]?.word === 'я' && /^(?:з|із|зі)$/u.test(tokens[at]?.word ?? '');
  const place = speaks && /^\p{Lu}/u.test(tokens[at + 1]?.text ?? '') ? placeInUkrainian(tokens, at + 1) : null;
  return place === null || !isPlace(place.english) ? null : { english: 'am from', to: at + 1 };
}
