/**
 * What the built-in embedder sees of a text: its words, the parts of each word (three to five letters, ends marked), and
 * the two halves of a long word wherever it may be cut, each hashed to one of a fixed number of rows. Parts make
 * "Entwicklerin" and "розробницю" meet their relatives, and give a word that nobody has seen a place near those it
 * resembles (Bojanowski et al. 2017, arXiv:1607.04606); halves share the rows of whole words, so that
 * "Softwareentwickler" knows the developer in it. The build and the server share this file: a change here means a new
 * build.
 */
import { wordsOf } from '../taxonomy/words.ts';

/** Rows of the table that features share. */
export const BUCKETS = 98_304;
/** Numbers of a row that are learnt; the embedder's other dimensions only tell words apart. */
export const LEARNT = 288;

/** How much a whole word, a part and a half of one count. */
const WEIGHT = { word: 1, part: 0.5, half: 0.5 } as const;
const SHORTEST_PART = 3;
const LONGEST_PART = 5;
/** Words of so many letters are cut, into halves of at least so many. */
const LONG_WORD = 9;
const SHORTEST_HALF = 4;
/** Longer "words" are addresses and accidents. */
const LONGEST_WORD = 40;

/** A row and how much it counts. */
export type Feature = readonly [row: number, weight: number];

/** The words of a text that count, folded; a bullet is none. */
export function textWords(text: string): string[] {
  return wordsOf(text).filter((word) => word.length <= LONGEST_WORD && /[\p{L}\p{N}]/u.test(word));
}

/** The features of a word; a row may come twice. */
export function wordFeatures(word: string): Feature[] {
  const features: Feature[] = [[wordRow(word), WEIGHT.word]];
  const marked = `<${word}>`;
  for (let length = SHORTEST_PART; length <= LONGEST_PART; length += 1)
    for (let at = 0; at + length <= marked.length; at += 1)
      features.push([hash(marked.slice(at, at + length)), WEIGHT.part]);
  if (word.length >= LONG_WORD)
    for (let cut = SHORTEST_HALF; cut + SHORTEST_HALF <= word.length; cut += 1)
      features.push([wordRow(word.slice(0, cut)), WEIGHT.half], [wordRow(word.slice(cut)), WEIGHT.half]);
  return features;
}

const wordRow = (word: string): number => hash(`=${word}`);

/** FNV-1a, its bits mixed twice more so that the remainder serves as a row. */
function hash(text: string): number {
  let value = 0x811c_9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x0100_0193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b_3c6d);
  value = Math.imul(value ^ (value >>> 12), 0x297a_2d39);
  return ((value ^ (value >>> 15)) >>> 0) % BUCKETS;
}
