/** Languages of work in Ukrainian, wanted ("англомовна команда") or spared ("щоб польська не вимагалась"). */
import { languageNames } from '../english/wish-words.ts';
import { foldForLexicon, type Lexicon } from '../gloss/lexicon.ts';
import type { Token } from '../meaning.ts';

const FEMININE = /(?:а|ої|ій|у|ою)$/u;
const SPOKEN = /^(.{3,})омовн/u;
/** First parts of adjectives that are no stems of the language's name. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  англ: 'english',
  україн: 'ukrainian',
  іспан: 'spanish',
  італ: 'italian',
  франк: 'french',
  рос: 'russian',
};
/** "L" is the name of a language. */
const ASIDE =
  '(?:поки|ще|поки що|взагалі|зовсім|там|мені|теж|також|добре|нормально|майже|самої|була|було|бути|щоб|вже|навіть|на жаль)';
const LANGUAGES = `L(?: мов\\S+)?(?: (?:і|й|та|або|чи|ні|а також|,) L)*(?: мов\\S+)?`;
const LACKING =
  "(?:зна[юєл]\\S*|волод\\S+|говор\\S+|розмовля\\S+|розумі\\S+|вч[иу]\\S*|вивч\\S+|вмі[юєл]\\S*|вимага\\S+|потріб\\S+|треба|обов'язк\\S+|необхідн\\S+|важлив\\S+|питали|вимогою)";
const SPARED = new RegExp(
  [
    `^(?:щоб |де |аби )?(?:${ASIDE} )*не (?:${ASIDE} )*${LACKING}(?: (?:знання|знати|володіння|${ASIDE}))* (${LANGUAGES})(?= |$)`,
    `^(?:щоб |де |аби )?(?:знання |володіння )?(${LANGUAGES}) (?:${ASIDE} )*не (?:${ASIDE} )*${LACKING}(?= |$)`,
    `^(?:щоб |де |аби )?(${LANGUAGES}) (?:${ASIDE} )*(?:необов'язк\\S+|непотрібн\\S+|ні до чого)(?= |$)`,
    `^(?:щоб )?без (?:${ASIDE} )*(?:(?:обов'язкового |хорошого |гарного )?(?:знання|знань|володіння|вимог(?: до| щодо)?(?: знання)?) )?(${LANGUAGES})(?= |$)`,
    `^(${LANGUAGES}) (?:${ASIDE} )*(?:нуль|на нулі|на нулю|ніяк\\S*|немає|нема|нульов\\S+|відсутня|ні|ні слова)$`,
  ].join('|'),
  'u',
);
const WORKED =
  /^(L)(?: мов\S+)? (?:робоч\S+|обов'язков\S+|має бути|мусить бути|необхідна|в команді|у команді|у колективі|в колективі|на роботі|команд\S+|колектив\S*|середовищ\S*|достатньо|досить|(?:цілком |буде |мені )?(?:достатньо|досить|вистач\S+))(?= |$)/u;
/** The same with the language behind. */
const SPOKEN_THERE =
  /^(?:робоч\S+ мов\S+|мов\S+ (?:роботи|спілкування|команди|колективу|(?:в|у) (?:команді|колективі|офісі)))(?: (?:має бути|буде|щоб була|тільки|лише))?(?: -)? L(?: мов\S+)?(?= |$)/u;
const LEARNT = /^L(?: мов\S+)? (?:я )?(?:вже|уже) (?:вивчи\S+|зна\S+|волод\S+|підтягн\S+)$/u;
const LONGEST = 10;

/** What is said of languages from this token on, in English; null when nothing is. */
export function languagePhrase(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
): { english: string; to: number } | null {
  const spoken = spokenAs(tokens[at]?.word ?? '', lexicon);
  if (spoken !== null) return { english: `${spoken} speaking`, to: at + 1 };
  const names: string[] = [];
  const words: string[] = [];
  for (const token of tokens.slice(at, at + LONGEST)) {
    if (token.clause !== tokens[at]?.clause) break;
    const name = languageOf(token.word, lexicon);
    if (name !== null) names.push(name);
    words.push(name === null ? token.word : 'L');
  }
  if (names.length === 0) return null;
  const said = words.join(' ');
  const worked = WORKED.exec(said) ?? SPOKEN_THERE.exec(said);
  if (worked !== null) return { english: `${names[0] ?? ''} speaking`, to: at + length(worked[0]) };
  const learnt = LEARNT.exec(said);
  if (learnt !== null) return { english: `${names[0] ?? ''} is fine`, to: at + length(learnt[0]) };
  const spared = SPARED.exec(said);
  if (spared === null) return null;
  const count = (spared[0].match(/(?<= |^)L(?= |$)/gu) ?? []).length;
  return { english: `no ${names.slice(0, count).join(' or ')} needed`, to: at + length(spared[0]) };
}

function length(said: string): number {
  return said.trim().split(' ').length;
}

/** "німецької", "польською": the language; "німецька компанія" is told apart by what stands around it. */
function languageOf(word: string, lexicon: Lexicon): string | null {
  if (!FEMININE.test(word) || !/[сцз]ьк/u.test(word)) return null;
  const english = lexicon.word(foldForLexicon(word))?.english ?? '';
  return languageNames.has(english) ? english : null;
}

/** "англомовний", "французькомовна". */
function spokenAs(word: string, lexicon: Lexicon): string | null {
  const stem = SPOKEN.exec(word)?.[1];
  if (stem === undefined) return null;
  const english = SHORT_NAMES[stem] ?? lexicon.word(foldForLexicon(stem))?.english ?? '';
  return languageNames.has(english) ? english : null;
}
