/**
 * A lexicon of another language: its words and phrases with what they mean in the English of the grammar.
 * The data are text files (`german/*.txt`, `ukrainian/*.txt`), one meaning a line: `English: word, other word, a phrase`.
 * `stem*` stands for the stem with any ending, `nimm … raus` for a verb in two parts, `[neueste|jüngste] [zuerst|oben]`
 * for every choice of its words, `~word` for a word that is an English word too, `!English` for an order whose verb may
 * stand last, and a line without English for empty words.
 */
import { readFileSync } from 'node:fs';
import { foldWord } from '../../taxonomy/fold.ts';
import type { Token } from '../meaning.ts';
import { tokenise } from '../normalise.ts';

/** Letters that an ending may have behind a stem. */
const LONGEST_ENDING = 6;
const SHORTEST_STEM = 3;
const SOFT: Readonly<Record<string, string>> = { к: 'ці', г: 'зі', х: 'сі' };
/** "Америка" is "в Америці", "бібліотека" "у бібліотеці". */
const SOFTENED = /(?:(?<!ь)к|г|х)\*/gu;
/** "пакувальник" is a woman as "пакувальниця": one stem says both. */
const WOMAN = /(?<=[нщчв])ик\*/u;
/** Particles inside one phrase. */
const MOST_PARTICLES = 2;
const NONE: ReadonlySet<string> = new Set();

export interface Pattern {
  word: string;
  open: boolean;
}

interface Entry {
  english: string;
  order: boolean;
  /** Also an English word: counts only in a sentence of this language. */
  shared: boolean;
  words: Pattern[];
  /** The second part of a verb in two parts. */
  later: Pattern[];
}

export interface Found {
  english: string;
  order: boolean;
  shared: boolean;
  to: number;
  /** Where the second part of a verb stands. */
  later: { from: number; to: number } | null;
}

export interface Lexicon {
  /** The longest phrase that begins at this token; null when none does. */
  at(tokens: readonly Token[], from: number): Found | null;
  /** The meaning of one word, for parts of compounds and words put right. */
  word(folded: string): { english: string; order: boolean } | null;
  /** True for a word that stands anywhere in the lexicon, also inside a phrase. */
  knows(folded: string): boolean;
  /** Stems and words that begin with this letter, for slips of the keyboard. */
  beginningWith(letter: string): readonly Pattern[];
}

/** A word as it is looked up: folded, without apostrophes, Russian letters as their Ukrainian neighbours. */
export function foldForLexicon(word: string): string {
  return foldWord(word)
    .replaceAll("'", '')
    .replaceAll('ґ', 'г')
    .replaceAll('ы', 'и')
    .replaceAll('э', 'е')
    .replaceAll('ё', 'е')
    .replaceAll('ъ', '');
}

/** Folded words of tokens: each is looked at by many phrases, and goes with its token. */
const foldedWords = new WeakMap<Token, string>();

function foldedOf(token: Token): string {
  const known = foldedWords.get(token);
  if (known !== undefined) return known;
  const folded = foldForLexicon(token.word);
  foldedWords.set(token, folded);
  return folded;
}

/** Reads the lexicon from files beside this module; `particles` may stand inside any phrase and change nothing. */
export function readLexicon(files: readonly string[], particles: ReadonlySet<string>): Lexicon {
  const entries = files.flatMap((file) =>
    readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
      .split('\n')
      .flatMap(readLine),
  );
  const closed = new Map<string, Entry[]>();
  const open = new Map<string, Entry[]>();
  const letters = new Map<string, Pattern[]>();
  for (const entry of entries) {
    const first = entry.words[0];
    if (first === undefined) continue;
    const table = first.open ? open : closed;
    table.set(first.word, [...(table.get(first.word) ?? []), entry]);
  }
  const parts = knownParts(entries);
  const everyPattern = [
    ...[...parts.closed].map((word) => ({ word, open: false })),
    ...[...parts.open].map((word) => ({ word, open: true })),
  ];
  for (const pattern of everyPattern) {
    const letter = pattern.word.charAt(0);
    letters.set(letter, [...(letters.get(letter) ?? []), pattern]);
  }
  for (const table of [closed, open]) for (const list of table.values()) list.sort((a, b) => size(b) - size(a));
  const candidates = function* (folded: string): Generator<Entry> {
    yield* closed.get(folded) ?? [];
    const shortest = Math.max(SHORTEST_STEM, folded.length - LONGEST_ENDING);
    for (let length = folded.length; length >= shortest; length -= 1) yield* open.get(folded.slice(0, length)) ?? [];
  };
  return {
    at(tokens, from) {
      const folded = tokens.slice(from, from + 1).map(foldedOf)[0];
      if (folded === undefined) return null;
      let best: (Found & { size: number }) | null = null;
      const ahead = tokens.slice(from + 1, from + 2 + MOST_PARTICLES);
      for (const skips of [NONE, particles]) {
        for (const entry of candidates(folded)) {
          if (best !== null && size(entry) <= best.size) continue;
          const second = entry.words[1];
          if (second !== undefined && !ahead.some((token) => fits(second, token))) continue;
          const found = match(entry, tokens, from, skips);
          if (found !== null) best = { ...found, size: size(entry) };
        }
      }
      return best;
    },
    word(folded) {
      for (const entry of candidates(folded)) if (entry.words.length === 1 && entry.later.length === 0) return entry;
      return null;
    },
    knows(folded) {
      if (parts.closed.has(folded)) return true;
      for (let length = folded.length; length >= Math.max(SHORTEST_STEM, folded.length - LONGEST_ENDING); length -= 1)
        if (parts.open.has(folded.slice(0, length))) return true;
      return false;
    },
    beginningWith: (letter) => letters.get(letter) ?? [],
  };
}

/** Every word and every stem of the entries, wherever it stands in them. */
function knownParts(entries: readonly Entry[]): { closed: ReadonlySet<string>; open: ReadonlySet<string> } {
  const all = entries.flatMap((entry) => (entry.shared ? [] : [...entry.words, ...entry.later]));
  const words = (open: boolean): Set<string> =>
    new Set(all.filter((pattern) => pattern.open === open).map((pattern) => pattern.word));
  return { closed: words(false), open: words(true) };
}

/** The phrase with the forms that its stems do not cover. */
function withForms(part: string): string[] {
  const forms = [part];
  if (WOMAN.test(part)) forms.push(part.replace(WOMAN, 'иц*'));
  if (SOFTENED.test(part)) forms.push(part.replace(SOFTENED, (end) => SOFT[end.charAt(0)] ?? end));
  return forms;
}

function size(entry: Entry): number {
  return entry.words.length + entry.later.length;
}

function readLine(line: string): Entry[] {
  const colon = line.indexOf(':');
  if (colon < 0 || line.startsWith('#')) return [];
  const english = line.slice(0, colon).trim();
  return line
    .slice(colon + 1)
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap(choices)
    .flatMap(withForms)
    .map((part) => {
      const shared = part.startsWith('~');
      const [first = '', second = ''] = part.replace('~', '').split('…');
      return {
        english: english.replace('!', ''),
        order: english.startsWith('!'),
        shared,
        words: patterns(first),
        later: patterns(second),
      };
    });
}

/** A phrase with `[a|b]` in it as one phrase for each choice. */
function choices(phrase: string): string[] {
  const found = /^([^[]*)\[([^\]]*)\](.*)$/.exec(phrase);
  if (found === null) return [phrase];
  const [, before = '', words = '', after = ''] = found;
  const rest = choices(after);
  return words.split('|').flatMap((word) => rest.map((end) => `${before}${word}${end}`));
}

function patterns(text: string): Pattern[] {
  return text
    .trim()
    .split(/\s+|(?<=[\p{L}*])-(?=\p{L})/u)
    .flatMap((word) => {
      const open = word.endsWith('*');
      const tokens = tokenise(word.replace('*', ''));
      return tokens.map((token, index) => ({
        word: foldForLexicon(token.word),
        open: open && index === tokens.length - 1,
      }));
    });
}

function fits(pattern: Pattern, token: Token | undefined): boolean {
  if (token === undefined) return false;
  const folded = foldedOf(token);
  return pattern.open
    ? folded.startsWith(pattern.word) && folded.length - pattern.word.length <= LONGEST_ENDING
    : folded === pattern.word;
}

function match(entry: Entry, tokens: readonly Token[], from: number, particles: ReadonlySet<string>): Found | null {
  const { english, order, shared, words, later } = entry;
  const to = endOf(words, tokens, from, particles);
  if (to === null) return null;
  if (later.length === 0) return { english, order, shared, to, later: null };
  for (let at = to; at < Math.min(tokens.length, to + 14); at += 1) {
    if (tokens[at]?.sentence !== tokens[from]?.sentence) return null;
    const end = endOf(later, tokens, at, NONE);
    if (end !== null) return { english, order, shared, to, later: { from: at, to: end } };
  }
  return null;
}

/** Where the phrase that begins here ends, with at most two particles inside; null when it does not stand here. */
function endOf(
  parts: readonly Pattern[],
  tokens: readonly Token[],
  from: number,
  particles: ReadonlySet<string>,
): number | null {
  let at = from;
  let skipped = 0;
  for (const part of parts) {
    while (at > from && skipped < MOST_PARTICLES && !fits(part, tokens[at]) && isOneOf(particles, tokens[at])) {
      at += 1;
      skipped += 1;
    }
    if (!fits(part, tokens[at]) || tokens[at]?.clause !== tokens[from]?.clause) return null;
    at += 1;
  }
  return at;
}

function isOneOf(words: ReadonlySet<string>, token: Token | undefined): boolean {
  return token !== undefined && words.has(foldedOf(token));
}
