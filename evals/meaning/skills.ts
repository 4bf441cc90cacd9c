/**
 * Sentences of postings and the ESCO skills they ask for: R-precision at five. A sentence is read by its windows of
 * three, five and seven words: a skill is as near as the nearest window, the sentence as a whole and how well its words
 * are met one by one, in equal parts; once by meaning alone and once with a share of parts of words in common, as search
 * joins words and meaning. How it is read was chosen on the validation sentences.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Embedder } from '../../server/llm/embedder.ts';
import { textWords } from '../../server/llm/text-features.ts';
import { bm25, characterParts, type Ranker, tfIdf } from './baselines.ts';
import { nearest } from './nearest.ts';
import { wordByWord } from './word-by-word.ts';

const WINDOWS = [3, 5, 7];
/** How much parts of words in common count beside each of the three, the most of a sentence being 1. */
const CHARACTERS = 0.4;
const AT = 5;
const NO_SKILL = new Set(['', 'LABEL NOT PRESENT', 'UNDERSPECIFIED']);
const annotations = z.array(z.object({ sentence: z.string(), label: z.string() }));

/** "Java (computer programming)" is called Java. */
function withoutSense(label: string): string {
  return label.replace(/\s*\([^)]*\)/gu, '');
}

function windowsOf(words: readonly string[]): string[] {
  const found = WINDOWS.flatMap((length) =>
    words.slice(0, Math.max(0, words.length - length + 1)).map((_, at) => words.slice(at, at + length).join(' ')),
  );
  return [...new Set(found)];
}

/** The figures of one file of annotations: ours beside BM25 and TF-IDF of characters over the whole sentence. */
export async function skillFigures(folder: URL, file: string, embedder: Embedder): Promise<Record<string, number>> {
  const labels = readFileSync(new URL('data_skills_en_label.txt', folder), 'utf8').split('\n').filter(Boolean);
  const rows = annotations.parse(parse(readFileSync(new URL(file, folder)), { columns: true, bom: true }));
  const asked = Map.groupBy(
    rows.filter(({ label }) => !NO_SKILL.has(label)),
    ({ sentence }) => sentence,
  );
  const names = labels.map(withoutSense);
  const near = await nearest(embedder, names);
  const single = wordByWord(embedder, names);
  const characters = tfIdf(labels, characterParts);
  const wholeWords = bm25(labels);
  const builtin: Ranker = async (sentence) => {
    // What was blackened ran in angle brackets.
    const words = textWords(sentence.replace(/<[A-Z]+>/gu, ' '));
    const whole = await near(words.join(' '));
    const met = await single(words);
    const scores = new Float64Array(labels.length).fill(-1);
    const windows = windowsOf(words);
    for (const window of windows.length > 0 ? windows : [words.join(' ')]) {
      const found = await near(window);
      for (const [label, score] of found.entries()) scores[label] = Math.max(scores[label] ?? -1, score);
    }
    return scores.map((score, label) => score + (whole[label] ?? 0) + (met[label] ?? 0));
  };
  const sums = { builtin: 0, withCharacters: 0, bm25: 0, characters: 0 };
  for (const [sentence, wanted] of asked) {
    const right = new Set(wanted.map(({ label }) => label));
    const meant = await builtin(sentence);
    const alike = await characters(sentence);
    const most = alike.reduce((highest, score) => Math.max(highest, score), 1e-9);
    const together = meant.map((score, label) => score + (CHARACTERS * (alike[label] ?? 0)) / most);
    const precision = (scores: Float64Array): number => {
      const top = [...scores.keys()].toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, AT);
      return top.filter((at) => right.has(labels[at] ?? '')).length / Math.min(AT, right.size);
    };
    sums.builtin += precision(meant);
    sums.withCharacters += precision(together);
    sums.bm25 += precision(await wholeWords(sentence));
    sums.characters += precision(alike);
  }
  return Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, sum / asked.size]));
}
