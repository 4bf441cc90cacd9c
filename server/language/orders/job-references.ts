/** Jobs that a sentence points at: by their place in the list ("the second", "number 3", "#4", "the last one") or by name. */
import type { OnScreen, Token } from '../meaning.ts';
import { wordSet } from '../phrases.ts';

export interface Reference {
  from: number;
  to: number;
  /** A place from 1, or words of a title or company that is on screen. */
  job: number | string;
  /** The employer that was named in full. */
  company: string | null;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const counters = wordSet(
  'number numbers no nr nos job posting result item position place entry row card match offer vacancy',
);
/** Before a number that points at a job. */
const pointers = wordSet(
  'the and or with vs versus between my save keep hide open show compare explain why is does did stack rank does against than versus bookmark star unsave dismiss about skip both see remove drop delete view number remember mark',
);
/** "newest first" names no job. */
const newestFirst = wordSet(
  'newest latest best highest lowest closest freshest recent new paid paying match matches fit oldest salary relevant date score pay',
);
const MOST = 10;
/** A bare number above this is no place in a list: "show only 75 %". */
const MOST_BARE = 50;

/** Place in the list that a word names, counted from 1; null when it names none. */
export function placeOf(word: string): number | null {
  const ordinal = ORDINALS.indexOf(word) + 1 || NUMBERS.indexOf(word) + 1;
  if (ordinal > 0) return ordinal;
  const number = /^(\d{1,4})(?:st|nd|rd|th)?$/.exec(word)?.[1];
  return number === undefined || Number(number) < 1 ? null : Number(number);
}

/** All jobs that the sentence points at. `covered` tells the words that mean something else already. */
export function findReferences(
  tokens: readonly Token[],
  onScreen: readonly OnScreen[],
  covered: readonly boolean[],
  numbersOnly: (at: number) => boolean,
): Reference[] {
  const found: Reference[] = [];
  const add = (from: number, to: number, job: number | string, company: string | null = null): void => {
    if (found.length < MOST) found.push({ from, to, job, company });
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const several = firstFew(tokens, at);
    if (several !== null) {
      for (let n = 1; n <= several.count; n += 1) add(at, several.to, n);
      at = several.to - 1;
      continue;
    }
    const place = placeAt(tokens, at, onScreen.length) ?? furtherNumber(tokens, at, found.at(-1));
    if (place !== null) {
      add(at, place.to, place.job);
      at = place.to - 1;
      continue;
    }
    const named = numbersOnly(at) ? null : nameAt(tokens, at, onScreen, covered);
    if (named === null) continue;
    add(at, named.to, named.job, named.company);
    at = named.to - 1;
  }
  return found;
}

/** "numbers two and three": a number in words goes on with the list. */
function furtherNumber(
  tokens: readonly Token[],
  at: number,
  before: Reference | undefined,
): { to: number; job: number } | null {
  const joined = /^(?:and|or|with)$/.test(tokens[at - 1]?.word ?? '') && before?.to === at - 1;
  const job = joined && NUMBERS.includes(tokens[at]?.word ?? '') ? placeOf(tokens[at]?.word ?? '') : null;
  return job === null ? null : { to: at + 1, job };
}

/** "the first two", "top 3" */
function firstFew(tokens: readonly Token[], at: number): { to: number; count: number } | null {
  if (!/^(?:first|top)$/.test(tokens[at]?.word ?? '')) return null;
  const next = tokens[at + 1]?.word ?? '';
  const count = next === 'one' ? null : /^\d|^(?:two|three|four|five)$/.test(next) ? placeOf(next) : null;
  return count === null || count > 5 || count < 2 ? null : { to: at + 2, count };
}

function placeAt(tokens: readonly Token[], at: number, shown: number): { to: number; job: number } | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const { word } = token;
  const before = tokens[at - 1]?.word ?? '';
  const next = tokens[at + 1]?.word ?? '';
  if (counters.has(word) && /^\d{1,4}$|^(?:one|two|three|four|five|six|seven|eight|nine|ten)$/.test(next)) {
    const job = placeOf(next);
    return job === null || !/^[\s.#]*$/.test(tokens[at + 1]?.gap ?? '') ? null : { to: at + 2, job };
  }
  if (word === 'last' || word === 'bottom') {
    return /^(?:one|job|posting|result|match)$/.test(next) ||
      (/^(?:please|now|and|or|too|as|from)?$/.test(next) && /^(?:the|and|or)$/.test(before))
      ? { to: at + 1, job: Math.max(1, shown) }
      : null;
  }
  if ((word === 'top' || word === 'best') && /^(?:one|job|posting|result|match)$/.test(next))
    return { to: at + 1, job: 1 };
  const spelled = ORDINALS.indexOf(word) >= 0 || /^\d{1,3}(?:st|nd|rd|th)$/.test(word);
  const counted =
    next !== '' &&
    !/^(?:and|or|with|vs|to|please|side|from|is|has|get|got|so|it|again|now|in|as|too|for|low|high|than|stack|stacks|compare|compares|differ|rank|ranks|versus|against)$/.test(
      next,
    );
  const digits = /^\d{1,3}$/.test(word) && !counted && (token.gap.endsWith('#') || pointers.has(before) || at === 0);
  if (!spelled && !digits) return null;
  if (word === 'first' && newestFirst.has(before) && tokens[at - 1]?.clause === token.clause) return null;
  const job = placeOf(word);
  if (digits && (job ?? 0) > MOST_BARE) return null;
  return job === null ? null : { to: at + 1, job };
}

/** A title or employer on screen, in full or by words of it that mean nothing else. */
function nameAt(
  tokens: readonly Token[],
  at: number,
  onScreen: readonly OnScreen[],
  covered: readonly boolean[],
): { to: number; job: string; company: string | null } | null {
  let to = at;
  while (to < tokens.length && to - at < 8 && covered[to] !== true) to += 1;
  const words = (end: number): string =>
    tokens
      .slice(at, end)
      .map((token) => token.word)
      .join(' ');
  for (const row of onScreen) {
    for (const name of [row.company, row.title]) {
      const length = name === null ? 0 : name.trim().split(/\s+/).length;
      if (name === null || length === 0 || words(at + length) !== name.toLowerCase()) continue;
      if (covered[at] === true && length === 1) continue;
      return { to: at + length, job: words(at + length), company: name === row.company ? name : null };
    }
  }
  if (to === at || (at > 0 && covered[at - 1] !== true)) return null;
  const run = words(to);
  const known =
    run.length >= 3 &&
    onScreen.some((row) => row.title.toLowerCase().includes(run) || row.company?.toLowerCase().includes(run) === true);
  return known ? { to, job: run, company: null } : null;
}
