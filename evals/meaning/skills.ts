/**
 * Sentences of postings and the ESCO skills they ask for: R-precision at five. A sentence is read by its windows of three,
 * five and seven words; a skill is as near as the nearest window, and a little by the sentence as a whole.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Embedder } from '../../server/llm/embedder.ts';
import { textWords } from '../../server/llm/text-features.ts';
import { characterParts, type Ranker, tfIdf } from './baselines.ts';
import { nearest } from './nearest.ts';

const WINDOWS = [3, 5, 7];
/** How much the sentence as a whole counts beside its nearest window. */
const WHOLE = 0.3;
const AT = 5;
const NO_SKILL = new Set(['', 'LABEL NOT PRESENT', 'UNDERSPECIFIED']);
const annotations = z.array(z.object({ sentence: z.string(), label: z.string() }));

/** "Java (computer programming)" is called Java. */
function withoutSense(label: string): string {
  return label.replace(/\s*\([^)]*\)/gu, '');
}

function windowsOf(sentence: string): string[] {
  const words = textWords(sentence);
  const found = WINDOWS.flatMap((length) =>
    words.slice(0, Math.max(0, words.length - length + 1)).map((_, at) => words.slice(at, at + length).join(' ')),
  );
  return [...new Set(found)];
}

/** The figures of one file of annotations: ours beside TF-IDF of characters over the whole sentence. */
export async function skillFigures(folder: URL, file: string, embedder: Embedder): Promise<Record<string, number>> {
  const labels = readFileSync(new URL('data_skills_en_label.txt', folder), 'utf8').split('\n').filter(Boolean);
  const rows = annotations.parse(parse(readFileSync(new URL(file, folder)), { columns: true, bom: true }));
  const asked = Map.groupBy(
    rows.filter(({ label }) => !NO_SKILL.has(label)),
    ({ sentence }) => sentence,
  );
  const near = await nearest(embedder, labels.map(withoutSense));
  const best: Ranker = async (sentence) => {
    const whole = await near(sentence);
    const scores = new Float64Array(labels.length).fill(-1);
    const windows = windowsOf(sentence);
    for (const window of windows.length > 0 ? windows : [sentence]) {
      const found = await near(window);
      for (const [label, score] of found.entries()) scores[label] = Math.max(scores[label] ?? -1, score);
    }
    return scores.map((score, label) => score + WHOLE * (whole[label] ?? 0));
  };
  const figures: Record<string, number> = {};
  for (const [name, rank] of Object.entries({ builtin: best, characters: tfIdf(labels, characterParts) })) {
    let sum = 0;
    for (const [sentence, wanted] of asked) {
      const right = new Set(wanted.map(({ label }) => label));
      const scores = await rank(sentence);
      const top = [...scores.keys()].toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b).slice(0, AT);
      sum += top.filter((at) => right.has(labels[at] ?? '')).length / Math.min(AT, right.size);
    }
    figures[name] = sum / asked.size;
  }
  return figures;
}
