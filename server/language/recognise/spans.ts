/** Stretches of text as stretches of tokens. */
import type { Token } from '../meaning.ts';

/** A function that gives the tokens under a stretch of text; null for a stretch without any. */
export function createSpans(
  tokens: readonly Token[],
): (start: number, end: number) => { from: number; to: number } | null {
  const byStart = new Map(tokens.map((token, index) => [token.start, index]));
  return (start, end) => {
    let from = byStart.get(start);
    if (from === undefined) from = tokens.findIndex((token) => token.end > start && token.start < end);
    if (from < 0) return null;
    let to = from;
    while (to < tokens.length && (tokens[to]?.start ?? Infinity) < end) to += 1;
    return to > from ? { from, to } : null;
  };
}
