/** What stands at the end of a Ukrainian clause and speaks of what stands before: "агенції не показуй", "EPAM можна". */
import type { Token } from '../meaning.ts';

/** Jobs are hidden by their place in the list or by their employer; that is another order. */
const JOBS =
  /^(?:перш|друг|трет|четверт|п'ят|шост|сьом|восьм|останн|вакансі|її|його|їх|цю|ці|цей|це|мені|від|більше|компані|все|усе|\d)/u;
const NEEDLESS = /^(?:розгляда\S+|цікав\S+|підход\S+|пропон\S+|поїду|їду|погод\S+|хочу|варіант|піде|влаштов\S+)$/u;
/** What "поверни" takes back as a whole; anything else is let in again. */
const BACK = /^(?:назад|як|все|усе|попередн\S+|останн\S+|фільтр\S*|це|зміни|все)$/u;
/** "Польщу можна повернути" */
const LET_IN = /^(?:повернути|вернути|додати|залишити|лишити|показати|показувати|розглянути|розглядати|включити)$/u;
/** "Райффайзен теж ні", "Львів теж не треба" */
const NO = /^(?:ні|мимо|мінус|геть|не (?:треба|потріб\S+|хочу|цікав\S+|розгляда\S+|підход\S+))$/u;
const CLEARED =
  /^(?:скинь|скиньте|очисти|очистіть|забудь|забудьте|зітри|обнули|прибери|видали) (?:все|усе|(?:(?:всі|усі) )?фільтри)(?: попереднє| це| разом)?$/u;
const AGREED = /^(?:ок|окей|норм|нормально|годиться|підходить|можна)$/u;

interface Phrase {
  english: string;
  to: number;
}

/** The words from this token on, in English, when they refuse, allow or require what their clause names; null when not. */
export function closingWords(tokens: readonly Token[], at: number): Phrase | null {
  const here = tokens[at];
  if (here === undefined) return null;
  let first = at;
  while (first > 0 && tokens[first - 1]?.clause === here.clause) first -= 1;
  let end = at + 1;
  while (end < tokens.length && tokens[end]?.clause === here.clause) end += 1;
  const before = tokens.slice(first, at).map((token) => token.word);
  const next = tokens[at + 1]?.clause === here.clause ? (tokens[at + 1]?.word ?? '') : '';
  const isNamed = before.length > 0 && before.length <= 4 && !before.some((word) => JOBS.test(word));
  // "ок, залиш лише віддалені": agreed, and nothing is allowed by it.
  if (before.length === 0 && next === '' && AGREED.test(here.word) && isOpening(tokens, at))
    return { english: 'ok', to: end };
  // "скинь усе, шукаємо стоматолога": a new search begins.
  const goesOn =
    tokens[end]?.sentence === here.sentence && !/^(?:що|яке|які|крім|окрім|де)$/u.test(tokens[end]?.word ?? '');
  if (before.length === 0 && goesOn && CLEARED.test(words(tokens, at, end))) return { english: 'start over', to: end };
  if (here.word === 'не' && /^пока[жз]\S+$/u.test(next) && end === at + 2 && isNamed)
    return { english: 'is out', to: end };
  if (
    here.word === 'можна' &&
    (end === at + 1 || (end === at + 2 && LET_IN.test(next))) &&
    isNamed &&
    !before.includes('не')
  )
    return { english: 'is fine', to: end };
  if (/^(?:теж|також|тож)$/u.test(here.word) && isNamed && NO.test(words(tokens, at + 1, end)))
    return { english: 'is out', to: end };
  if (/^(?:поверни|верни|повернути|поверніть)$/u.test(here.word) && next !== '' && !BACK.test(next))
    return { english: 'allow', to: at + 1 };
  return withoutWhich(tokens, at, end, before);
}

/** "без житла не розглядаю": it has to be there. */
function withoutWhich(tokens: readonly Token[], at: number, end: number, before: readonly string[]): Phrase | null {
  const said = tokens.slice(at, end).map((token) => token.word);
  if (said[0] === 'без') {
    const not = said.indexOf('не');
    return not >= 2 && not <= 4 && NEEDLESS.test(said[not + 1] ?? '') ? { english: 'with', to: at + 1 } : null;
  }
  const isSpoken = said[0] === 'не' && NEEDLESS.test(said[1] ?? '') && before.length <= 4 && before[0] === 'без';
  return isSpoken && before.length >= 2 ? { english: '', to: at + 2 } : null;
}

function isOpening(tokens: readonly Token[], at: number): boolean {
  const here = tokens[at]?.sentence;
  return tokens[at - 1]?.sentence !== here && tokens[at + 1]?.sentence === here;
}

function words(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((token) => token.word)
    .join(' ');
}
