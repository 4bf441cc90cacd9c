/**
 * Spellings of speech and chat as the standard words that the lexicons know ("haste" – "hast du", "шо" – "що",
 * "lookin" – "looking"). The words are data: `german/colloquial.txt` and its neighbours, one standard spelling a line.
 */
import { readFileSync } from 'node:fs';
import { lazy } from '../taxonomy/data-file.ts';
import { tokenise } from './normalise.ts';

export type Speech = 'english' | 'german' | 'ukrainian';

/** Read at first use; the data never change while running. */
const spellings = {
  english: lazy(() => read('english/colloquial.txt')),
  german: lazy(() => read('german/colloquial.txt')),
  ukrainian: lazy(() => read('ukrainian/colloquial.txt')),
};

/** The text in standard spelling. Linear; words that are not listed stay as they are. */
export function standardSpelling(text: string, speech: Speech): string {
  const known = spellings[speech]();
  let written = '';
  let end = 0;
  for (const token of tokenise(text)) {
    const standard = known.get(token.word);
    if (standard === undefined) continue;
    written += text.slice(end, token.start) + standard;
    end = token.end;
  }
  return written + text.slice(end);
}

function read(file: string): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  for (const line of readFileSync(new URL(file, import.meta.url), 'utf8').split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 0 || line.startsWith('#')) continue;
    for (const variant of line.slice(colon + 1).split(',')) entries.set(variant.trim(), line.slice(0, colon));
  }
  return entries;
}
