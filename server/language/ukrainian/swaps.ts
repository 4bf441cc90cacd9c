/** "поміняй Варшаву на Краків": the preposition between what goes and what comes, in English. */
import type { Token } from '../meaning.ts';

const VERB = /^(?:по|за|з|об|пере)?(?:міняй|міни|мінити|міняти|мінимо|міняємо|міняйте|мініть)$/u;
const MAKE = /^(?:не)?хай$|^(?:постав|поставте|став|візьми|візьміть|давай|давайте|шукай|хочу|краще|ліпше)$/u;
const BE = /^(?:буде|будуть|тепер|краще|ліпше|шукай)$/u;
const FURTHEST = 4;

/** "with" for the "на" of such an order, "replace" for its verb; null for any other word. */
export function swapWord(tokens: readonly Token[], at: number): { english: string; to: number } | null {
  const here = tokens[at];
  if (here === undefined) return null;
  const clause = (token: Token | undefined): boolean => token?.clause === here.clause;
  const sentence = (token: Token | undefined): boolean => token?.sentence === here.sentence;
  if (here.word === 'на') {
    const before = tokens.slice(Math.max(0, at - FURTHEST), Math.max(0, at - 1));
    return before.some((token) => clause(token) && VERB.test(token.word)) ? { english: 'with', to: at + 1 } : null;
  }
  // "замість Vue нехай буде React": what goes stands first.
  if (here.word === 'замість') {
    const makes = tokens.slice(at + 2, at + 1 + FURTHEST).some((token) => sentence(token) && MAKE.test(token.word));
    return makes && starts(tokens, at) ? { english: 'replace', to: at + 1 } : null;
  }
  if (MAKE.test(here.word)) {
    const before = tokens.slice(Math.max(0, at - FURTHEST), Math.max(0, at - 1));
    const from = before.findIndex((token) => sentence(token) && token.word === 'замість');
    if (from < 0) return null;
    let to = at + 1;
    while (BE.test(tokens[to]?.word ?? '')) to += 1;
    return { english: 'with', to };
  }
  if (!VERB.test(here.word)) return null;
  const behind = tokens.slice(at + 2, at + 1 + FURTHEST);
  return behind.some((token) => clause(token) && token.word === 'на') ? { english: 'replace', to: at + 1 } : null;
}

function starts(tokens: readonly Token[], at: number): boolean {
  const here = tokens[at];
  const first = tokens.findIndex((token) => token.sentence === here?.sentence);
  return at - first <= 2;
}
