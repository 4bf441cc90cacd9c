/** The features of a text with their weights, as the server sums them. */
import { partRows, WEIGHT, wordRow } from '../../server/llm/text-features.ts';

/** Row → weight. */
export type Features = Map<number, number>;

export function featuresOf(words: readonly string[]): Features {
  const found: Features = new Map();
  const add = (row: number, weight: number): void => void found.set(row, (found.get(row) ?? 0) + weight);
  for (const word of words) {
    add(wordRow(word), WEIGHT.word);
    for (const row of partRows(word)) add(row, WEIGHT.part);
  }
  return found;
}
