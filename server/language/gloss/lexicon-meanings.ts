/** What the words of the lexicons mean, as English phrases: names of roles and fields of work known in every language. */
import { readFileSync } from 'node:fs';

/** English sides of the lines of a lexicon file. */
export function meaningsOf(file: string): string[] {
  const lines = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8').split('\n');
  const named = lines.filter((line) => line.indexOf(':') > 0 && !line.startsWith('#'));
  return [...new Set(named.map((line) => line.slice(0, line.indexOf(':')).replace('!', '').trim()))];
}
