/**
 * What the built-in embedder sees of a text: its words and the parts of each word (three to five letters, ends marked),
 * each hashed to one of a fixed number of rows. Parts make "Entwicklerin" and "розробницю" meet
 * their relatives, and give a word that nobody has seen a place near those it resembles (Bojanowski et al. 2017,
 * arXiv:1607.04606). The build and the server share this file: a change here means a new build.
 */
import { wordsOf } from '../taxonomy/words.ts';

/** Rows of the table that features share; a power of two. */
export const BUCKETS = 32_768;
/** Numbers of a row that are learnt, and those that only tell words apart; together the embedder's dimensions. */
export const LEARNT = 288;
export const LEXICAL = 96;
/** How much a whole word and a part of one count. */
export const WEIGHT = { word: 1, part: 0.5 } as const;

const SHORTEST_PART = 3;
const LONGEST_PART = 5;
/** Longer "words" are addresses and accidents. */
const LONGEST_WORD = 40;

/** The words of a text that count, folded; a bullet is none. */
export function textWords(text: string): string[] {
  return wordsOf(text).filter((word) => word.length <= LONGEST_WORD && /[\p{L}\p{N}]/u.test(word));
}

/** The row of a whole word. */
export function wordRow(word: string): number {
  return hash(`=${word}`);
}

/** The rows of a word's parts, one for each part. */
export function partRows(word: string): number[] {
  const marked = `<${word}>`;
  const rows: number[] = [];
  for (let length = SHORTEST_PART; length <= LONGEST_PART; length += 1)
    for (let at = 0; at + length <= marked.length; at += 1) rows.push(hash(marked.slice(at, at + length)));
  return rows;
}

/** FNV-1a, its bits mixed once more so that the low ones serve as a row. */
function hash(text: string): number {
  let value = 0x811c_9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x0100_0193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b_3c6d);
  return (value ^ (value >>> 12)) & (BUCKETS - 1);
}
