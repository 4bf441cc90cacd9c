/** The order of the list, in Ukrainian: "спершу найдорожчі", "сортуй за датою", "ті, де більше платять, зверху". */
import type { Token } from '../meaning.ts';

const FIRST = /^(?:спочатку|спершу|насамперед|передусім|першими|зверху|вгорі|нагорі|догори|наперед)$/u;
const SORT =
  /^(?:від|по|роз)?(?:сортуй|сортувати|сортування|сортуйте|впорядкуй|впорядкувати|упорядкуй|спаданням|ранжуй)$/u;
const SUBJECTS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:зарплат|оплачу|високооплачуван|плат[яи]|оплат|заробіт|зароб|найдорож|дорож|дорог|найщедріш|гонорар)/u,
    'best paid first',
  ],
  [/^(?:дат|найнов|найсвіж|нов|свіж|останні)/u, 'newest first'],
  [/^(?:відповідн|збіг|підход|найвідповідн|релевант|найрелевант|оцін|бал|найкращ)/u, 'best match first'],
];
/** Stand before the subject and belong to it. */
const QUALIFIER =
  /^(?:най(?:вищ|більш|кращ|дорожч|щедр)\S*|більше|більш|найбільше|найкраще|краще|вищ\S*|за|від|по|з|із|де|хто|ті|такі|що|які|мені|до|мого|резюме|вакансії|результати|список|їх|все|усе)$/u;
const HEAD = /^(?:ті|тих|такі|вакансії|оголошення|пропозиції|варіанти|роботи|перш[іе]|спочатку|спершу|зверху)$/u;
const RELATIVE = /^(?:де|що|які|хто|котрі)$/u;
/** "від найновіших до старих": where the order ends says nothing new. */
const OTHER_END = /^до$/u;
const LONGEST = 8;

/** The order that is asked for from this token on, in English; null when none is. */
export function sortingOf(tokens: readonly Token[], at: number): { english: string; to: number } | null {
  const first = tokens[at];
  if (first === undefined) return null;
  const clause: Token[] = [];
  for (const token of tokens.slice(at, at + LONGEST)) {
    const before = clause.at(-1);
    // "спочатку ті, де більше платять": the comma parts nothing.
    const goesOn = before !== undefined && HEAD.test(before.word) && RELATIVE.test(token.word);
    if (token.sentence !== first.sentence || (before !== undefined && token.clause !== before.clause && !goesOn)) break;
    clause.push(token);
  }
  const asks = clause.findIndex((token) => FIRST.test(token.word) || SORT.test(token.word));
  if (asks < 0) return null;
  // "найкраще оплачувані": what is paid tells more than that it is best.
  const found = SUBJECTS.map(([words, english]) => ({
    english,
    index: clause.findLastIndex((token) => words.test(token.word)),
  })).find(({ index }) => index >= 0);
  if (found === undefined) return null;
  const from = Math.min(asks, found.index);
  const to = Math.max(asks, found.index) + 1;
  const isWhole = clause.slice(0, from).every((token) => QUALIFIER.test(token.word));
  const isFilled = clause
    .slice(from, to)
    .every((token, index) => index + from === asks || index + from === found.index || isPart(token.word));
  if (!isWhole || !isFilled) return null;
  return { english: found.english, to: OTHER_END.test(clause[to]?.word ?? '') ? at + clause.length : at + to };
}

function isPart(word: string): boolean {
  return QUALIFIER.test(word) || FIRST.test(word) || SORT.test(word) || SUBJECTS.some(([words]) => words.test(word));
}
