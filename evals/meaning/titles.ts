/** Titles that name the same work: mean average precision over the queries of a language. */
import { readFileSync } from 'node:fs';
import type { Embedder } from '../../server/llm/embedder.ts';
import { textWords } from '../../server/llm/text-features.ts';
import { bm25, characterParts, type Ranker, tfIdf } from './baselines.ts';
import { nearest } from './nearest.ts';

const rows = (file: URL): string[][] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'));

function averagePrecision(scores: Float64Array, isRelevant: (document: number) => boolean, relevant: number): number {
  const order = [...scores.keys()].toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  let found = 0;
  let sum = 0;
  for (const [place, document] of order.entries()) if (isRelevant(document)) sum += ++found / (place + 1);
  return sum / relevant;
}

/** The figures of one language: ours beside three baselines. */
export async function titleFigures(folder: URL, language: string, embedder: Embedder): Promise<Record<string, number>> {
  const file = (name: string): URL => new URL(`dataset_${language}_${name}.tsv`, folder);
  const documents = rows(file('corpus_documents'));
  const texts = documents.map(([, text = '']) => text);
  const relevant = Map.groupBy(rows(file('annotations')), ([query = '']) => query);
  const rankers: Record<string, Ranker> = {
    builtin: await nearest(embedder, texts),
    bm25: bm25(texts),
    words: tfIdf(texts, textWords),
    characters: tfIdf(texts, characterParts),
  };
  const figures: Record<string, number> = {};
  for (const [name, rank] of Object.entries(rankers)) {
    const precisions: number[] = [];
    for (const [id = '', text = ''] of rows(file('queries'))) {
      const right = new Set((relevant.get(id) ?? []).map(([, , document]) => document));
      if (right.size === 0) continue;
      const scores = await rank(text);
      precisions.push(averagePrecision(scores, (document) => right.has(documents[document]?.[0]), right.size));
    }
    figures[name] = precisions.reduce((sum, value) => sum + value, 0) / precisions.length;
  }
  return figures;
}
