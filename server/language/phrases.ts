/** Phrase tables: many fixed expressions found in one pass over the tokens, the longest first. */
import type { Token } from './meaning.ts';
import { tokenise } from './normalise.ts';

export interface PhraseTable<Value> {
  /** The longest phrase that begins at token `from`; null when none does. */
  at(tokens: readonly Token[], from: number): { to: number; value: Value } | null;
}

/** Builds a table from phrase → value. Phrases are split like sentences, so "full-time" equals "full time". */
export function createPhraseTable<Value>(entries: Iterable<readonly [string, Value]>): PhraseTable<Value> {
  const byFirst = new Map<string, { words: string[]; value: Value }[]>();
  for (const [phrase, value] of entries) {
    const words = tokenise(phrase).map((token) => token.word);
    const first = words[0];
    if (first === undefined) continue;
    const list = byFirst.get(first) ?? [];
    list.push({ words, value });
    byFirst.set(first, list);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return {
    at(tokens, from) {
      const first = tokens[from];
      if (first === undefined) return null;
      for (const { words, value } of byFirst.get(first.word) ?? []) {
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

/** Table from value → its phrases, each separated by a bar. */
export function phrases<Value extends string>(table: Partial<Record<Value, string>>): PhraseTable<Value> {
  const entries: [string, Value][] = [];
  for (const value in table) {
    for (const phrase of table[value]?.split('|') ?? []) entries.push([phrase.trim(), value]);
  }
  return createPhraseTable(entries);
}

/** Set of the words of a text, separated by white space. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''));
}
