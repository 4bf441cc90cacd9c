/** Large cities and skills whose names were mistyped by a letter; asked only for words that mean nothing else. */
import { dataLines, lazy } from './data-file.ts';
import { createNearNames } from './near-names.ts';
import { skillNames } from './skills.ts';

/** Thousands of people: below, a name is too rare to be what somebody mistyped. */
const LEAST = 100;

const cities = lazy(() => {
  const names = createNearNames();
  for (const line of dataLines('city-aliases.txt')) {
    const [code = '', , others = ''] = line.split('\t');
    for (const name of [code, ...others.split('|')]) names.add(name, code);
  }
  for (const line of dataLines('cities.tsv')) {
    const [code = '', , , people, others = ''] = line.split('\t');
    if (Number(people) >= LEAST) for (const name of [code, ...others.split('|')]) names.add(name, code);
  }
  return names;
});

const skills = lazy(() => {
  const names = createNearNames();
  for (const name of skillNames()) names.add(name, name);
  return names;
});

/** The city that this word was meant to name, in English; null for none or several. */
export function cityNear(word: string): string | null {
  return cities().near(word);
}

/** The skill that this word was meant to name; null for none or several. */
export function skillNear(word: string): string | null {
  return skills().near(word);
}
