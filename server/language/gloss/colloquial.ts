/**
 * Spellings of speech and chat as the standard words that the lexicons know ("haste" – "hast du", "шо" – "що",
 * "lookin" – "looking"). The words are data: `german/colloquial.txt` and its neighbours, one standard spelling a line.
 */
import { readFileSync } from 'node:fs';
import { roleHeads } from '../english/role-words.ts';
import { lazy } from '../../taxonomy/data-file.ts';
import type { Token } from '../meaning.ts';
import { tokenise } from '../normalise.ts';
import { wordSet } from '../phrases.ts';

type Speech = 'english' | 'german' | 'ukrainian';

/** Read at first use; the data never change while running. */
const spellings = {
  english: lazy(() => read('english/colloquial.txt')),
  german: lazy(() => read('german/colloquial.txt')),
  ukrainian: lazy(() => read('ukrainian/colloquial.txt')),
};

/** True for a spelling of chats that is listed. */
export function isColloquial(word: string, speech: Speech): boolean {
  return spellings[speech]().has(word);
}

/** The text in standard spelling. Linear; words that are not listed stay as they are. */
export function standardSpelling(text: string, speech: Speech): string {
  const known = spellings[speech]();
  let written = '';
  let end = 0;
  const tokens = tokenise(text);
  for (const [at, token] of tokens.entries()) {
    const standard = known.get(token.word) ?? (speech === 'english' ? shorthand(tokens, at) : undefined);
    if (standard === undefined) continue;
    written += text.slice(end, token.start) + standard;
    end = token.end;
  }
  return written + text.slice(end);
}

const work = wordSet('job jobs work role roles position positions gig only hours shifts contract');

/** "pt only", "4 a job", "w/ graphql": signs that are words only beside others. */
function shorthand(tokens: readonly Token[], at: number): string | undefined {
  const word = tokens[at]?.word;
  const next = tokens[at + 1];
  if (word === 'pt' || word === 'ft') {
    const hours =
      tokens.length <= 2 || work.has(next?.word ?? '') || /^(?:only|just)$/.test(tokens[at - 1]?.word ?? '');
    return hours && tokens[at]?.text === word ? (word === 'pt' ? 'part time' : 'full time') : undefined;
  }
  // "40 an hr", not "a hr manager".
  if (word === 'hr' && /^(?:an|per|a|the)$/.test(tokens[at - 1]?.word ?? '') && !isOfStaff(next)) return 'hour';
  if (word === 'w' && next?.gap.startsWith('/')) return 'with';
  if (word === '4' && /^(?:a|an|me|my|the)$/.test(next?.word ?? '')) return 'for';
  return word === 'n' && tokens[at]?.text === 'n' && at > 0 && next?.clause === tokens[at]?.clause ? 'and' : undefined;
}

/** Does this word make "HR" a department: "an HR manager", "a HR job"? */
function isOfStaff(next: Token | undefined): boolean {
  return (
    next !== undefined && (work.has(next.word) || roleHeads.has(next.word) || /^(?:business|team)$/.test(next.word))
  );
}

function read(file: string): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  for (const line of readFileSync(new URL(`../${file}`, import.meta.url), 'utf8').split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 0 || line.startsWith('#')) continue;
    for (const variant of line.slice(colon + 1).split(',')) entries.set(variant.trim(), line.slice(0, colon));
  }
  return entries;
}
