/** What meaning is measured against: BM25 over words, TF-IDF over words and over parts of words. */
import { textWords } from '../../server/llm/text-features.ts';

/** Scores of all documents for a query. */
export type Ranker = (query: string) => Float64Array | Promise<Float64Array>;
type Tokens = (text: string) => string[];

/** Three to five letters inside word boundaries, as the published character baselines take them. */
export function characterParts(text: string): string[] {
  return textWords(text).flatMap((word) => {
    const marked = ` ${word} `;
    const parts: string[] = [];
    for (let length = 3; length <= 5; length += 1)
      for (let at = 0; at + length <= marked.length; at += 1) parts.push(marked.slice(at, at + length));
    return parts;
  });
}

function counted(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

/** token → documents that have it, with a weight each. */
function inverted(documents: readonly Map<string, number>[]): Map<string, [number, number][]> {
  const postings = new Map<string, [number, number][]>();
  for (const [document, counts] of documents.entries())
    for (const [token, count] of counts) {
      const list = postings.get(token) ?? [];
      if (list.length === 0) postings.set(token, list);
      list.push([document, count]);
    }
  return postings;
}

/** Cosine of TF-IDF vectors (smoothed inverse document frequency, as scikit-learn computes it). */
export function tfIdf(texts: readonly string[], tokens: Tokens): Ranker {
  const documents = texts.map((text) => counted(tokens(text)));
  const postings = inverted(documents);
  const idf = (token: string): number => Math.log((1 + texts.length) / (1 + (postings.get(token)?.length ?? 0))) + 1;
  const lengths = documents.map((counts) =>
    Math.sqrt([...counts].reduce((sum, [token, count]) => sum + (count * idf(token)) ** 2, 0)),
  );
  return (query) => {
    const scores = new Float64Array(texts.length);
    for (const [token, times] of counted(tokens(query)))
      for (const [document, count] of postings.get(token) ?? [])
        scores[document] = (scores[document] ?? 0) + (times * count * idf(token) ** 2) / (lengths[document] ?? 1);
    return scores;
  };
}

/** Okapi BM25 with k1 1.2 and b 0.75 (Robertson and Zaragoza 2009). */
export function bm25(texts: readonly string[]): Ranker {
  const documents = texts.map((text) => counted(textWords(text)));
  const postings = inverted(documents);
  const sizes = documents.map((counts) => [...counts.values()].reduce((sum, count) => sum + count, 0));
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  return (query) => {
    const scores = new Float64Array(texts.length);
    for (const token of textWords(query)) {
      const list = postings.get(token) ?? [];
      const idf = Math.log(1 + (texts.length - list.length + 0.5) / (list.length + 0.5));
      for (const [document, count] of list) {
        const norm = 1.2 * (0.25 + (0.75 * (sizes[document] ?? 0)) / mean);
        scores[document] = (scores[document] ?? 0) + (idf * count * 2.2) / (count + norm);
      }
    }
    return scores;
  };
}
