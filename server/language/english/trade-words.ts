/** English words that names of occupations are made of: however like a German word they look, they are no slips. */
import { dataLines, lazy } from '../../taxonomy/data-file.ts';
import { wordSet } from '../phrases.ts';

const others = wordSet(`
  orthopedic ambulance laboratory labor sonography cardiology oncology radiology neurology dermatology urology pathology
  biology geology psychology sociology theology philosophy zoology geography history chemistry physics astronomy
  anatomy physiology surgery pharmacy gastronomy economy academy ministry publisher publishing
`);

/** Words of every English sentence about work that no name of an occupation holds. */
const common = wordSet(`
  development agencies agency regional project projects content control contracting delivery garden front betting practice
  practices venture contact policy policies balance target video telecom analytic landscape military intern internet cell
  central landlord magazine bilingual category system systems database contacts script scripts latin america gender custom
  movement companion boys hall scope mastering bankruptcy novice hurricane shock skin political harness practical drug
  internship electrical electric electronic medicine wardrobe variety balloon torts reuse endoscopy projector mystery
`);

/** Endings that only English words have. */
const ENDING = /^[a-z]{2,}(?:ing|tion|tions|ment|ments|ness|ship|able|ible|ence|ance|shire|ical|ious|ough|ight)$/;

const named = lazy(() => {
  const words = new Set<string>([...common, ...others]);
  for (const line of [...dataLines('skills.txt'), ...dataLines('titles.txt')])
    for (const word of (line.split(/[:;<]/)[0] ?? '').toLowerCase().split(/[^a-z]+/))
      if (word.length >= 5) words.add(word);
  return words;
});

const listed = lazy(() => {
  const words = new Set<string>();
  for (const line of dataLines('occupations.tsv'))
    for (const word of (line.split('\t')[0] ?? '').split(/[^a-z]+/)) if (word.length >= 5) words.add(word);
  return words;
});

/** True for a word of five letters or more that stands in the English name of an occupation. */
export function isTradeWord(word: string): boolean {
  return listed().has(word) || listed().has(word.replace(/s$/, ''));
}

/** True for a word of English sentences about work, whatever it looks like in another language. */
export function isWorkWord(word: string): boolean {
  return isTradeWord(word) || named().has(word) || ENDING.test(word);
}
