/**
 * Finds many phrases in one pass over a text: words are folded and looked up in a tree, longest phrase first.
 * A scan costs time proportional to the text, not to the number of phrases.
 */
import { foldWord } from './fold.ts';

/** A phrase found: `start` and `end` are offsets into the text as given. */
export type PhraseHit<T> = { value: T; start: number; end: number };

type Branch<T> = { next: Map<string, Branch<T>>; value: T | undefined };

export type PhraseIndex<T> = {
  /** Adds a phrase; the first value of a phrase stays. */
  add: (phrase: string, value: T) => void;
  /** All phrases from left to right, longest first, without overlaps. */
  scan: (text: string) => PhraseHit<T>[];
  /** The value of exactly this phrase, or null. */
  get: (phrase: string) => T | null;
};

/** A word keeps its trailing plus signs or sharp: C++, C#, F#. */
const WORD = /[\p{L}\p{N}]+(?:\+\+?|#)?/gu;
/** What may stand between two words of a phrase: short joints, never a line break or the end of a sentence. */
const JOINT = /^(?:[ \u00a0]{1,2}|[-‐‑–./'’_]|\. |, | ?& ?| ?\/ ?| - )$/;

type Word = { text: string; start: number; end: number };

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  WORD.lastIndex = 0;
  for (let found = WORD.exec(text); found !== null; found = WORD.exec(text)) {
    words.push({ text: foldWord(found[0]), start: found.index, end: found.index + found[0].length });
  }
  return words;
}

function longestAt<T>(
  root: Branch<T>,
  text: string,
  words: readonly Word[],
  first: number,
  joint: RegExp,
): { hit: PhraseHit<T>; last: number } | null {
  let branch: Branch<T> | undefined = root;
  let best: { hit: PhraseHit<T>; last: number } | null = null;
  const begin = words[first];
  if (begin === undefined) return null;
  let before: Word | undefined;
  for (let index = first; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) break;
    if (before !== undefined && !joint.test(text.slice(before.end, word.start))) break;
    branch = branch.next.get(word.text);
    if (branch === undefined) break;
    if (branch.value !== undefined) {
      best = { hit: { value: branch.value, start: begin.start, end: word.end }, last: index };
    }
    before = word;
  }
  return best;
}

/** An empty index. `joint` says what may stand between two words of a phrase. */
export function createPhraseIndex<T>({ joint = JOINT }: { joint?: RegExp } = {}): PhraseIndex<T> {
  const root: Branch<T> = { next: new Map(), value: undefined };
  return {
    add: (phrase, value) => {
      let branch = root;
      for (const word of wordsOf(phrase)) {
        let next = branch.next.get(word.text);
        if (next === undefined) {
          next = { next: new Map(), value: undefined };
          branch.next.set(word.text, next);
        }
        branch = next;
      }
      if (branch !== root) branch.value ??= value;
    },
    scan: (text) => {
      const words = wordsOf(text);
      const hits: PhraseHit<T>[] = [];
      for (let index = 0; index < words.length; index += 1) {
        const word = words[index];
        if (word === undefined || !root.next.has(word.text)) continue;
        const best = longestAt(root, text, words, index, joint);
        if (best === null) continue;
        hits.push(best.hit);
        index = best.last;
      }
      return hits;
    },
    get: (phrase) => {
      let branch: Branch<T> | undefined = root;
      for (const word of wordsOf(phrase)) {
        branch = branch.next.get(word.text);
        if (branch === undefined) return null;
      }
      return branch.value ?? null;
    },
  };
}
