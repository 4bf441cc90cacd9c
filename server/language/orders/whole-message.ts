/** Orders that are the whole message, as patterns in each language. Pure; a long message is no order. */
import type { Language } from '../../kernel/text.ts';

export interface Order {
  language: Language;
  pattern: RegExp;
}

const LONGEST = 400;

/** An order said with exactly these words; `words` is a regular expression without anchors. */
export function order(language: Language, words: string): Order {
  return { language, pattern: new RegExp(`^(?:${words})$`, 'iu') };
}

/** The message without what stands around its words; null when it is too long for an order. */
export function wholeMessage(message: string): string | null {
  if (message.length > LONGEST * 2) return null;
  const words = message
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/[.!?]+$/u, '')
    .replace(/^<(.+)>$/u, '$1');
  return words.length > LONGEST ? null : words;
}

/** The first order that the words are, and the part of them that is named `value` ('' when none is). */
export function findOrder(words: string, orders: readonly Order[]): { value: string; language: Language } | null {
  for (const { language, pattern } of orders) {
    const match = pattern.exec(words);
    if (match !== null) return { value: match.groups?.['value'] ?? '', language };
  }
  return null;
}
