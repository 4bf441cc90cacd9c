/** The working sheet of one sentence: which tokens are spoken for, by which mention, under which operator. */
import type { Mention, Mode, Token } from '../meaning.ts';

export interface Draft {
  text: string;
  tokens: readonly Token[];
  /** True for tokens that are accounted for. */
  taken: boolean[];
  /** What an operator says about the values at this token; 'want' without one. */
  modes: Mode[];
  /** What was decided before the operators were read and stays so. */
  pinned: Map<number, Mode>;
  mentions: Mention[];
  /** One value takes the place of another: the rest of their list stays. */
  swaps: boolean;
  /** Operators that end their clause: "Czechia I don't want". */
  trailing: { from: number; mode: Mode }[];
  /** Tokens that tell of the past. */
  past: Set<number>;
  /** The message was written in another language than English. */
  foreign: boolean;
  /** True for Ukrainian: words in Latin letters that nothing knows are names. */
  latinNames: boolean;
}

/** A fresh sheet; nothing is accounted for yet. */
export function createDraft(text: string, tokens: readonly Token[], foreign: boolean, latinNames = false): Draft {
  return {
    text,
    tokens,
    taken: tokens.map(() => false),
    modes: tokens.map(() => 'want'),
    pinned: new Map(),
    mentions: [],
    swaps: false,
    trailing: [],
    past: new Set(),
    foreign,
    latinNames,
  };
}

/** True when none of the tokens from `from` to `to` is spoken for. */
export function isFree(draft: Draft, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (draft.taken[at] === true) return false;
  return true;
}

/** Adds a mention and marks its tokens. */
export function take(draft: Draft, mention: Mention): void {
  draft.mentions.push(mention);
  for (let at = mention.from; at < mention.to; at += 1) draft.taken[at] = true;
}

/** Fixes what is done with the values at these tokens, whatever operators stand around them. */
export function pin(draft: Draft, from: number, to: number, mode: Mode): void {
  for (let at = from; at < to; at += 1) {
    draft.modes[at] = mode;
    draft.pinned.set(at, mode);
  }
}

/** The words from `from` to `to` as they stand in the sentence. */
export function wordsAt(draft: Draft, from: number, to: number): string {
  const first = draft.tokens[from];
  const last = draft.tokens[to - 1];
  return first === undefined || last === undefined ? '' : draft.text.slice(first.start, last.end);
}

/** Fields that end like plurals. */
const SUBJECTS =
  /(?:physics|mathematics|maths|economics|statistics|politics|ethics|linguistics|graphics|robotics|electronics|logistics|analytics|athletics|genetics|gymnastics|informatics|optics|acoustics|dynamics|ceramics|obstetrics|paediatrics|pediatrics)$/;

/** Singular of an English noun, well enough for names of roles. */
export function singular(word: string): string {
  if (word.length < 4 || /(ss|us|is|sales|devops)$/.test(word) || SUBJECTS.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ches|shes|sses|xes|buses)$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('women')) return word.replace(/women$/, 'woman');
  if (/(?<!wo)men$/.test(word) && word.length > 5) return word.replace(/men$/, 'man');
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
