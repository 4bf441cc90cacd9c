/** English words that names of occupations are made of: however like a German word they look, they are no slips. */
import { dataLines, lazy } from '../../taxonomy/data-file.ts';
import { wordSet } from '../phrases.ts';

const others = wordSet(`
  orthopedic ambulance laboratory labor sonography cardiology oncology radiology neurology dermatology urology pathology
  biology geology psychology sociology theology philosophy zoology geography history chemistry physics astronomy
  anatomy physiology surgery pharmacy gastronomy economy academy ministry publisher publishing
`);

const listed = lazy(() => {
  const words = new Set<string>();
  for (const line of dataLines('occupations.tsv'))
    for (const word of (line.split('\t')[0] ?? '').split(/[^a-z]+/)) if (word.length >= 5) words.add(word);
  return words;
});

/** True for a word of five letters or more that stands in the English name of an occupation. */
export function isTradeWord(word: string): boolean {
  return others.has(word) || listed().has(word) || listed().has(word.replace(/s$/, ''));
}
