/** "поміняй Варшаву на Краків": the preposition between what goes and what comes, in English. */
import type { Token } from '../meaning.ts';

const VERB = /^(?:по|за|з|об|пере)?(?:міняй|міни|мінити|міняти|мінимо|міняємо|міняйте|мініть)$/u;
const FURTHEST = 4;

/** "with" for the "на" of such an order, "replace" for its verb; null for any other word. */
export function swapWord(tokens: readonly Token[], at: number): { english: string; to: number } | null {
  const here = tokens[at];
  if (here === undefined) return null;
  const clause = (token: Token | undefined): boolean => token?.clause === here.clause;
  if (here.word === 'на') {
    const before = tokens.slice(Math.max(0, at - FURTHEST), Math.max(0, at - 1));
    return before.some((token) => clause(token) && VERB.test(token.word)) ? { english: 'with', to: at + 1 } : null;
  }
  if (!VERB.test(here.word)) return null;
  const behind = tokens.slice(at + 2, at + 1 + FURTHEST);
  return behind.some((token) => clause(token) && token.word === 'на') ? { english: 'replace', to: at + 1 } : null;
}
