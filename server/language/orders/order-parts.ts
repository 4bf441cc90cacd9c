/**
 * The parts of an order: which words of a short sentence name what is done ("save", "export"), to what ("the second",
 * "everything from Acme"), and which are only said around it. The words are data (`english/orders.txt`).
 */
import { readFileSync } from 'node:fs';
import { lazy } from '../../taxonomy/data-file.ts';
import { sourceNames } from '../english/wish-words.ts';
import { findReferences, type Reference } from './job-references.ts';
import type { OnScreen, Token } from '../meaning.ts';
import { tokenise } from '../normalise.ts';

interface Entry {
  part: string;
  words: string[];
  /** The second half of "take … back". */
  later: string[];
}

export interface Parts {
  /** Names of the parts that the sentence has; those said around an order are not among them. */
  has(...parts: string[]): boolean;
  references: Reference[];
  sources: string[];
  /** Runs of words that no part accounts for. */
  unknown: { from: number; to: number }[];
  /** Token behind the last word of this part, and its first; null when the sentence has none. */
  where(part: string): { from: number; to: number } | null;
}

/** Words between the two halves of "take … back" at most. */
const WIDEST = 6;

const lexicon = lazy(() => {
  const byFirst = new Map<string, Entry[]>();
  for (const line of readFileSync(new URL('../english/orders.txt', import.meta.url), 'utf8').split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 0 || line.startsWith('#')) continue;
    for (const phrase of line.slice(colon + 1).split(',')) {
      const [first = '', second = ''] = phrase.split('…');
      const words = tokenise(first).map((token) => token.word);
      const entry = { part: line.slice(0, colon), words, later: tokenise(second).map((token) => token.word) };
      if (words[0] !== undefined) byFirst.set(words[0], [...(byFirst.get(words[0]) ?? []), entry]);
    }
  }
  return byFirst;
});

/** Takes a sentence apart. Bounded by the number of words; sentences are short here. */
export function partsOf(tokens: readonly Token[], onScreen: readonly OnScreen[]): Parts {
  const covered = tokens.map(() => false);
  const found = new Map<string, { from: number; to: number }>();
  const cover = (from: number, to: number): void => {
    covered.fill(true, from, to);
  };
  for (let at = 0; at < tokens.length; at += 1) {
    for (const entry of lexicon().get(tokens[at]?.word ?? '') ?? []) {
      const later = match(entry, tokens, at);
      if (later === null) continue;
      const to = at + entry.words.length;
      cover(at, to);
      cover(later, later + entry.later.length);
      const known = found.get(entry.part);
      if (known === undefined || known.to < to) found.set(entry.part, { from: at, to });
    }
  }
  const sources: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const source = sourceNames.at(tokens, at);
    if (source === null) continue;
    sources.push(source.value);
    cover(at, source.to);
  }
  const references = findReferences(tokens, onScreen, covered, (at) => found.has('remove') && at > 0);
  for (const reference of references) cover(reference.from, reference.to);
  return {
    has: (...parts) => parts.some((part) => found.has(part)),
    references,
    sources,
    unknown: runs(covered),
    where: (part) => found.get(part) ?? null,
  };
}

/** Where the second half begins (the end of the first when there is none); null when the entry does not stand here. */
function match(entry: Entry, tokens: readonly Token[], at: number): number | null {
  const stands = (words: readonly string[], from: number): boolean =>
    words.every((word, index) => tokens[from + index]?.word === word);
  if (!stands(entry.words, at)) return null;
  const end = at + entry.words.length;
  if (entry.later.length === 0) return end;
  for (let from = end; from <= end + WIDEST; from += 1) if (stands(entry.later, from)) return from;
  return null;
}

function runs(covered: readonly boolean[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  covered.forEach((known, at) => {
    if (known) return;
    const last = found.at(-1);
    if (last !== undefined && last.to === at) last.to = at + 1;
    else found.push({ from: at, to: at + 1 });
  });
  return found;
}
