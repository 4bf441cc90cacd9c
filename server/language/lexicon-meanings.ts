/** What the words of the lexicons mean, as English phrases: names of roles and fields of work known in every language. */
import { readFileSync } from 'node:fs';

/** English sides of the lines of a lexicon file, all of them or those under the headings that `section` fits. */
export function meaningsOf(file: string, section: RegExp | null = null): string[] {
  const found = new Set<string>();
  let inside = section === null;
  for (const line of readFileSync(new URL(file, import.meta.url), 'utf8').split('\n')) {
    if (line.startsWith('#')) inside = section === null || section.test(line);
    const colon = line.indexOf(':');
    if (inside && colon > 0 && !line.startsWith('#')) found.add(line.slice(0, colon).replace('!', '').trim());
  }
  return [...found];
}
