/**
 * The part of each row that only tells words apart: a random direction (random projection, Achlioptas 2003), as long as
 * its feature is rare (inverse document frequency over names and lines of postings). Two texts that share rare words
 * are then near, whatever was learnt of them.
 */
import { BUCKETS, LEXICAL, textWords } from '../../server/llm/text-features.ts';
import { featuresOf } from './features.ts';

/** BUCKETS rows of LEXICAL numbers. */
export function lexicalTable(texts: Iterable<string>, random: () => number): Float32Array {
  const seen = new Uint32Array(BUCKETS);
  let total = 0;
  for (const text of texts) {
    total += 1;
    for (const row of featuresOf(textWords(text)).keys()) seen[row] = (seen[row] ?? 0) + 1;
  }
  return Float32Array.from({ length: BUCKETS * LEXICAL }, (_, at) => {
    const rarity = Math.log((1 + total) / (1 + (seen[Math.floor(at / LEXICAL)] ?? 0)));
    return random() < 0.5 ? -rarity : rarity;
  });
}
