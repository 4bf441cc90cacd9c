/**
 * How well each word of a label is met by some word of a sentence, rare words counting more (late interaction, Khattab
 * and Zaharia 2020, arXiv:2004.12832).
 */
import { DIMENSIONS, type Embedder } from '../../server/llm/embedder.ts';
import { textWords } from '../../server/llm/text-features.ts';

/** Scores of all labels for a sentence's words, each up to 1. */
export function wordByWord(
  embedder: Embedder,
  labels: readonly string[],
): (words: readonly string[]) => Promise<Float64Array> {
  const wordsOfLabel = labels.map((label) => [...new Set(textWords(label))]);
  const labelsWith = Map.groupBy(wordsOfLabel.flat(), (word) => word);
  const rarity = (word: string): number => Math.log(1 + labels.length / (1 + (labelsWith.get(word)?.length ?? 0)));
  const known = new Map<string, Float32Array>();
  const meaningOf = async (word: string): Promise<Float32Array> => {
    const meaning = known.get(word) ?? (await embedder.embed(word));
    known.set(word, meaning);
    return meaning;
  };

  return async (words) => {
    const said = await Promise.all([...new Set(words)].map(meaningOf));
    const best = new Map<string, number>();
    for (const word of labelsWith.keys()) {
      const wanted = await meaningOf(word);
      best.set(
        word,
        said.reduce((most, one) => Math.max(most, product(one, wanted)), 0),
      );
    }
    return Float64Array.from(wordsOfLabel, (wanted) => {
      const total = wanted.reduce((sum, word) => sum + rarity(word), 0);
      const met = wanted.reduce((sum, word) => sum + rarity(word) * (best.get(word) ?? 0), 0);
      return total === 0 ? 0 : met / total;
    });
  };
}

function product(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < DIMENSIONS; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
