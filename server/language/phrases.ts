/** Phrase tables: many fixed expressions found in one pass over the tokens, the longest first. */
import type { Token } from './meaning.ts';
import { tokenise } from './normalise.ts';

export interface PhraseTable<Value> {
  /** The longest phrase that begins at token `from`; null when none does. */
  at(tokens: readonly Token[], from: number): { to: number; value: Value } | null;
}

/** Builds a table from phrase → value. Phrases are split like sentences, so "full-time" equals "full time". */
export function createPhraseTable<Value>(entries: Iterable<readonly [string, Value]>): PhraseTable<Value> {
  /** By the first word, then by the second (empty when there is none): lists stay short. */
  const byFirst = new Map<string, Map<string, { words: string[]; value: Value }[]>>();
  for (const [phrase, value] of entries) {
    const words = tokenise(phrase).map((token) => token.word);
    const first = words[0];
    if (first === undefined) continue;
    const bySecond = byFirst.get(first) ?? new Map<string, { words: string[]; value: Value }[]>();
    const second = words[1] ?? '';
    bySecond.set(second, [...(bySecond.get(second) ?? []), { words, value }]);
    byFirst.set(first, bySecond);
  }
  for (const bySecond of byFirst.values())
    for (const list of bySecond.values()) list.sort((a, b) => b.words.length - a.words.length);
  return {
    at(tokens, from) {
      const first = tokens[from];
      if (first === undefined) return null;
      const bySecond = byFirst.get(first.word);
      if (bySecond === undefined) return null;
      const longer = bySecond.get(tokens[from + 1]?.word ?? '') ?? [];
      const alone = from + 1 < tokens.length ? (bySecond.get('') ?? []) : [];
      for (const { words, value } of [...longer, ...alone]) {
        if (words.every((word, index) => tokens[from + index]?.word === word && inOneBreath(tokens, from, index))) {
          return { to: from + words.length, value };
        }
      }
      return null;
    },
  };
}

/** A phrase does not run over a full stop or a comma. */
function inOneBreath(tokens: readonly Token[], from: number, index: number): boolean {
  return tokens[from + index]?.clause === tokens[from]?.clause;
}

/** Phrases separated by bars, over as many lines as they need. */
export function listed(text: string): string[] {
  return text
    .split('|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}

/** Table from value → its phrases, each separated by a bar. */
export function phrases<Value extends string>(table: Partial<Record<Value, string>>): PhraseTable<Value> {
  const entries: [string, Value][] = [];
  for (const value in table) {
    for (const phrase of listed(table[value] ?? '')) entries.push([phrase, value]);
  }
  return createPhraseTable(entries);
}

/** Set of the words of a text, separated by white space. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''));
}
