/** How rare the features of each row are among names and lines of postings: inverse document frequency. */
import { BUCKETS, textWords, wordFeatures } from '../../server/llm/text-features.ts';

/** A number for each of the BUCKETS rows, 0 for what stands in every text. */
export function rarityOf(texts: Iterable<string>): Float32Array {
  const rowsOfWord = new Map<string, Set<number>>();
  const seen = new Uint32Array(BUCKETS);
  let total = 0;
  for (const text of texts) {
    total += 1;
    const rows = new Set<number>();
    for (const word of textWords(text)) {
      const known = rowsOfWord.get(word) ?? new Set(wordFeatures(word).map(([row]) => row));
      rowsOfWord.set(word, known);
      for (const row of known) rows.add(row);
    }
    for (const row of rows) seen[row] = (seen[row] ?? 0) + 1;
  }
  return Float32Array.from(seen, (times) => Math.log((1 + total) / (1 + times)));
}
